import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";

/** A clause cited with the bracket of an item: `2) тармағына` for `2-тармағына`. */
export const clauseCitedAsItem: Lint = {
  code: "clause-cited-as-item",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const cited = new RegExp(
      `(?<!\\p{N})\\d+\\)\\s+(?!${anyOf(words.item)})${anyOf(words.clause)}\\p{L}*`,
      "giu",
    );
    return draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        [...part.words.text.matchAll(cited)].map((match) => ({
          at: citePart(draft, part, match.index, match.index + match[0].length),
        })),
      );
  },

  examples: {
    must: [{ text: [["clause-8", "Заңның 25-бабының 2) тармағына сәйкес қаралады."]] }],
    mustNot: [{ text: [["clause-8", "Заңның 25-бабының 2-тармағының 1) тармақшасына сәйкес қаралады."]] }],
  },
};
