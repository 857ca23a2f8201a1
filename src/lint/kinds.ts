import type { LintWords } from "../language/lint-words.ts";

/** What beside a first issue words ask for: renewal, duplicate, extension, termination. */
export const kindsIn = (text: string, { kinds }: LintWords): readonly string[] => {
  const small = text.toLowerCase();
  return Object.entries(kinds).flatMap(([kind, words]) =>
    words.some((word) => small.includes(word)) ? [kind] : [],
  );
};
