import { createHash } from "node:crypto";
import type { Request } from "../check/request.ts";
import type { Verdict } from "../model/verdict.ts";
import about from "../../package.json" with { type: "json" };

/** What a verdict was made of, so that it can be made again. Hashes are SHA-256; nothing personal is in it. */
export interface Receipt {
  readonly engine: { readonly name: "tarmaq"; readonly version: string };
  /** Day by whose version was judged, where it was not that of submission. */
  readonly at?: string;
  /** Of the request, its keys in order. */
  readonly request: string;
  readonly rulebook: { readonly id: string; readonly version?: string; readonly sha256: string };
  readonly calendar?: { readonly id: string; readonly sha256: string };
  /** Of the vocabulary that gives facts their types. */
  readonly vocabulary: string;
  /** Of the verdict, its keys in order. */
  readonly verdict: string;
}

export function receiptOf(request: Request, verdict: Verdict, vocabulary: unknown, at?: string): Receipt {
  const { rulebook, calendar } = verdict;
  return {
    engine: { name: "tarmaq", version: about.version },
    ...(at === undefined ? {} : { at }),
    request: hashOf(request),
    rulebook: {
      id: rulebook.id,
      ...(rulebook.version === undefined ? {} : { version: rulebook.version }),
      sha256: rulebook.sha256 ?? "",
    },
    ...(calendar === undefined ? {} : { calendar }),
    vocabulary: hashOf(vocabulary),
    verdict: hashOf(verdict),
  };
}

/** SHA-256 of a JSON value, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value, inOrder)).digest("hex");
}

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
