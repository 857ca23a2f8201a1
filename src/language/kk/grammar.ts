import type { Unit } from "../../model/duration.ts";
import type { Weekday } from "../../model/rule.ts";
import type { Form, Grammar, SpelledNumber } from "../grammar.ts";
import { readLexicon } from "../lexicon.ts";
import type { TermWords } from "../terms.ts";
import { inCyrillic, inverted } from "../word-tables.ts";
import actCues from "./act-cues.json" with { type: "json" };
import ENDINGS from "./endings.json" with { type: "json" };
import links from "./links.json" with { type: "json" };
import lint from "./lint.json" with { type: "json" };
import { nounPhrases } from "./nouns.ts";
import NUMBERS from "./numbers.json" with { type: "json" };
import peopleCues from "./people-cues.json" with { type: "json" };
import plainCues from "./plain-cues.json" with { type: "json" };
import timeCues from "./time-cues.json" with { type: "json" };
import { termWords } from "./terms.ts";
import TIME from "./time.json" with { type: "json" };
import wayCues from "./way-cues.json" with { type: "json" };

const UNITS = inverted<Unit>(TIME.units);
const KINDS_OF_DAY = inverted<Unit>(TIME.qualifiers);
const WEEKDAYS = new Map([...inverted(TIME.weekdays)].map(([word, day]) => [word, Number(day) as Weekday]));
const PLAIN_NUMBERS = new Map(Object.entries(NUMBERS.numbers));
const MULTIPLIERS = new Map(Object.entries(NUMBERS.multipliers));
/** From here on a multiplier takes all before it, below it what was counted since. */
const THOUSAND = 1000;
const CASES = new Set(ENDINGS.case);
const FORMS: Readonly<Record<Form, readonly string[]>> = ENDINGS.forms;

/** Letters at least that a stem has before these endings, which short words have by chance: `еді`, `көше`. */
const LEAST_STEM: Partial<Record<Form, number>> = { to: 4, says: 2, if: 2 };

let terms: TermWords | undefined;

const LEXICON = readLexicon([peopleCues, wayCues, timeCues, actCues, plainCues, nounPhrases()]);

/** What is asked of Kazakh: a language that says with endings, one after another, what others say with prepositions. */
export const grammar: Grammar = {
  order: "verb-last",
  lexicon: LEXICON,
  mended: inCyrillic,
  is: (word, form) => {
    const least = LEAST_STEM[form] ?? 0;
    return FORMS[form].some((ending) => word.length >= ending.length + least && word.endsWith(ending));
  },
  isEnding: (word) => CASES.has(word),
  nameOfOwner: (words) => {
    const ending = FORMS.owner.find((one) => words.endsWith(one));
    return ending === undefined ? undefined : words.slice(0, -ending.length);
  },
  numberAt,
  unitOf: (word) => lookUp(word, UNITS),
  kindOfDay: (word) => KINDS_OF_DAY.get(word),
  weekdayOf: (word) => lookUp(word, WEEKDAYS),
  links,
  lint,
  // Made when it is first asked for: of all that load a grammar only the repair of a text has a use for it.
  get terms() {
    return (terms ??= termWords(LEXICON));
  },
};

/** `екі жүз елу`: words of less and less, those that multiply behind what they multiply. */
function numberAt(words: readonly { readonly text: string }[], from: number): SpelledNumber | undefined {
  let to = from;
  let total = 0;
  let group = 0;
  let last = Number.POSITIVE_INFINITY;
  for (; to < words.length; to += 1) {
    const text = words[to]?.text ?? "";
    const plain = PLAIN_NUMBERS.get(text);
    const times = MULTIPLIERS.get(text);
    if (plain !== undefined && plain < last) {
      group += plain;
      last = plain >= 10 ? 10 : 0;
    } else if (times !== undefined && times < THOUSAND) {
      group = Math.max(group, 1) * times;
      last = times;
    } else if (times !== undefined) {
      total += Math.max(group, 1) * times;
      group = 0;
      last = Number.POSITIVE_INFINITY;
    } else break;
  }
  return to === from ? undefined : { value: total + group, to };
}

/** What a table of stems says of a word: the stem itself, or with plural, possessive and case endings, in that order. */
function lookUp<Value>(word: string, stems: ReadonlyMap<string, Value>): Value | undefined {
  for (let length = word.length; length > 0; length -= 1) {
    const value = stems.get(word.slice(0, length));
    if (value !== undefined && inflects(word.slice(length))) return value;
  }
  return undefined;
}

const inflects = (rest: string): boolean =>
  takeOne(rest, ENDINGS.plural).some((plural) =>
    takeOne(plural, ENDINGS.possessive).some((own) => takeOne(own, ENDINGS.case).includes("")),
  );

/** The rest of a word with and without one of the endings. */
const takeOne = (rest: string, endings: readonly string[]): string[] => [
  rest,
  ...endings.filter((ending) => rest.startsWith(ending)).map((ending) => rest.slice(ending.length)),
];
