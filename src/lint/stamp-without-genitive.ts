import type { Span } from "../model/span.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { phrase } from "./phrase.ts";

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
        in: "ru",
        text: [
          ["service-1", "head: Приложение 1 к приказу Министр здравоохранения от 27 ноября 2024 года № 99"],
        ],
      },
      {
        text: [
          ["service-1", "head: Денсаулық сақтау министрі 2024 жылғы 27 қарашадағы № 99 Бұйрыққа 1-қосымша"],
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        text: [
          ["service-1", "head: Приложение 1 к приказу Министра здравоохранения от 27 ноября 2024 года № 99"],
        ],
      },
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

/** A body in the nominative with what tells that it is one; and the number of an act with what tells that it is the stamp's. */
function stampPatterns(words: LintWords): { readonly body: RegExp; readonly order: RegExp } {
  const { stampBody, stampAct } = words.phrases;
  const slots = {
    body: `${anyOf(words.nominativeBodies)}(?!\\p{L})`,
    year: `\\d{4} ${words.ofYear}`,
    act: "\\s*\\S+",
    order: anyOf(words.order),
  };
  return {
    body: new RegExp(`(?<!\\p{L})${phrase(stampBody, slots)}`, "iu"),
    order: new RegExp(phrase(stampAct, slots), "iuy"),
  };
}

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
