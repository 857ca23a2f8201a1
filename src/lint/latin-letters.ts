import { eachWordOnce } from "./each-word-once.ts";
import type { Lint } from "./lint.ts";

/** So many words are told each by itself; of more, all at once. */
const EACH = 5;

/** Latin letters inside a Cyrillic word: no search finds it, and a machine may take it for another word. */
export const latinLetters: Lint = {
  code: "latin-letters",
  severity: "warning",

  find: (draft) => {
    const words = eachWordOnce(draft.lookAlikes, draft);
    const [first] = words;
    if (first === undefined || words.length <= EACH) return words;
    // Whoever types every «і» so is told once, and of what is told the rest are examples.
    const named = words.slice(0, EACH).map(({ at }) => at.quote);
    return [{ at: first.at, details: { word: named.join(", "), times: draft.lookAlikes.length } }];
  },

  examples: {
    must: [
      {
        text: [["clause-1", "мемлекеттік қызметтік берілген кезінде үшін екі"]],
        lookAlikes: ["мемлекеттiк", "қызметтiк", "берiлген", "кезiнде", "үшiн", "екi"],
      },
      { text: [["clause-1", "тіркелгенін растайтын"]], lookAlikes: ["тiркелгенін"] },
    ],
    mustNot: [{ text: [["clause-1", "тіркелген, www.egov.kz"]] }],
  },
};
