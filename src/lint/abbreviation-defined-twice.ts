import { definitionsIn, plainName, type Definition } from "./abbreviations.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { regulationsOf } from "./regulations.ts";

/** An abbreviation that one regulation introduces twice. */
export const abbreviationDefinedTwice: Lint = {
  code: "abbreviation-defined-twice",
  severity: "warning",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap(({ parts }) => {
      const all = definitionsIn(parts, words);
      return all.flatMap((one, index) => {
        const first = all.slice(0, index).find((other) => sameName(other, one));
        return first === undefined
          ? []
          : [
              {
                at: citePart(draft, one.part, one.start, one.end),
                beside: citePart(draft, first.part, first.start, first.end),
                details: { name: one.name },
              },
            ];
      });
    }),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-2", '"электрондық үкімет" веб-порталы (бұдан әрі – Портал) арқылы'],
          ["service-1/annex-1/table/row-2", "веб-порталы (бұдан әрі – портал) арқылы"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-2", "веб-порталы (бұдан әрі – Портал) арқылы"],
          ["service-2/clause-2", "веб-порталы (бұдан әрі – Портал) арқылы"],
        ],
      },
      { text: [["service-1/clause-2", "веб-порталы (бұдан әрі – Портал), Заңы (бұдан әрі – Заң)"]] },
    ],
  },
};

/** The same name, or the same in the plural: all words but the last equal, the last with the same beginning. */
function sameName(one: Definition, other: Definition): boolean {
  const [ours, theirs] = [plainName(one.name).split(" "), plainName(other.name).split(" ")];
  const [last, otherLast] = [ours.pop() ?? "", theirs.pop() ?? ""];
  const length = Math.min(last.length, otherLast.length, 5);
  return ours.join() === theirs.join() && last.slice(0, length) === otherLast.slice(0, length);
}
