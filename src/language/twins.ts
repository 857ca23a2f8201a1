import type { Language } from "../model/language.ts";
import { readConcepts, type ConceptWords } from "./concept-words.ts";
import kk from "./kk/concepts.json" with { type: "json" };
import ru from "./ru/concepts.json" with { type: "json" };

/** The languages that a law of one country is written in at once, and the words by which one text of it is held against the other. */
export const TWIN_WORDS: Readonly<Partial<Record<Language, ConceptWords>>> = {
  kk: readConcepts(kk),
  ru: readConcepts(ru),
};
