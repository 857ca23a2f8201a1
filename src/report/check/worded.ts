import type { Language } from "../../model/language.ts";
import type { Reason, Verdict, WaitingTerm } from "../../model/verdict.ts";
import type { Names } from "../names.ts";
import { sentence } from "./sentence.ts";
import { startsWhen } from "./waiting.ts";

/** A term that waits for another event, with when it starts in the reader's words. */
export type WordedWaiting = WaitingTerm & { readonly sentence: string };

/** A verdict with a sentence for each reason, and for each term that waits for another event. */
export type WordedVerdict = Omit<Verdict, "reasons" | "waiting"> & {
  readonly reasons: readonly (Reason & { readonly sentence: string })[];
  readonly waiting: readonly WordedWaiting[];
};

/** Puts the reasons of a verdict into sentences, in the language of the names. */
export const worded = (verdict: Verdict, names: Names): WordedVerdict => ({
  ...verdict,
  reasons: verdict.reasons.map((reason) => ({ ...reason, sentence: sentence(reason, names) })),
  waiting: wordedWaiting(verdict.waiting, names.language),
});

/** The same of the terms alone. */
export const wordedWaiting = (terms: readonly WaitingTerm[], language: Language): WordedWaiting[] =>
  terms.map((term) => ({ ...term, sentence: startsWhen(term, language) }));
