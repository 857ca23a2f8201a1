import { eachWordOnce } from "./each-word-once.ts";
import type { Lint } from "./lint.ts";

/** Latin letters inside a Cyrillic word: no search finds it, and a machine may take it for another word. */
export const latinLetters: Lint = {
  code: "latin-letters",
  severity: "warning",

  find: (draft) => eachWordOnce(draft.lookAlikes, draft),

  examples: {
    must: [{ text: [["clause-1", "тіркелгенін растайтын"]], lookAlikes: ["тiркелгенін"] }],
    mustNot: [{ text: [["clause-1", "тіркелген, www.egov.kz"]] }],
  },
};
