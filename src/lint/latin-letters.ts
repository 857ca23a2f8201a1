import { groupedBy } from "../model/grouped-by.ts";
import type { Lint } from "./lint.ts";
import { partsBySource } from "./parts-by-source.ts";

/** Latin letters inside a Cyrillic word: no search finds it, and a machine may take it for another word. */
export const latinLetters: Lint = {
  code: "latin-letters",
  severity: "warning",

  find: ({ document, parts, lookAlikes }) => {
    if (lookAlikes.length === 0) return [];
    const partAt = partsBySource(parts);
    return [...groupedBy(lookAlikes, ({ word }) => word.toLowerCase()).values()].flatMap((uses) => {
      for (const { word, span } of uses) {
        const part = partAt(span);
        if (part === undefined) continue;
        const { path, cite } = part;
        return [
          { at: { document, path, cite, quote: word, spans: [span] }, details: { word, times: uses.length } },
        ];
      }
      return [];
    });
  },

  examples: {
    must: [{ text: [["clause-1", "тіркелгенін растайтын"]], lookAlikes: ["тiркелгенін"] }],
    mustNot: [{ text: [["clause-1", "тіркелген, www.egov.kz"]] }],
  },
};
