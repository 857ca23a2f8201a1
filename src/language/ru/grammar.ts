import type { Unit } from "../../model/duration.ts";
import type { Weekday } from "../../model/rule.ts";
import type { Form, Grammar, SpelledNumber } from "../grammar.ts";
import { readLexicon } from "../lexicon.ts";
import type { TermWords } from "../terms.ts";
import { inCyrillic, inverted } from "../word-tables.ts";
import actCues from "./act-cues.json" with { type: "json" };
import ENDINGS from "./endings.json" with { type: "json" };
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
const FORMS: Readonly<Record<Form, readonly string[]>> = ENDINGS.forms;
/** Whose, or which: they stand before a noun as what it is like does. */
const PRONOUNS = new Set(ENDINGS.pronouns);
/** Nouns that end as verbs do. */
const NO_VERBS = new Set(ENDINGS.notVerbs);

/** Letters at least before an ending; the names of days are given whole, and `дает` is a verb. */
const LEAST_STEM = 2;
const LEAST_STEMS: Partial<Record<Form, number>> = { from: 0, says: 1 };

let terms: TermWords | undefined;

const LEXICON = readLexicon([peopleCues, wayCues, timeCues, actCues, plainCues, nounPhrases()]);

/** What is asked of Russian: a language that says with prepositions and the order of words what others say with endings. */
export const grammar: Grammar = {
  order: "verb-middle",
  lexicon: LEXICON,
  mended: inCyrillic,
  is: (word, form) => {
    if ((form === "says" || form === "past") && NO_VERBS.has(word)) return false;
    if (form === "attribute" && PRONOUNS.has(word)) return true;
    const least = LEAST_STEMS[form] ?? LEAST_STEM;
    return FORMS[form].some((ending) => word.length >= ending.length + least && word.endsWith(ending));
  },
  isEnding: () => false,
  nameOfOwner: () => undefined,
  numberAt,
  unitOf: (word) => UNITS.get(word),
  kindOfDay: (word) => KINDS_OF_DAY.get(word),
  weekdayOf: (word) => WEEKDAYS.get(word),
  lint,
  // Made when it is first asked for: of all that load a grammar only the repair of a text has a use for it.
  get terms() {
    return (terms ??= termWords(LEXICON));
  },
};

const TENS = 10;
const HUNDREDS = 100;

/** Behind hundreds tens and ones go on, behind tens ones, behind ones and those from ten to nineteen nothing. */
const magnitude = (value: number): number => (value >= HUNDREDS ? HUNDREDS : value >= 2 * TENS ? TENS : 1);

/** `двести сорок пять`, `двадцати одного`: words of less and less, in any case. */
function numberAt(words: readonly { readonly text: string }[], from: number): SpelledNumber | undefined {
  let to = from;
  let total = 0;
  let group = 0;
  let last = Number.POSITIVE_INFINITY;
  for (; to < words.length; to += 1) {
    const text = words[to]?.text ?? "";
    const plain = PLAIN_NUMBERS.get(text);
    const times = MULTIPLIERS.get(text);
    if (plain !== undefined && magnitude(plain) < last && (last > TENS || plain < TENS)) {
      group += plain;
      last = magnitude(plain);
    } else if (times !== undefined) {
      total += Math.max(group, 1) * times;
      group = 0;
      last = Number.POSITIVE_INFINITY;
    } else break;
  }
  return to === from ? undefined : { value: total + group, to };
}
