import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { referencesIn } from "./references.ts";
import { regulationsOf, type Regulation } from "./regulations.ts";

/** "Refused on the basis of clause 9", where clause 9 has no ground of refusal and another clause has. */
export const refusalReference: Lint = {
  code: "refusal-reference",
  severity: "error",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap((regulation) => wrongIn(draft, regulation, words)),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-9", "Нәтиже – үзінді көшірме болып табылады."],
          ["service-1/clause-10", "Құжаттардың толық пакетін ұсынбаған жағдайда қабылдаудан бас тартады."],
          ["service-1/clause-14", "Осы Қағидалардың 9-тармағының негізінде бас тарту ресімделеді."],
        ],
        rules: [{ kind: "refusal", stage: "intake", path: "service-1/clause-10", service: 1 } as never],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-10", "Құжаттардың толық пакетін ұсынбаған жағдайда қабылдаудан бас тартады."],
          ["service-1/clause-14", "Осы Қағидалардың 10-тармағының негізінде бас тарту ресімделеді."],
        ],
        rules: [{ kind: "refusal", stage: "intake", path: "service-1/clause-10", service: 1 } as never],
      },
    ],
  },
};

function wrongIn(draft: Draft, regulation: Regulation, words: LintWords): readonly Found[] {
  const inside = (path: string | undefined): boolean => path?.startsWith(`${regulation.root.path}/`) ?? false;
  const grounds = draft.rules.filter((rule) => rule.kind === "refusal" && inside(rule.path));
  const refuses = new RegExp(anyOf(words.refuse), "iu");
  return regulation.parts
    .filter((part) => !part.aside && refuses.test(part.words.text))
    .flatMap((part) => referencesIn(part, words))
    .filter(
      ({ to, number, part, end }) =>
        to === "clause" && number !== undefined && refuses.test(part.words.text.slice(end)),
    )
    .flatMap(({ part, start, end, number }) => {
      const target = regulation.parts.find((other) => other.type === "clause" && other.number === number);
      if (target === undefined || grounds.length === 0) return [];
      const has = grounds.some(
        ({ path }) => path === target.path || path?.startsWith(`${target.path}/`) === true,
      );
      return has
        ? []
        : [
            {
              at: citePart(draft, part, start, end),
              beside: citePart(draft, target),
              details: { number: number ?? "" },
            },
          ];
    });
}
