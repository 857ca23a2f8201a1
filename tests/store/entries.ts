import type { Request } from "../../src/check/request.ts";
import { hashOf } from "../../src/model/print.ts";
import type { Receipt } from "../../src/model/receipt.ts";

/** A request that is told from others by a number, so many letters long. */
export const requestNumber = (number: number, letters = 0): Request => ({
  service: "kz-mz-2024-99/1",
  channel: "portal",
  submitted: "2025-03-17T10:00",
  facts: { n: number, filler: "x".repeat(letters) },
});

/** A receipt as any verdict has one. */
export const receipt: Receipt = {
  engine: { name: "tarmaq", version: "0.1.0" },
  request: hashOf(requestNumber(0)),
  rulebook: { id: "kz-mz-2024-99/1", sha256: hashOf("a book"), unread: "unknown" },
  vocabulary: hashOf("a vocabulary"),
  answer: "admit",
  verdict: hashOf("a verdict"),
};
