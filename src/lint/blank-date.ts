import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** A date with a year and blanks for the day: the act was published with a form not filled in. */
export const blankDate: Lint = {
  code: "blank-date",
  severity: "note",

  find: (draft, { lint: words }) => {
    const blank = new RegExp(`\\d{4} ${words.ofYear} ?["«][_ ]*["»] ?_{3,}`, "giu");
    return draft.parts
      .filter(({ type, path }) => type !== "form" && !/(?:^|\/)form(?:\/|$)/u.test(path))
      .flatMap((part) =>
        [...part.words.text.matchAll(blank)].map((match) => ({
          at: citePart(draft, part, match.index, match.index + match[0].length),
        })),
      );
  },

  examples: {
    must: [{ text: [["signature/paragraph-1", '2020 жылғы " "_________________']] }],
    mustNot: [
      { text: [["signature/paragraph-1", "2020 жылғы 18 мамыр"]] },
      { text: [["form/paragraph-1", '2020 жылғы " "_________________']] },
    ],
  },
};
