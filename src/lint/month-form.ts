import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { phrase } from "./phrase.ts";

/** The date of an act with its month in the wrong form: `18 мамыры` for `18 мамырдағы`. */
export const monthForm: Lint = {
  code: "month-form",
  severity: "note",

  find: (draft, { lint: words }) => {
    const months = Object.keys(words.wrongMonths).join("|");
    const month = `(${months})(?!\\p{L})`;
    const date = phrase(words.phrases.date, {
      year: "\\d{4}",
      ofYear: words.ofYear,
      day: "\\d{1,2}",
      month,
      " ": " ",
    });
    const wrong = new RegExp(`${date}(?=[^\\p{L}]*№)`, "giu");
    return draft.parts.flatMap((part) =>
      [...part.words.text.matchAll(wrong)].map((match) => ({
        at: citePart(draft, part, match.index, match.index + match[0].length),
        details: { said: match[1] ?? "", right: words.wrongMonths[(match[1] ?? "").toLowerCase()] ?? "" },
      })),
    );
  },

  examples: {
    must: [
      { text: [["service-1", "head: министрінің 2020 жылғы 18 мамыры № 49 бұйрығына"]] },
      { in: "ru", text: [["service-1", "head: к приказу Министра от 18 май 2020 года № 49"]] },
    ],
    mustNot: [
      { text: [["service-1", "head: министрінің 2020 жылғы 18 мамырдағы № 49 бұйрығына"]] },
      { in: "ru", text: [["service-1", "head: к приказу Министра от 18 мая 2020 года № 49"]] },
    ],
  },
};
