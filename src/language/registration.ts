import STEMS from "./registration.json" with { type: "json" };

const ALL: readonly string[] = Object.values(STEMS).flat();

/** Whether words that start a term speak of registration, in any language: `тіркелген күннен бастап`, `со дня регистрации`. */
export const speaksOfRegistration = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/\P{L}+/u)
    .some((word) => ALL.some((stem) => word.startsWith(stem)));
