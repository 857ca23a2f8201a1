import { definitionsIn, plainName } from "./abbreviations.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";
import { numbered } from "./phrase.ts";

/** An abbreviation that is the very words it stands for, or the number of an annex: it shortens nothing. */
export const abbreviationOfItself: Lint = {
  code: "abbreviation-of-itself",
  severity: "note",

  find: (draft, { lint: words }) => {
    const provision = new RegExp(`^${numbered(words, anyOf([...words.annex, ...words.clause]))}`, "iu");
    return definitionsIn(draft.parts, words)
      .filter(({ name, before }) => provision.test(name) || isWhole(before, name))
      .map(({ part, start, end, name }) => ({ at: citePart(draft, part, start, end), details: { name } }));
  },

  examples: {
    must: [
      {
        text: [
          [
            "clause-1",
            "мемлекеттік көрсетілетін қызмет (бұдан әрі – мемлекеттік көрсетілетін қызмет) көрсету",
          ],
        ],
      },
      { text: [["clause-4", "осы Қағидаларға 2-қосымшаға (бұдан әрі – 2-қосымша) сәйкес"]] },
    ],
    mustNot: [
      {
        text: [
          [
            "clause-13",
            "Денсаулық сақтау саласындағы уәкілетті орган (бұдан әрі – Уәкілетті орган) жаңартады",
          ],
        ],
      },
      { text: [["clause-1", "мемлекеттік қызмет (бұдан әрі – мемлекеттік көрсетілетін қызмет) көрсету"]] },
    ],
  },
};

/** Whether the name is all that stands before the bracket, from the quotation mark or the start of the provision on. */
function isWhole(before: string, name: string): boolean {
  const said = before.slice(Math.max(...['"', "«"].map((mark) => before.lastIndexOf(mark))) + 1);
  return plainName(said) === plainName(name);
}
