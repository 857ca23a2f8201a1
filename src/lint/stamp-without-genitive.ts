import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";

/** An approval stamp that names the issuing body in the nominative: "minister of 27 November, to order № 99". */
export const stampWithoutGenitive: Lint = {
  code: "stamp-without-genitive",
  severity: "note",

  find: (draft, { lint: words }) => {
    const stamp = new RegExp(
      `${anyOf(words.nominativeBodies)}\\s+(?=\\d{4} ${words.ofYear})[^№]*№\\s*\\S+\\s+${anyOf(words.order)}\\p{L}*`,
      "iu",
    );
    return draft.parts
      .filter(({ role }) => role === "head")
      .flatMap((part) => {
        const match = stamp.exec(part.words.text);
        return match === null
          ? []
          : [{ at: citePart(draft, part, match.index, match.index + match[0].length) }];
      });
  },

  examples: {
    must: [
      {
        text: [
          ["service-1", "head: Денсаулық сақтау министрі 2024 жылғы 27 қарашадағы № 99 Бұйрыққа 1-қосымша"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          [
            "service-1",
            "head: Денсаулық сақтау министрінің 2024 жылғы 27 қарашадағы № 99 бұйрығына 1-қосымша",
          ],
        ],
      },
    ],
  },
};
