import type { LintWords } from "../language/lint-words.ts";
import { anyBut, phrase } from "./phrase.ts";
import { anyOf } from "./any-of.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** An annex cited as if it were a clause's: `8-тармағы 1-қосымшасында`; clauses have no annexes. */
export const referenceInverted: Lint = {
  code: "reference-inverted",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const cited = pattern(words);
    return draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        [...part.words.text.matchAll(cited)].map((match) => ({
          at: citePart(draft, part, match.index, match.index + match[0].length),
        })),
      );
  },

  examples: {
    must: [
      { text: [["clause-6", "осы Қағидалардың 8-тармағы 1-қосымшасында көзделген құжаттар"]] },
      { in: "ru", text: [["clause-6", "документы согласно приложению 1 пункта 8 настоящих Правил"]] },
    ],
    mustNot: [
      { text: [["clause-6", "осы Қағидаларға 1-қосымшаның 8-тармағында көзделген құжаттар"]] },
      { text: [["clause-6", "9-тармағына және 1-қосымшасына, 8-тармағына, 1-қосымшасына сәйкес"]] },
      { in: "ru", text: [["clause-6", "согласно пункту 8 приложения 1, приложению 2 и пункту 9"]] },
    ],
  },
};

function pattern(words: LintWords): RegExp {
  const slots = { n: "\\d+(?:-\\d+)?", clause: anyBut(words.clause, words.item), annex: anyOf(words.annex) };
  return new RegExp(`(?<![\\p{L}\\p{N}])${phrase(words.phrases.inverted, slots)}`, "giu");
}
