import { kazakh } from "./kk/kazakh.ts";
import { russian } from "./ru/russian.ts";
import type { TextLanguage } from "./text-language.ts";

/** Every language of texts. */
export const TEXT_LANGUAGES: readonly TextLanguage[] = [kazakh, russian];
