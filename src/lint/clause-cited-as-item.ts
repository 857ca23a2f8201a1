import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyBut, phrase } from "./phrase.ts";

/** A clause cited with the bracket of an item: `2) тармағына` for `2-тармағына`. */
export const clauseCitedAsItem: Lint = {
  code: "clause-cited-as-item",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const slots = { n: "\\d+", word: anyBut(words.clause, words.item) };
    const cited = new RegExp(`(?<![\\p{L}\\p{N}])${phrase(words.phrases.counted, slots)}\\p{L}*`, "giu");
    return draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        [...part.words.text.matchAll(cited)]
          .filter((match) => !closesAnother(part.words.text, match))
          .map((match) => ({ at: citePart(draft, part, match.index, match.index + match[0].length) })),
      );
  },

  examples: {
    must: [
      { text: [["clause-8", "Заңның 25-бабының 2) тармағына сәйкес қаралады."]] },
      { in: "ru", text: [["clause-8", "рассматривается согласно пункту 2) статьи 25 Закона"]] },
    ],
    mustNot: [
      { text: [["clause-8", "Заңның 25-бабының 2-тармағының 1) тармақшасына сәйкес қаралады."]] },
      {
        in: "ru",
        text: [["clause-8", "согласно подпункту 1) пункта 2 статьи 19-1, подпунктами 1) и 2) пункта 3"]],
      },
      { in: "ru", text: [["clause-8", "документы (предусмотренные в пункте 9) рассматриваются"]] },
    ],
  },
};

/** So far back an open bracket is looked for: what stands in brackets in a law is shorter. */
const IN_BRACKETS = 400;

/** Whether the bracket that ends these words closes one that was opened before them. */
function closesAnother(text: string, { index, 0: cited }: RegExpExecArray): boolean {
  if (!cited.endsWith(")")) return false;
  const before = text.slice(Math.max(0, index - IN_BRACKETS), index);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}
