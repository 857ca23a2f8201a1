import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { phrase } from "./phrase.ts";

/** A date with a year and blanks for the day: the act was published with a form not filled in. */
export const blankDate: Lint = {
  code: "blank-date",
  severity: "note",

  find: (draft, { lint: words }) => {
    const slots = { year: "\\d{4}", ofYear: words.ofYear, day: `["«][_ ]*["»]`, month: "_{3,}", " ": " ?" };
    const blank = new RegExp(phrase(words.phrases.date, slots), "giu");
    return draft.parts
      .filter(({ type, path }) => type !== "form" && !/(?:^|\/)form(?:\/|$)/u.test(path))
      .flatMap((part) =>
        [...part.words.text.matchAll(blank)].map((match) => ({
          at: citePart(draft, part, match.index, match.index + match[0].length),
        })),
      );
  },

  examples: {
    must: [
      { text: [["signature/paragraph-1", '2020 жылғы " "_________________']] },
      { in: "ru", text: [["signature/paragraph-1", "«___» ____________ 2020 года"]] },
    ],
    mustNot: [
      { in: "ru", text: [["signature/paragraph-1", "«18» мая 2020 года"]] },
      { text: [["signature/paragraph-1", "2020 жылғы 18 мамыр"]] },
      { text: [["form/paragraph-1", '2020 жылғы " "_________________']] },
    ],
  },
};
