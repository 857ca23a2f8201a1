import type { Citation } from "../model/citation.ts";
import { citePart } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";

/** The number of a form of records: digits and, behind a stroke, the letter of its sort. */
const FORM = /(?<![\p{L}\p{N}/])(\d{3}(?:-\d{1,2})?)\/(\p{Ll})(?![\p{L}\p{N}/])/gu;

/** One form of records under two numbers, 036/е and 036/у: the letter says of what sort it is, in one language or the other. */
export const formNumberDiffers: Lint = {
  code: "form-number-differs",
  severity: "warning",

  find: (draft) => {
    const first = new Map<string, { readonly letter: string; readonly cite: Citation }>();
    const told = new Set<string>();
    return draft.parts.flatMap((part) =>
      [...part.words.text.matchAll(FORM)].flatMap(
        ({ 0: form, 1: number = "", 2: letter = "", index }): readonly Found[] => {
          const cite = citePart(draft, part, index, index + form.length);
          const known = first.get(number);
          if (known === undefined) first.set(number, { letter, cite });
          if (known === undefined || known.letter === letter || told.has(form)) return [];
          told.add(form);
          return [
            { at: cite, beside: known.cite, details: { one: form, other: `${number}/${known.letter}` } },
          ];
        },
      ),
    );
  },

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-7", "№ 036/е нысаны бойынша тіркеу кітабына"],
          ["service-2/clause-7", "№ 036/у нысаны бойынша тіркеу кітабына"],
        ],
      },
      {
        in: "ru",
        text: [
          ["clause-7", "по форме № 035-2/у"],
          ["clause-9", "по форме № 035-2/е"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["clause-7", "№ 035-2/е және № 079/е нысандары"],
          ["clause-8", "№ 035-2/е нысаны"],
        ],
      },
      { in: "ru", text: [["clause-7", "форма № 036/у, приказ № 175/2020, дом 036/2"]] },
    ],
  },
};
