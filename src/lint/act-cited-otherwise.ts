import { groupedBy } from "../model/grouped-by.ts";
import { citedActsIn, type CitedAct } from "./cited-acts.ts";
import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";

/** One act under two titles, or under two dates: one of them is another act, or none. Told once for each other title and date. */
export const actCitedOtherwise: Lint = {
  code: "act-cited-otherwise",
  severity: "warning",

  find: (draft, grammar) => {
    const acts = draft.parts
      .filter(({ type }) => type !== "note")
      .flatMap((part) => citedActsIn(part, grammar));
    const ofOneDay = groupedBy(acts, ({ date, number }) => `${date} ${number}`);
    const ofOneNumber = groupedBy(acts, ({ number }) => number);
    return [
      ...[...ofOneDay.values()].flatMap((same) => differing(draft, same, otherTitle)),
      ...[...ofOneNumber.values()].flatMap((same) => differing(draft, same, otherDate)),
    ];
  },

  examples: {
    must: [
      {
        text: [
          [
            "clause-1",
            '"Сараптама жүргізу, парақ беру қағидаларын бекіту туралы" министрінің 2015 жылғы 31 наурыздағы № 183 бұйрығы',
          ],
          [
            "clause-2",
            '"Сараптама, анықтама беру қағидаларын бекіту туралы" министрінің 2015 жылғы 31 наурыздағы № 183 бұйрығы',
          ],
        ],
      },
      {
        in: "ru",
        text: [
          [
            "clause-1",
            "приказ от 27 апреля 2015 года № 272 «Об утверждении стандартов услуг в области здравоохранения»",
          ],
          [
            "clause-2",
            "приказ от 28 апреля 2015 года № 272 «Об утверждении стандартов услуг в области здравоохранения»",
          ],
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        text: [
          [
            "clause-1",
            "приказ от 27 апреля 2015 года № 272 «Об утверждении стандартов услуг в области здравоохранения»",
          ],
          [
            "clause-2",
            "приказ от 27 апреля 2015 года № 272 «Об утверждении  Стандартов услуг в области «здравоохранения»",
          ],
          ["clause-3", "приказ от 5 мая 2016 года № 272 «Об утверждении Правил дорожного движения и знаков»"],
          ["clause-4", "приказ от 27 апреля 2015 года № 272"],
        ],
      },
      {
        text: [
          [
            "clause-1",
            '"Сараптама жүргізу қағидаларын бекіту туралы" министрінің 2015 жылғы 31 наурыздағы № 183 бұйрығы',
          ],
          [
            "clause-2",
            '2015 жылғы 31 наурыздағы № 183 бұйрығымен бекітілген "Парақ беру" мемлекеттік қызмет',
          ],
        ],
      },
    ],
  },
};

type Differ = (one: CitedAct, other: CitedAct) => Record<string, string> | undefined;

/** The first of these beside each that differs from it, once for each way in which it does. */
function differing(draft: Draft, [first, ...others]: readonly CitedAct[], differ: Differ): readonly Found[] {
  const told = new Set<string>();
  return others.flatMap((other): readonly Found[] => {
    const details = first === undefined ? undefined : differ(other, first);
    if (first === undefined || details === undefined || told.has(details["one"] ?? "")) return [];
    told.add(details["one"] ?? "");
    const [at, beside] = [other, first].map(({ part, start, end }) => citePart(draft, part, start, end));
    return at === undefined || beside === undefined ? [] : [{ at, beside, details }];
  });
}

/** Titles that are alike and differ in a word, whatever its ending. */
const otherTitle: Differ = ({ title: one }, { title: other }) =>
  one === undefined || other === undefined || !isVariant(one, other)
    ? undefined
    : { one: one.join(" "), other: other.join(" ") };

/** The same title on another day. */
const otherDate: Differ = (one, other) =>
  one.date === other.date || one.title === undefined || one.title.join(" ") !== other.title?.join(" ")
    ? undefined
    : { one: one.said, other: other.said };

/** From here on two titles under one number and date are those of one act. */
const ALIKE = 0.5;
const LETTERS = 5;

function isVariant(one: readonly string[], other: readonly string[]): boolean {
  const [ours, theirs] = [one, other].map((title) => new Set(title.map((word) => word.slice(0, LETTERS))));
  if (ours === undefined || theirs === undefined) return false;
  const both = [...ours].filter((word) => theirs.has(word)).length;
  const [few, many] = [Math.min(ours.size, theirs.size), Math.max(ours.size, theirs.size)];
  // A title that is the other's beginning was cut off at a quotation mark.
  return both < many && both >= ALIKE * many && !isBeginning(one, other) && few > 2;
}

const isBeginning = (one: readonly string[], other: readonly string[]): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word, index) => word.slice(0, LETTERS) === long[index]?.slice(0, LETTERS));
};
