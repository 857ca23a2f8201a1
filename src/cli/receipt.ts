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
  readonly answer: Verdict["verdict"];
  /** Of the verdict's substance: the answer, what it rests on rule by rule, what is missing, and the due times. */
  readonly verdict: string;
}

/** The receipt of a verdict; `vocabulary` is the hash of the vocabulary. */
export function receiptOf(request: Request, verdict: Verdict, vocabulary: string, at?: string): Receipt {
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
    vocabulary,
    answer: verdict.verdict,
    verdict: sha256(JSON.stringify(substanceOf(verdict))),
  };
}

const substanceOf = (verdict: Verdict): unknown => [
  verdict.verdict,
  verdict.asFarAsRulesAtHandGo,
  verdict.undetermined,
  verdict.missingDocuments,
  verdict.openFindings,
  verdict.ignored,
  // One a rule in the order of the book, whose hash is in the receipt.
  verdict.reasons.map(({ code }) => code).join(),
  verdict.deadlines.map(({ rule, start, due, unknown }) => [rule, start, due, unknown]),
];

/** SHA-256 of a JSON value, whatever the order of its keys. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(value, inOrder));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
