import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** Latin letters inside a Cyrillic word: no search finds it, and a machine may take it for another word. */
export const latinLetters: Lint = {
  code: "latin-letters",
  severity: "warning",

  find: (draft) => {
    const seen = new Set<string>();
    if (draft.lookAlikes.length === 0) return [];
    const times = new Map<string, number>();
    for (const { word } of draft.lookAlikes)
      times.set(word.toLowerCase(), (times.get(word.toLowerCase()) ?? 0) + 1);
    return draft.lookAlikes.flatMap(({ span, word }) => {
      if (seen.has(word.toLowerCase())) return [];
      const part = draft.parts.find(({ words }) =>
        words.runs.some(({ source }) => source.start <= span.start && span.end <= source.end),
      );
      if (part === undefined) return [];
      seen.add(word.toLowerCase());
      return [
        {
          at: { ...citePart(draft, part), quote: word, spans: [span] },
          details: { word, times: times.get(word.toLowerCase()) ?? 1 },
        },
      ];
    });
  },

  examples: {
    must: [{ text: [["clause-1", "тіркелгенін растайтын"]], lookAlikes: ["тiркелгенін"] }],
    mustNot: [{ text: [["clause-1", "тіркелген, www.egov.kz"]] }],
  },
};
