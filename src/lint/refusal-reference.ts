import { groupedBy } from "../model/grouped-by.ts";
import { citePart, type Draft, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { referencesIn, type Reference } from "./references.ts";
import { regulationsOf, type Regulation } from "./regulations.ts";

/** "Refused on the basis of clause 9", where clause 9 has no ground of refusal and another clause has. */
export const refusalReference: Lint = {
  code: "refusal-reference",
  severity: "error",

  find: (draft, { lint: words }) => {
    const grounds = groundsOf(draft);
    return regulationsOf(draft).flatMap((regulation) => wrongIn(draft, regulation, grounds, words));
  },

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
  words: LintWords,
): readonly Found[] {
  const own = grounds.get(root.path);
  if (own === undefined) return [];
  const clauses = groupedBy(
    parts.filter(({ type }) => type === "clause"),
    ({ number }) => number,
  );
  return refusingIn(parts, words).flatMap(({ part, start, end, number }) => {
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

/** References to clauses that are followed, in their provision, by a refusal. */
function refusingIn(parts: readonly Part[], words: LintWords): readonly Reference[] {
  const refuses = new RegExp(anyOf(words.refuse), "giu");
  return parts
    .filter(({ aside }) => !aside)
    .flatMap((part) => {
      const last = [...part.words.text.matchAll(refuses)].at(-1)?.index ?? -1;
      if (last < 0) return [];
      return referencesIn(part, words).filter(({ to, end }) => to === "clause" && end <= last);
    });
}
