import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** The date of an act with its month in the wrong form: `18 мамыры` for `18 мамырдағы`. */
export const monthForm: Lint = {
  code: "month-form",
  severity: "note",

  find: (draft, { lint: words }) => {
    const months = Object.keys(words.wrongMonths).join("|");
    const wrong = new RegExp(`\\d{4} ${words.ofYear} \\d{1,2} (${months})(?!\\p{L})(?=[^\\p{L}]*№)`, "giu");
    return draft.parts.flatMap((part) =>
      [...part.words.text.matchAll(wrong)].map((match) => ({
        at: citePart(draft, part, match.index, match.index + match[0].length),
        details: { said: match[1] ?? "", right: words.wrongMonths[(match[1] ?? "").toLowerCase()] ?? "" },
      })),
    );
  },

  examples: {
    must: [{ text: [["service-1", "head: министрінің 2020 жылғы 18 мамыры № 49 бұйрығына"]] }],
    mustNot: [{ text: [["service-1", "head: министрінің 2020 жылғы 18 мамырдағы № 49 бұйрығына"]] }],
  },
};
