import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { referencesIn } from "./references.ts";
import { annexesOf, printedNumber, provisions, regulationsOf, type Regulation } from "./regulations.ts";

/** A reference to a clause or annex of this document that does not exist. */
export const referenceToMissing: Lint = {
  code: "reference-to-missing",
  severity: "error",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap((regulation) => missingIn(draft, regulation, words)),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-1", "Осы Қағидалардың 9-тармағының негізінде бас тартылады."],
          ["service-1/clause-2", "Қызмет тегін."],
        ],
      },
      {
        text: [
          ["service-1/clause-1", "Құжаттар осы Қағидаларға 3-қосымшада келтірілген."],
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
          ["service-1/annex-2", "head: Қағидаларға 2-қосымша"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          [
            "service-1/clause-1",
            "Осы Қағидалардың 2-тармағының негізінде, Заңның 99-тармағына сәйкес бас тартылады.",
          ],
          ["service-1/clause-2", "Қызмет тегін."],
        ],
      },
      {
        text: [
          ["service-1/clause-1", "Құжаттар осы Қағидаларға сәйкес 2-қосымшада келтірілген."],
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
          ["service-1/annex-2", "head: Қағидаларға 2-қосымша"],
        ],
      },
    ],
  },
};

function missingIn(draft: Draft, regulation: Regulation, words: LintWords): readonly Found[] {
  const clauses = new Set(
    provisions(regulation.root, ({ type }) => type === "clause" || type === "annex").map(
      ({ label }) => label,
    ),
  );
  const annexes = numbersOf(regulation, words);
  return regulation.parts
    .filter(({ aside }) => !aside)
    .flatMap((part) => referencesIn(part, words))
    .filter(({ number }) => number !== undefined)
    .filter(({ to, number }) =>
      to === "clause" ? !clauses.has(number) : isMissing(number, annexes, regulation.service),
    )
    .map(({ part, start, end, number }) => ({
      at: citePart(draft, part, start, end),
      details: { number: number ?? "" },
    }));
}

/** Whether no annex has this number; of what an order approves the last may be published apart, or be cut off. */
function isMissing(
  number: string | undefined,
  annexes: ReadonlySet<string | undefined>,
  service: number,
): boolean {
  if (annexes.size === 0 || annexes.has(number)) return false;
  const last = Math.max(...[...annexes].map((one) => parseInt(one ?? "", 10)));
  return service > 0 || parseInt(number ?? "", 10) <= last;
}

/**
 * Numbers of the annexes: of a regulation those that belong to it, of the act its regulations. None where fewer than two
 * heads bear numbers: a conversion that lost an annex or its head would make every reference to it look wrong.
 */
function numbersOf({ root, service }: Regulation, words: LintWords): ReadonlySet<string | undefined> {
  const nodes =
    service === 0
      ? provisions(root, ({ type }) => type === "regulation" || type === "annex")
      : annexesOf(root);
  const numbers = nodes.flatMap((node) => printedNumber(node, words) ?? []);
  // One whose head prints no number may be any of them.
  const bare = service === 0 && numbers.length < nodes.length;
  return new Set(numbers.length < 2 || bare ? [] : numbers);
}
