import { citePart } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { byServiceOfParts, statementsIn, type Statement } from "./said-in.ts";

/** So much of two statements must be the same for the one to be the other's denial. */
const SAME = 0.8;
/** So many statements that begin alike one is held against. */
const HELD_AGAINST = 20;

/** Two statements of one service that are the same but for a denial: told once with "can" and once with "cannot". */
export const saidAndDenied: Lint = {
  code: "said-and-denied",
  severity: "warning",

  find: (draft, { lint: { denials } }) =>
    byServiceOfParts(draft.parts).flatMap((parts) => {
      const begun = new Map<string, Statement[]>();
      return parts.flatMap((part) =>
        statementsIn(part, denials).flatMap((one): readonly Found[] => {
          const alike = begun.get(one.beginning) ?? [];
          const other = alike.find((before) => before.denied !== one.denied && isSame(before, one));
          if (alike.length < HELD_AGAINST) begun.set(one.beginning, [...alike, one]);
          if (other === undefined || other.part.path === part.path) return [];
          return [
            {
              at: citePart(draft, part, one.start, one.end),
              beside: citePart(draft, other.part, other.start, other.end),
            },
          ];
        }),
      );
    }),

  examples: {
    must: [
      {
        text: [
          [
            "service-1/clause-4",
            "Бірінші топтағы мүгедектігі бар адамдар мемлекеттік баж төлеуден босатылады.",
          ],
          [
            "service-1/clause-9",
            "Бірінші топтағы мүгедектігі бар адамдар мемлекеттік баж төлеуден босатылмайды.",
          ],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-4", "Копия документа об оплате сбора при оплате через портал представляется."],
          ["service-1/row-8", "копия документа об оплате сбора при оплате через портал не представляется;"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-4", "Құжаттар тізбеге толық сәйкес келген жағдайда өтініш қабылданады."],
          ["service-1/clause-9", "Құжаттар тізбеге толық сәйкес келмеген жағдайда өтініш қабылданбайды."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-4", "Срок рассмотрения заявления составляет не более пяти рабочих дней."],
          ["service-1/clause-5", "Срок рассмотрения заявления составляет пять рабочих дней."],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/clause-4", "Копия документа об оплате сбора при оплате через банк представляется."],
          ["service-2/clause-4", "Копия документа об оплате сбора при оплате через банк не представляется."],
        ],
      },
    ],
  },
};

function isSame({ content: ours }: Statement, { content: theirs }: Statement): boolean {
  const both = [...ours].filter((word) => theirs.has(word)).length;
  return both >= SAME * (ours.size + theirs.size - both);
}
