import { definitionsIn, type Definition } from "./abbreviations.ts";
import { citePart, type Part } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { namePattern } from "./name-pattern.ts";
import { regulationsOf } from "./regulations.ts";

/** An abbreviation that is introduced and then never used in its regulation. */
export const abbreviationUnused: Lint = {
  code: "abbreviation-unused",
  severity: "note",

  find: (draft, { lint: words }) =>
    regulationsOf(draft)
      .filter(({ service }) => service > 0)
      .flatMap(({ parts }) =>
        unusedIn(parts, definitionsIn(parts, words)).map(({ part, start, end, name }) => ({
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
        in: "ru",
        text: [
          [
            "service-1/clause-2",
            "органом (далее – орган, рассматривающий жалобу), приказом (далее – Приказ № 67)",
          ],
          ["service-1/clause-3", "подается органу, рассматривающему жалобу, согласно Приказу № 67"],
        ],
      },
      {
        text: [
          ["service-1/clause-2", "жеке сәйкестендіру нөмірі (бұдан әрі – ЖСН) беріледі"],
          ["service-1/clause-3", "ЖСН-ы тексеріледі."],
        ],
      },
    ],
  },
};

/** A name that is looked for, and where it was last seen in each part. */
interface Sought {
  readonly pattern: RegExp;
  readonly last: Map<Part, number>;
}

/** By so many letters names are found at all; what follows is for their patterns. */
const BEGINNING = 12;
/** So many names that begin alike are looked for; of more, the rest count as used: nobody is told what was not looked for. */
const BEGIN_ALIKE = 32;

const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{M}\p{N}]+/gu;

/** The definitions whose name is neither in another part, nor after them in their own: one walk over the words for all. */
function unusedIn(parts: readonly Part[], definitions: readonly Definition[]): readonly Definition[] {
  const { byName, byBeginning } = soughtOf(definitions);
  if (byName.size === 0) return [];
  for (const part of parts.filter(({ role }) => role !== "head"))
    for (const { 0: word, index } of part.words.text.matchAll(WORD))
      for (const { pattern, last } of begunBy(word.toLowerCase(), byBeginning)) {
        pattern.lastIndex = index;
        if (pattern.test(part.words.text)) last.set(part, index);
      }
  return definitions.filter(({ name, part, end }) => {
    const last = byName.get(name)?.last;
    if (last === undefined) return false;
    const own = last.get(part);
    return last.size === (own === undefined ? 0 : 1) && (own ?? 0) < end;
  });
}

/** The names of definitions, each once, and by how they begin. */
function soughtOf(definitions: readonly Definition[]): {
  readonly byName: ReadonlyMap<string, Sought>;
  readonly byBeginning: ReadonlyMap<string, readonly Sought[]>;
} {
  const byName = new Map<string, Sought>();
  const byBeginning = new Map<string, Sought[]>();
  for (const { name } of definitions) {
    const made = byName.has(name) ? undefined : namePattern(name);
    if (made === undefined) continue;
    const beginning = made.beginning.slice(0, BEGINNING);
    const alike = byBeginning.get(beginning) ?? [];
    if (alike.length >= BEGIN_ALIKE) continue;
    const sought = { pattern: made.pattern, last: new Map<Part, number>() };
    byName.set(name, sought);
    byBeginning.set(beginning, [...alike, sought]);
  }
  return { byName, byBeginning };
}

function begunBy(word: string, byBeginning: ReadonlyMap<string, readonly Sought[]>): readonly Sought[] {
  const found: Sought[] = [];
  for (let length = 1; length <= Math.min(word.length, BEGINNING); length += 1)
    found.push(...(byBeginning.get(word.slice(0, length)) ?? []));
  return found;
}
