import { groupedBy } from "../model/grouped-by.ts";
import type { Lint } from "./lint.ts";
import { partsBySource } from "./parts-by-source.ts";

/** A term of the language with a slip in one letter, `услугадатель`: no search finds it, and it may be taken for another party. */
export const misspeltTerm: Lint = {
  code: "misspelt-term",
  severity: "warning",

  find: ({ document, parts, misspelt = [] }) => {
    if (misspelt.length === 0) return [];
    const partAt = partsBySource(parts);
    return [...groupedBy(misspelt, ({ word }) => word.toLowerCase()).values()].flatMap((uses) => {
      for (const { word, right, span } of uses) {
        const part = partAt(span);
        if (part === undefined) continue;
        const { path, cite } = part;
        return [
          {
            at: { document, path, cite, quote: word, spans: [span] },
            details: { word, right, times: uses.length },
          },
        ];
      }
      return [];
    });
  },

  examples: {
    must: [
      {
        in: "ru",
        text: [["clause-1", "услугодателя"]],
        misspelt: [["услугадателя", "услугодателя"]],
      },
      { text: [["clause-1", "көрсетілетін қызметті алушы"]], misspelt: [["алущы", "алушы"]] },
    ],
    mustNot: [
      { in: "ru", text: [["clause-1", "услугодатель, разрушение"]] },
      { text: [["clause-1", "көрсетілетін қызметті алушы, қызметті алуы"]] },
    ],
  },
};
