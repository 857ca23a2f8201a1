import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { numbered } from "./phrase.ts";
import { placesOf } from "./places.ts";
import { annexesOf, printedNumber, regulationsOf, type Regulation } from "./regulations.ts";
import type { Provision } from "../structure/provision.ts";

/** Annexes that are not numbered 1, 2, … in order; or the only annex, which bears a number as if there were others. */
export const annexNumbering: Lint = {
  code: "annex-numbering",
  severity: "warning",

  find: (draft, { lint: words }) =>
    regulationsOf(draft)
      .filter(({ service }) => service > 0)
      .flatMap((regulation) => {
        const cited = numbersCited(regulation, words);
        return groups(regulation.root).flatMap((annexes) => wrongAmong(draft, annexes, cited, words));
      }),

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
          ["service-1/annex", "head: Талаптар тізбесіне қосымша"],
          ["service-1/annex-2", "head: Қағидаларға 2-қосымша"],
        ],
      },
      {
        text: [
          ["service-1/annex-1", "head: Қағидаларға 1-қосымша"],
          ["service-1/annex-2", "head: Қағидаларға 2-қосымша"],
        ],
      },
      {
        in: "ru",
        text: [
          ["service-1/annex-1", "head: Приложение 1 к Правилам"],
          ["service-1/annex-2", "head: Приложение 2 к Правилам"],
          ["service-1/annex-2-1", "head: Приложение 2-1 к Правилам"],
          ["service-1/annex-3", "head: Приложение 3 к Правилам"],
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
  annexes: readonly Provision[],
  cited: ReadonlySet<string>,
  words: LintWords,
): readonly Found[] {
  let last: string | undefined;
  return annexes.flatMap((annex) => {
    const number = printedNumber(annex, words);
    if (number === undefined) return [];
    // One without a number stands between by right: the annex of a table.
    const before = last;
    last = number;
    const alone = annexes.length === 1;
    // Another number cited: an annex or its head was lost on the way to us.
    if (alone && cited.size > (cited.has(number) ? 1 : 0)) return [];
    const head = placesOf(draft.parts)
      .at(annex.path)
      .find(({ role }) => role === "head");
    if ((!alone && follows(before, number)) || head === undefined) return [];
    return [
      {
        at: citePart(draft, head),
        details: { number, expected: "", annexes: annexes.length },
      },
    ];
  });
}

/** `1` first, `3` after `2`; an inserted annex has the number before it with one of its own: `2-1` after `2`, `3` after `2-1`. */
function follows(before: string | undefined, number: string): boolean {
  const [main = 0, own] = number.split("-").map(Number);
  const [last = 0, lastOwn = 0] = (before ?? "0").split("-").map(Number);
  return own === undefined ? main === last + 1 : main === last && own === lastOwn + 1;
}

/** The numbers of annexes that the body of a regulation points to. */
function numbersCited({ parts }: Regulation, words: LintWords): ReadonlySet<string> {
  const cited = citedPattern(words);
  return new Set(
    parts
      .filter(({ role, aside }) => role === "words" && !aside)
      .flatMap((part) => Array.from(part.words.text.matchAll(cited), ([, number = ""]) => number)),
  );
}

const citedPattern = (words: LintWords): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])${numbered(words, words.annex[0] ?? "", "(\\d+)")}`, "giu");
