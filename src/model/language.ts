/** The languages in which results are told to people. */
export const LANGUAGES = ["kk", "ru", "en"] as const;

/** A language by its code: the one type for what a reader has chosen and for what a text is written in. */
export type Language = (typeof LANGUAGES)[number];
