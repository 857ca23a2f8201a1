import { groupedBy } from "../model/grouped-by.ts";
import { citePart, type Draft, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { Grammar } from "../language/grammar.ts";
import { anyOf } from "./any-of.ts";
import { referencesIn, type Reference } from "./references.ts";
import { regulationsOf, type Regulation } from "./regulations.ts";

/** "Refused on the basis of clause 9", where clause 9 has no ground of refusal and another clause has. */
export const refusalReference: Lint = {
  code: "refusal-reference",
  severity: "error",

  find: (draft, grammar) => {
    const grounds = groundsOf(draft);
    return regulationsOf(draft).flatMap((regulation) => wrongIn(draft, regulation, grounds, grammar));
  },

  examples: {
    must: [
      {
        in: "ru",
        text: [
          ["service-1/clause-9", "9. Результат оказания государственной услуги – выписка."],
          [
            "service-1/clause-10",
            "10. При неполном пакете документов услугодатель отказывает в приеме заявления.",
          ],
          [
            "service-1/clause-14",
            "14. Отказ осуществляется по основаниям, указанным в пункте 9 настоящих Правил.",
          ],
        ],
        rules: [{ kind: "refusal", stage: "intake", path: "service-1/clause-10", service: 1 } as never],
      },
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
          ["service-1/clause-3", "Мерзімі – үш жұмыс күні."],
          ["service-1/clause-10", "Құжаттардың толық пакетін ұсынбаған жағдайда қабылдаудан бас тартады."],
          ["service-1/clause-14", "Осы Қағидалардың 3-тармағында белгіленген мерзімде бас тарту жолданады."],
        ],
        rules: [{ kind: "refusal", stage: "intake", path: "service-1/clause-10", service: 1 } as never],
      },
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

/** Paths that have a ground of refusal in them, by the regulation that they are in. */
type Grounds = ReadonlyMap<string, ReadonlySet<string>>;

function groundsOf(draft: Draft): Grounds {
  const paths = draft.rules.flatMap((rule) => (rule.kind === "refusal" ? (rule.path ?? []) : []));
  return new Map(
    [
      ...groupedBy(
        paths.filter((path) => path.includes("/")),
        rootOf,
      ),
    ].map(([root, below]) => [root, new Set(below.flatMap(pathsOver))]),
  );
}

const rootOf = (path: string): string => path.split("/")[0] ?? "";

/** A path and those over it. */
function pathsOver(path: string): readonly string[] {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}

function wrongIn(
  draft: Draft,
  { root, parts }: Regulation,
  grounds: Grounds,
  grammar: Grammar,
): readonly Found[] {
  const own = grounds.get(root.path);
  if (own === undefined) return [];
  const clauses = groupedBy(
    parts.filter(({ type }) => type === "clause"),
    ({ number }) => number,
  );
  return refusingIn(parts, grammar).flatMap(({ part, start, end, number }) => {
    const [target] = number === undefined ? [] : (clauses.get(number) ?? []);
    return target === undefined || own.has(target.path)
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

/** Letters at most between a reference and the word for grounds behind it: `9-тармағының негізінде`. */
const NEAR_GROUND = 40;

/** Letters at most between the word for a refusal and the reference to its grounds, where that stands behind. */
const NEAR = 120;

/**
 * References to clauses that say where the grounds of a refusal are: before the refusal, where verbs stand last; else behind
 * the word for grounds behind it (`отказ по основаниям, указанным в пункте 9`).
 */
function refusingIn(parts: readonly Part[], { lint: words, order }: Grammar): readonly Reference[] {
  const refuses = new RegExp(anyOf(words.refuse), "giu");
  const ground = new RegExp(anyOf(words.ground), "iu");
  return parts
    .filter(({ aside }) => !aside)
    .flatMap((part) => {
      const { text } = part.words;
      const places = [...text.matchAll(refuses)].map(({ index }) => index);
      const last = places.at(-1);
      if (last === undefined) return [];
      const references = referencesIn(part, words).filter(({ to }) => to === "clause");
      if (order === "verb-last")
        return references.filter(({ end }) => end <= last && ground.test(text.slice(end, end + NEAR_GROUND)));
      return references.filter(({ start }) =>
        places.some((at) => at < start && start - at <= NEAR && ground.test(text.slice(at, start))),
      );
    });
}
