import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { referencesIn } from "./references.ts";
import { annexesOf, printedNumber, regulationsOf, type Regulation } from "./regulations.ts";

/** The annex is cited without a number and headed with one, or cited in both ways. */
export const annexCitedOtherwise: Lint = {
  code: "annex-cited-otherwise",
  severity: "warning",

  find: (draft, { lint: words }) =>
    regulationsOf(draft)
      .filter(({ service }) => service > 0)
      .flatMap((regulation) => citedIn(draft, regulation, words)),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-5", "Тізбе осы Қағидаларға қосымшаға сәйкес баяндалған."],
          ["service-1/annex-3", "head: Қағидаларға 3-қосымша"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-5", "Тізбе осы Қағидаларға 1-қосымшаға сәйкес баяндалған."],
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
        ],
      },
      {
        text: [
          ["service-1/clause-5", "Тізбе осы Қағидаларға қосымшаға сәйкес баяндалған."],
          ["service-1/annex-1", "head: Қағидаларға қосымша"],
        ],
      },
    ],
  },
};

function citedIn(draft: Draft, { root, parts }: Regulation, words: LintWords): readonly Found[] {
  const headed = annexesOf(root).find((annex) => printedNumber(annex, words) !== undefined);
  const head = parts.find((part) => part.path === headed?.path && part.role === "head");
  const bare = parts
    .filter(({ aside }) => !aside)
    .flatMap((part) => referencesIn(part, words))
    .find(({ to, number }) => to === "annex" && number === undefined);
  if (head === undefined || bare === undefined) return [];
  return [{ at: citePart(draft, bare.part, bare.start, bare.end), beside: citePart(draft, head) }];
}
