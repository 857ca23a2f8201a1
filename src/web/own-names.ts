import type { Language } from "../model/language.ts";
import NAMES from "./language-names.json" with { type: "json" };

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = NAMES;
