import { hash } from "node:crypto";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Receipt } from "../model/receipt.ts";

/** What ties an entry to the one before it. */
export interface Link {
  /** From 1. */
  readonly number: number;
  /** Hash of the entry before; of the first, `BEGINNING`. */
  readonly previous: string;
  /** SHA-256 of the previous hash, the number and the entry. */
  readonly hash: string;
}

/** What the first entry of a chain has for the hash of the one before it. */
export const BEGINNING = "0".repeat(64);

/** Where a chain ends: the entry that the next one is tied to. */
export type Head = Pick<Link, "number" | "hash">;

export const EMPTY: Head = { number: 0, hash: BEGINNING };

/** Ties an entry, which is a text, to the end of a chain: SHA-256 of `<previous hash> <number> <entry>` in UTF-8. */
export function linked(entry: string, { number: before, hash: previous }: Head): Link {
  const number = before + 1;
  return { number, previous, hash: hash("sha256", `${previous} ${number} ${entry}`, "hex") };
}

/** What a chain ties of a decision: the request is covered by its hash in the receipt, and may be forgotten before it. */
export const decisionEntry = (at: string, receipt: Receipt): string => canonicalJson({ at, receipt });
