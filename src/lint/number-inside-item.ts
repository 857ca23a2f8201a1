import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { phrase } from "./phrase.ts";

/** An item that repeats its own number in the middle of its words: two items have run into one. */
export const numberInsideItem: Lint = {
  code: "number-inside-item",
  severity: "error",

  find: (draft, { lint: words }) => {
    const ofNumber = patterns(words);
    return draft.parts
      .filter(
        ({ type, number, role, aside }) =>
          type === "item" && number !== undefined && role === "words" && !aside,
      )
      .flatMap((part) => {
        const number = part.number ?? "";
        const { cited, again } = ofNumber(number);
        const ends = [...part.words.text.matchAll(cited)].map(({ index, 0: text }) => index + text.length);
        const match = [...part.words.text.matchAll(again)].find(
          ({ index }) => !ends.includes(index + number.length + 1),
        );
        return match === undefined
          ? []
          : [
              {
                at: citePart(draft, part, match.index, match.index + match[0].length),
                details: { number },
              },
            ];
      });
  },

  examples: {
    must: [
      { text: [["clause-2/item-1", "қызмет – алушылардың 1) алушы – жеке тұлға;"]] },
      { in: "ru", text: [["clause-2/item-1", "услуга – одна из функций 1) услугополучатель – лицо;"]] },
    ],
    mustNot: [
      {
        in: "ru",
        text: [["clause-2/item-1", "лица, указанные в подпункте 1) части первой статьи 10 Закона;"]],
      },
      { text: [["clause-2/item-1", "Заңның 10-бабының 1) тармақшасына сәйкес;"]] },
      { text: [["clause-2/item-1", "алушы – жеке тұлға;"]] },
    ],
  },
};

/** A number cited as that of a provision, and one that begins an item; each number's are made once. */
function patterns(words: LintWords): (number: string) => { readonly cited: RegExp; readonly again: RegExp } {
  const provision = anyOf([...words.item, ...words.clause]);
  const made = new Map<string, { readonly cited: RegExp; readonly again: RegExp }>();
  return (number) => {
    const known = made.get(number) ?? {
      cited: new RegExp(`(?<!\\p{L})${phrase(words.phrases.counted, { n: number, word: provision })}`, "giu"),
      again: new RegExp(`(?<=\\p{L}\\s)${number}\\)(?!\\s+${provision})\\s+\\p{L}+`, "giu"),
    };
    made.set(number, known);
    return known;
  };
}
