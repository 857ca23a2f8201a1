import type { Grammar } from "../language/grammar.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

const STATED_TWICE = /(?<!\d)(\d+(?:[.,]\d+)?) ?\(([\p{L} ]+)\)/gu;

/** A number in digits and, in brackets after it, in words that come to another number. */
export const numberWordsDiffer: Lint = {
  code: "number-words-differ",
  severity: "error",

  find: (draft, grammar) =>
    draft.parts.flatMap((part) =>
      [...part.words.text.matchAll(STATED_TWICE)].flatMap((match) => {
        const said = inWords(match[2] ?? "", grammar);
        const digits = Number((match[1] ?? "").replace(",", "."));
        return said === undefined || said === digits
          ? []
          : [
              {
                at: citePart(draft, part, match.index, match.index + match[0].length),
                details: { digits, words: said },
              },
            ];
      }),
    ),

  examples: {
    must: [
      { text: [["clause-1", "15 (он) минуттан аспайды."]] },
      { text: [["clause-1", "20 (отыз бес) жұмыс күні"]] },
    ],
    mustNot: [
      { text: [["clause-1", "15 (он бес) минуттан аспайды."]] },
      { text: [["clause-1", "2 (қосымша) нысан; 3 (үш) күн"]] },
    ],
  },
};

/** The number that words come to; undefined where they are more than a number, or none. */
function inWords(text: string, grammar: Grammar): number | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => ({ text: word }));
  const number = grammar.numberAt(words, 0);
  return number?.to === words.length ? number.value : undefined;
}
