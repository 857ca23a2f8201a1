import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** Latin letters inside a Cyrillic word: no search finds it, and a machine may take it for another word. */
export const latinLetters: Lint = {
  code: "latin-letters",
  severity: "warning",

  find: (draft) => {
    const seen = new Set<string>();
    return draft.lookAlikes.flatMap(({ span, word }) => {
      const part = draft.parts.find(({ words }) =>
        words.runs.some(({ source }) => source.start <= span.start && span.end <= source.end),
      );
      if (part === undefined || seen.has(word.toLowerCase())) return [];
      seen.add(word.toLowerCase());
      const times = draft.lookAlikes.filter(
        (other) => other.word.toLowerCase() === word.toLowerCase(),
      ).length;
      return [{ at: { ...citePart(draft, part), quote: word, spans: [span] }, details: { word, times } }];
    });
  },

  examples: { must: [], mustNot: [{ text: [["clause-1", "тіркелген, www.egov.kz"]] }] },
};
