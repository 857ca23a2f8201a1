import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import type { LintWords } from "./lint-words.ts";

const STATED_TWICE = /(\d+(?:[.,]\d+)?) ?\(([\p{L} ]+)\)/gu;

/** A number in digits and, in brackets after it, in words that come to another number. */
export const numberWordsDiffer: Lint = {
  code: "number-words-differ",
  severity: "error",

  find: (draft, words) =>
    draft.parts.flatMap((part) =>
      [...part.words.text.matchAll(STATED_TWICE)].flatMap((match) => {
        const said = inWords(match[2] ?? "", words);
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

/** What number words add up to; undefined where one of them is no number. */
function inWords(text: string, { numbers }: LintWords): number | undefined {
  let sum = 0;
  for (const word of text.trim().toLowerCase().split(/\s+/u)) {
    const value = numbers[word];
    if (value === undefined) return undefined;
    sum = value === 100 && sum > 0 ? sum * value : sum + value;
  }
  return sum;
}
