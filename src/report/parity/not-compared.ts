import type { Language } from "../../model/language.ts";
import type { Parity } from "../../model/parity.ts";
import { placesText, type LocateBoth } from "./located.ts";
import { PARITY_WORDING } from "./wording.ts";

/** Places that were not held against each other, a line each: where, and why not. */
export const notComparedLines = (
  { notCompared }: Parity,
  locate: LocateBoth,
  language: Language,
): readonly string[] =>
  notCompared.map((one) => `${placesText(one, locate, language)}: ${PARITY_WORDING[language].why[one.why]}`);
