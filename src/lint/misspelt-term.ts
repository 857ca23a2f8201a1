import { eachWordOnce } from "./each-word-once.ts";
import type { Lint } from "./lint.ts";

/** A term of the language with a slip in one letter, `услугадатель`: no search finds it, and it may be taken for another party. */
export const misspeltTerm: Lint = {
  code: "misspelt-term",
  severity: "warning",

  find: (draft) => eachWordOnce(draft.misspelt ?? [], draft),

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
