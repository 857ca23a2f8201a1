import { hash } from "node:crypto";
import { canonicalJson, quoted } from "../model/canonical-json.ts";
import type { Language } from "../model/language.ts";
import { hashOf } from "../model/print.ts";
import type { Told } from "../model/receipt.ts";

/** A verdict as it was handed out, in words. */
type Answer = Readonly<Record<string, unknown>>;

/**
 * SHA-256 of an answer as it was handed out, without its receipt: of its canonical JSON, in which each list and each object
 * has its own SHA-256 in its place, and in `reasons` each reason. So whatever is changed in it is seen, and what answers have
 * in common is hashed once.
 */
export function toldHash(answer: Answer): string {
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answer))
    if (name !== "receipt" && value !== undefined) members[name] = leafOf(name, value);
  return hashOf(members);
}

function leafOf(name: string, value: unknown): unknown {
  if (name === "reasons" && Array.isArray(value)) return value.map(hashOf);
  return typeof value === "object" && value !== null ? hashOf(value) : value;
}

/** The same, and how it was told, so that `tarmaq replay` can tell it again. */
export const toldOf = (answer: Answer, lang: Language, reasons: Told["reasons"] = "all"): Told => ({
  lang,
  reasons,
  ...(answer["smallestFix"] !== undefined && { smallestFix: true }),
  sha256: toldHash(answer),
});

/** Members of an answer that its request has made, and the hashes of the others, for who has these at hand. */
export interface AnswerParts {
  readonly asFarAsRulesAtHandGo: boolean;
  readonly channel: string;
  readonly deadlines: readonly unknown[];
  readonly ignored: readonly unknown[];
  readonly missingDocuments: readonly unknown[];
  readonly openFindings: readonly unknown[];
  readonly service: string;
  readonly submitted: string;
  readonly undetermined: readonly unknown[];
  readonly verdict: string;
}

/** Hashes of what answers have in common. */
export interface CommonHashes {
  readonly calendar: string | undefined;
  readonly notHeld: string;
  readonly rulebook: string;
  readonly waiting: string;
}

/** What `toldHash` gives, put together by hand; `reasons`: the hashes of the reasons, each in quotes, with commas between. */
export function toldHashOf(parts: AnswerParts, common: CommonHashes, reasons: string): string {
  const { calendar, notHeld, rulebook, waiting } = common;
  const text =
    `{"asFarAsRulesAtHandGo":${parts.asFarAsRulesAtHandGo}` +
    (calendar === undefined ? "" : `,"calendar":"${calendar}"`) +
    `,"channel":"${parts.channel}","deadlines":"${listHash(parts.deadlines)}","ignored":"${listHash(parts.ignored)}"` +
    `,"missingDocuments":"${listHash(parts.missingDocuments)}","notHeld":"${notHeld}"` +
    `,"openFindings":"${listHash(parts.openFindings)}","reasons":[${reasons}],"rulebook":"${rulebook}"` +
    `,"service":${quoted(parts.service)},"submitted":${quoted(parts.submitted)}` +
    `,"undetermined":"${listHash(parts.undetermined)}","verdict":"${parts.verdict}","waiting":"${waiting}"}`;
  return hash("sha256", text, "hex");
}

const NOTHING = hash("sha256", canonicalJson([]), "hex");

const listHash = (list: readonly unknown[]): string => (list.length === 0 ? NOTHING : hashOf(list));
