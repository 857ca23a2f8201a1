import { definitionsIn, namePattern } from "./abbreviations.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { regulationsOf } from "./regulations.ts";

/** An abbreviation that is introduced and then never used in its regulation. */
export const abbreviationUnused: Lint = {
  code: "abbreviation-unused",
  severity: "note",

  find: (draft, { lint: words }) =>
    regulationsOf(draft)
      .filter(({ service }) => service > 0)
      .flatMap(({ parts }) =>
        definitionsIn(parts, words)
          .filter(({ part, start, end, name }) => {
            const pattern = namePattern(name);
            return !parts.some((other) => {
              const text =
                other === part
                  ? other.words.text.slice(0, start) + " ".repeat(end - start) + other.words.text.slice(end)
                  : other.words.text;
              const after = other === part ? text.slice(end) : text;
              return other.role !== "head" && pattern.test(after)
                ? ((pattern.lastIndex = 0), true)
                : ((pattern.lastIndex = 0), false);
            });
          })
          .map(({ part, start, end, name }) => ({
            at: citePart(draft, part, start, end),
            details: { name },
          })),
      ),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-2", "жеке сәйкестендіру нөмірі (бұдан әрі – ЖСН) беріледі"],
          ["service-1/clause-3", "Қызмет тегін."],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-2", "жеке сәйкестендіру нөмірі (бұдан әрі – ЖСН) беріледі"],
          ["service-1/clause-3", "ЖСН-ы тексеріледі."],
        ],
      },
    ],
  },
};
