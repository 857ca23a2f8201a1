import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";
import { phrase } from "./phrase.ts";
import { placesOf } from "./places.ts";
import { provisions, regulationsOf } from "./regulations.ts";

/** "Clause 8 of the list", where the list is a table and has rows. Told once for a regulation. */
export const rowCitedAsClause: Lint = {
  code: "row-cited-as-clause",
  severity: "note",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap(({ root, parts }) => {
      const [table] = provisions(root, (node) => node.table === "requirements");
      if (table === undefined) return [];
      const slots = { list: anyOf(words.list), clause: anyOf(words.clause), n: "(\\d+)" };
      const cited = new RegExp(`(?<!\\p{L})${phrase(words.phrases.ofList, slots)}`, "iu");
      for (const part of parts) {
        const match = part.aside ? null : cited.exec(part.words.text);
        const [row] = match === null ? [] : placesOf(parts).at(`${table.path}/row-${match[1] ?? ""}`);
        if (match === null || row === undefined) continue;
        return [
          {
            at: citePart(draft, part, match.index, match.index + match[0].length),
            beside: citePart(draft, row),
            details: { number: match[1] ?? "" },
          },
        ];
      }
      return [];
    }),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-5", "тізбенің 8-тармағымен көзделген құжаттар"],
          ["service-1/annex-1/table/row-8", "label: Құжаттар тізбесі"],
        ],
      },
    ],
    mustNot: [{ text: [["service-1/clause-5", "тізбенің 8-тармағымен көзделген құжаттар"]] }],
  },
};
