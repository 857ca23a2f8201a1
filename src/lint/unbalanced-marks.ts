import { citePart, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** Brackets or quotation marks that are opened and not closed, or closed and not opened, within one provision. */
export const unbalancedMarks: Lint = {
  code: "unbalanced-marks",
  severity: "warning",

  find: (draft, { lint: words }) =>
    draft.parts
      .filter((part) => !(part.aside && part.role === "words"))
      .flatMap((part): readonly Found[] => {
        const bracket = looseBracket(part, words);
        const quotes = [...part.words.text.matchAll(/["«»“”„]/gu)];
        const last = quotes.at(-1);
        return [
          ...(bracket === undefined
            ? []
            : [{ at: around(draft, part, bracket), details: { mark: part.words.text[bracket] ?? "" } }]),
          ...(quotes.length % 2 === 0 || last === undefined
            ? []
            : [{ at: around(draft, part, last.index), details: { mark: last[0] } }]),
        ];
      }),

  examples: {
    must: [
      { text: [["clause-7", "сенбіге дейін (дүйсенбі-жұма күндері 8.00-ден 20.00-ге дейін."]] },
      { text: [["clause-9", '"Дербес деректер туралы Қазақстан Республикасының Заңы']] },
    ],
    mustNot: [
      { text: [["clause-7", "Заңның (бұдан әрі – Заң) 10-бабының 1) тармақшасына сәйкес"]] },
      { text: [["clause-9", '"Дербес деректер туралы" Заңы; ((екі) рет)']] },
    ],
  },
};

const around = (draft: Parameters<typeof citePart>[0], part: Part, at: number) =>
  citePart(draft, part, Math.max(0, at - 30), Math.min(part.words.text.length, at + 40));

/** Place of the first bracket without a partner. The bracket after a number or letter of a list is none. */
function looseBracket({ words: { text } }: Part, words: LintWords): number | undefined {
  const item = new RegExp(`^\\)\\s*(?:[,–-]|${anyOf([...words.and, ...words.item, ...words.clause])})`, "iu");
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") open.push(at);
    if (text[at] !== ")") continue;
    const listed = /(?<![\p{L}\p{N}])(?:\d+(?:-\d+)?|\p{Ll})$/u.test(text.slice(Math.max(0, at - 6), at));
    if (listed && (open.length === 0 || item.test(text.slice(at, at + 20)))) continue;
    if (open.pop() === undefined) return at;
  }
  return open[0];
}
