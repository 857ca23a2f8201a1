import { definitionsIn, plainName } from "./abbreviations.ts";
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
      const firsts = firstsOfSameName(
        all.map(({ name }) => name),
        words.tellingLetters,
      );
      return all.flatMap((one, index) => {
        const first = all[firsts[index] ?? index];
        return first === undefined || first === one
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
        in: "ru",
        text: [
          ["service-1/clause-2", "департаментами (далее – услугодатель)"],
          ["service-1/annex-1/table/row-1", "департаменты (далее – услугодатели)"],
        ],
      },
      {
        text: [
          ["service-1/clause-2", '"электрондық үкімет" веб-порталы (бұдан әрі – Портал) арқылы'],
          ["service-1/annex-1/table/row-2", "веб-порталы (бұдан әрі – портал) арқылы"],
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        text: [
          ["service-1/clause-2", "лицам (далее – услугополучатель) департаментами (далее – услугодатель)"],
        ],
      },
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

/**
 * For each name the first that is the same, or the same in the plural: all words but the last equal, the last with the same
 * beginning, up to so many letters or to where the shorter one ends.
 */
function firstsOfSameName(names: readonly string[], letters: number): readonly number[] {
  /** The first name that begins with what the key says, and the first that is no longer than that. */
  const begins = new Map<string, number>();
  const whole = new Map<string, number>();
  return names.map((name, index) => {
    const words = plainName(name).split(" ");
    const last = (words.pop() ?? "").slice(0, letters);
    const key = words.join(" ");
    const beginnings = Array.from(
      { length: last.length + 1 },
      (_, length) => `${key} ${last.slice(0, length)}`,
    );
    const own = `${key} ${last}`;
    const first = Math.min(begins.get(own) ?? index, ...beginnings.map((one) => whole.get(one) ?? index));
    for (const one of beginnings) if (!begins.has(one)) begins.set(one, index);
    if (!whole.has(own)) whole.set(own, index);
    return first;
  });
}
