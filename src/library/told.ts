import type { Language } from "../model/language.ts";
import { hashOf } from "../model/print.ts";
import type { Told } from "../model/receipt.ts";

/** A verdict as it was handed out, in words. */
type Answer = Readonly<Record<string, unknown>>;

/** SHA-256 of an answer as it was handed out, in the form in which a receipt has it. */
export function toldHash(answer: Answer, form: Told["form"]): string {
  const covered = Object.entries(answer).filter(([name]) => name !== "receipt");
  // Before there was a form, each list and each object had its own SHA-256 in its place, and in `reasons` each reason.
  const members =
    form === "canonical" ? covered : covered.map(([name, value]) => [name, leafOf(name, value)]);
  return hashOf(Object.fromEntries(members) as Answer);
}

function leafOf(name: string, value: unknown): unknown {
  if (name === "reasons" && Array.isArray(value)) return value.map(hashOf);
  return typeof value === "object" && value !== null ? hashOf(value) : value;
}

/** How an answer was told, and its hash, so that `tarmaq replay` can tell it again. */
export const toldOf = (answer: Answer, lang: Language, reasons: Told["reasons"] = "all"): Told => ({
  lang,
  reasons,
  ...(answer["smallestFix"] !== undefined && { smallestFix: true }),
  form: "canonical",
  sha256: toldHash(answer, "canonical"),
});
