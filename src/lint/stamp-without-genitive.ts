import type { Span } from "../model/span.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** An approval stamp that names the issuing body in the nominative: "minister of 27 November, to order № 99". */
export const stampWithoutGenitive: Lint = {
  code: "stamp-without-genitive",
  severity: "note",

  find: (draft, { lint: words }) => {
    const { body, order } = stampPatterns(words);
    return draft.parts
      .filter(({ role }) => role === "head")
      .flatMap((part) => {
        const at = stampIn(part.words.text, body, order);
        return at === undefined ? [] : [{ at: citePart(draft, part, at.start, at.end) }];
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

/** A body in the nominative before a year; and the number of an act before the word for an order. */
const stampPatterns = (words: LintWords): { readonly body: RegExp; readonly order: RegExp } => ({
  body: new RegExp(`${anyOf(words.nominativeBodies)}\\s+(?=\\d{4} ${words.ofYear})`, "iu"),
  order: new RegExp(`№\\s*\\S+\\s+${anyOf(words.order)}\\p{L}*`, "iuy"),
});

/** The first body with the next number after it, where that is of an order: from each number back, so that none is looked for twice. */
function stampIn(text: string, body: RegExp, order: RegExp): Span | undefined {
  let from = 0;
  for (let number = text.indexOf("№"); number >= 0; number = text.indexOf("№", from)) {
    const start = text.slice(from, number).search(body);
    order.lastIndex = number;
    if (start >= 0 && order.test(text)) return { start: from + start, end: order.lastIndex };
    from = number + 1;
  }
  return undefined;
}
