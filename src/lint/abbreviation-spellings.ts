import type { LintWords } from "../language/lint-words.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu;
const plainly = (text: string, letters: LintWords["plainLetters"]): string =>
  Array.from(text, (letter) => letters[letter] ?? letter).join("");

/** One abbreviation in two spellings that differ only by a letter and its plain counterpart: ЭСҚ and ЭСК. */
export const abbreviationSpellings: Lint = {
  code: "abbreviation-spellings",
  severity: "warning",

  find: (draft, { lint: { plainLetters } }) => {
    const first = new Map<string, { text: string; cite: ReturnType<typeof citePart> }>();
    const told = new Set<string>();
    return draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        [...part.words.text.matchAll(CAPITALS)].flatMap((match) => {
          const text = match[0];
          const cite = citePart(draft, part, match.index, match.index + text.length);
          const before = first.get(plainly(text, plainLetters));
          if (before === undefined) {
            first.set(plainly(text, plainLetters), { text, cite });
            return [];
          }
          if (before.text === text || told.has(text)) return [];
          told.add(text);
          return [{ at: cite, beside: before.cite, details: { one: text, other: before.text } }];
        }),
      );
  },

  examples: {
    must: [
      {
        text: [
          ["clause-2", "ЭСҚ арқылы"],
          ["clause-3", "ЭСК қойылады"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["clause-2", "ЭЦҚ арқылы"],
          ["clause-3", "ЭЦҚ қойылады, МСАК ұйымы"],
        ],
      },
    ],
  },
};
