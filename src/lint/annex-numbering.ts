import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { annexesOf, printedNumber, regulationsOf, type Regulation } from "./regulations.ts";
import type { Provision } from "../structure/provision.ts";

/** Annexes that are not numbered 1, 2, … in order; or the only annex, which bears a number as if there were others. */
export const annexNumbering: Lint = {
  code: "annex-numbering",
  severity: "warning",

  find: (draft, { lint: words }) =>
    regulationsOf(draft)
      .filter(({ service }) => service > 0)
      .flatMap((regulation) =>
        groups(regulation.root).flatMap((annexes) => wrongAmong(draft, regulation, annexes, words)),
      ),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-1", "Қызмет тегін."],
          ["service-1/annex-3", "head: Қағидаларға 3-қосымша"],
        ],
      },
      {
        text: [
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
          ["service-1/annex-3", "head: Қағидаларға 3-қосымша"],
        ],
      },
    ],
    mustNot: [
      { text: [["service-1/annex-1", "head: Қағидаларға қосымша"]] },
      {
        text: [
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
          ["service-1/annex-2", "head: Қағидаларға 2-қосымша"],
        ],
      },
    ],
  },
};

/** Annexes that are numbered together: those of the regulation, and those of each annex. */
function groups(root: Provision): readonly (readonly Provision[])[] {
  const annexes = annexesOf(root);
  return annexes.length === 0 ? [] : [annexes, ...annexes.flatMap(groups)];
}

function wrongAmong(
  draft: Draft,
  regulation: Regulation,
  annexes: readonly Provision[],
  words: LintWords,
): readonly Found[] {
  const numbers = annexes.map((annex) => printedNumber(annex, words.annex[0] ?? ""));
  return annexes.flatMap((annex, index) => {
    const number = numbers[index];
    if (number === undefined) return [];
    // Another number cited: an annex or its head was lost on the way to us.
    const others = new RegExp(
      `(?<![\\p{N}-])(?!${number}(?!\\p{N}))\\d+\\s*-\\s*${words.annex[0] ?? ""}`,
      "iu",
    );
    const cited = regulation.parts.some(
      ({ role, aside, words: { text } }) => role === "words" && !aside && others.test(text),
    );
    if (annexes.length === 1 && cited) return [];
    const wrong = annexes.length === 1 || number !== `${index + 1}`;
    const head = regulation.parts.find((part) => part.path === annex.path && part.role === "head");
    if (!wrong || head === undefined) return [];
    return [
      {
        at: citePart(draft, head),
        details: { number, expected: annexes.length === 1 ? "" : index + 1, annexes: annexes.length },
      },
    ];
  });
}
