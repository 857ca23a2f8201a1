import type { Language } from "../model/language.ts";

/** The type that offices in Kazakhstan write in. */
export const FONT = "Times New Roman";

/** Two centimetres, in twentieths of a point. */
export const WIDE_MARGIN = 1134;
/** A centimetre and a half. */
export const MARGIN = 850;

/** By what a word processor checks the spelling. */
export const LOCALES: Readonly<Record<Language, string>> = { kk: "kk-KZ", ru: "ru-RU", en: "en-GB" };
