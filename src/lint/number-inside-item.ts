import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";

/** An item that repeats its own number in the middle of its words: two items have run into one. */
export const numberInsideItem: Lint = {
  code: "number-inside-item",
  severity: "error",

  find: (draft, { lint: words }) =>
    draft.parts
      .filter(
        ({ type, number, role, aside }) =>
          type === "item" && number !== undefined && role === "words" && !aside,
      )
      .flatMap((part) => {
        const again = new RegExp(
          `(?<=\\p{L}\\s)${part.number ?? ""}\\)\\s+(?!${anyOf([...words.item, ...words.clause])})\\p{L}+`,
          "iu",
        );
        const match = again.exec(part.words.text);
        return match === null
          ? []
          : [
              {
                at: citePart(draft, part, match.index, match.index + match[0].length),
                details: { number: part.number ?? "" },
              },
            ];
      }),

  examples: {
    must: [{ text: [["clause-2/item-1", "қызмет – алушылардың 1) алушы – жеке тұлға;"]] }],
    mustNot: [
      { text: [["clause-2/item-1", "Заңның 10-бабының 1) тармақшасына сәйкес;"]] },
      { text: [["clause-2/item-1", "алушы – жеке тұлға;"]] },
    ],
  },
};
