import type { Reason, Verdict } from "../../model/verdict.ts";
import type { Names } from "../names.ts";
import { sentence } from "./sentence.ts";

/** A verdict with a sentence for each reason. */
export type WordedVerdict = Omit<Verdict, "reasons"> & {
  readonly reasons: readonly (Reason & { readonly sentence: string })[];
};

/** Puts the reasons of a verdict into sentences, in the language of the names. */
export const worded = (verdict: Verdict, names: Names): WordedVerdict => ({
  ...verdict,
  reasons: verdict.reasons.map((reason) => ({ ...reason, sentence: sentence(reason, names) })),
});
