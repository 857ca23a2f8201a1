import { told } from "../model/about.ts";
import type { InForce } from "../model/in-force.ts";
import { sentencesOf } from "../extract/sentence.ts";
import { termsIn } from "../extract/term.ts";
import type { Grammar } from "../language/grammar.ts";
import { slicePassage, type Passage } from "../model/passage.ts";
import { asidePaths, groundOf, type Matter, ownLeaves, placeOf } from "./matter.ts";
import type { FieldProposal, Ground, Why } from "../model/book-proposal.ts";

/** A day as notes of editors have it, `20.04.2020`. */
const DAY = /(?<!\d)(\d{2})\.(\d{2})\.(\d{4})(?!\d)/gu;
/** Behind the day of an act stands its number. */
const NUMBER = /^\s{0,3}№/u;
/** How far before a day the word for what came into force on it may stand, or behind it. */
const NEAR = 40;

/** When the version is in force: from its clause or note on that, from notes of amendment and of repeal. */
export function inForceField(matter: Matter): FieldProposal {
  const edition = editionOf(matter);
  const adopted = edition?.day ?? told(matter.about.date);
  const begins = beginningOf(matter, edition);
  const ends = endOf(matter);
  const value: InForce = {
    from: begins.day ?? "unknown",
    until: ends.until,
    ...(adopted !== undefined && { adopted }),
    ...(begins.days !== undefined && { entersAfterDays: begins.days }),
    ...(ends.repealed !== undefined && { repealed: ends.repealed }),
    ...(ends.days !== undefined && { repealedAfterDays: ends.days }),
  };
  const grounds = [begins.ground, edition?.ground, ends.ground].filter((one) => one !== undefined);
  return {
    field: "inForce",
    standing: "said",
    value,
    why: [
      begins.why,
      ...(edition !== undefined
        ? [{ code: "amended" as const, values: { day: edition.day } }]
        : adopted === undefined
          ? []
          : [{ code: "adopted" as const, values: { day: adopted } }]),
      ends.why,
    ],
    grounds: grounds.filter((one, at) => grounds.findIndex(({ quote }) => quote === one.quote) === at),
    ...(begins.days !== undefined && { daysAfterPublication: begins.days }),
  };
}

interface Edition {
  /** Day of the last act that has amended the regulation. */
  readonly day: string;
  /** The day from which its amendment holds, where the note names one. */
  readonly from?: string;
  /** Days after its publication from which it holds, where the note names these. */
  readonly days?: number;
  readonly ground: Ground;
}

/** The last amendment that the notes of a regulation name. */
function editionOf(matter: Matter): Edition | undefined {
  const { own, words } = matter;
  let last: Edition | undefined;
  for (const leaf of ownLeaves(matter)) {
    const { text } = leaf.passage;
    if (placeOf(text, words.inForce) < 0) continue;
    for (const { day, end, isOfAct } of daysIn(text)) {
      if (!isOfAct || (last !== undefined && day < last.day)) continue;
      const effect = effectBehind(leaf.passage, end, matter);
      const { from, days } = effect;
      if (last?.day === day && (last.from === undefined || (from !== undefined && from <= last.from)))
        continue;
      last = {
        day,
        ground: groundOf(leaf, own),
        ...(from !== undefined && { from }),
        ...(days !== undefined && { days }),
      };
    }
  }
  return last;
}

interface Day {
  readonly day: string;
  readonly end: number;
  readonly isOfAct: boolean;
}

const daysIn = (text: string): readonly Day[] =>
  [...text.matchAll(DAY)].map((found) => {
    const [whole, day = "", month = "", year = ""] = found;
    const end = found.index + whole.length;
    return { day: `${year}-${month}-${day}`, end, isOfAct: NUMBER.test(text.slice(end)) };
  });

/** What the brackets behind an act say: from which day it holds, or how many days after its publication. */
function effectBehind(
  passage: Passage,
  from: number,
  { words, grammar }: Matter,
): { readonly from?: string; readonly days?: number } {
  const { text } = passage;
  const opens = text.indexOf("(", from);
  const closes = text.indexOf(")", from);
  if (opens < 0 || closes < opens || opens > from + NEAR) return {};
  const within = slicePassage(passage, opens + 1, closes);
  if (placeOf(within.text, words.inForce) < 0) return {};
  const day = daysIn(within.text).find((one) => !one.isOfAct)?.day;
  if (day !== undefined) return { from: day };
  const days = calendarDays(within, grammar);
  return days === undefined ? {} : { days };
}

/** A number of calendar days told in words. */
const calendarDays = (passage: Passage, grammar: Grammar): number | undefined =>
  sentencesOf(passage, grammar)
    .flatMap((sentence) => termsIn(sentence, grammar))
    .find(({ length }) => length.unit === "calendar-day" || length.unit === "day")?.length.amount;

interface Beginning {
  readonly day?: string;
  readonly ground?: Ground;
  readonly days?: number;
  readonly why: Why;
}

/** From when: the day that the last amendment holds from, or the clause of the act on that. */
function beginningOf(matter: Matter, edition: Edition | undefined): Beginning {
  if (edition?.from !== undefined)
    return {
      day: edition.from,
      ground: edition.ground,
      why: { code: "from-day", values: { day: edition.from } },
    };
  if (edition !== undefined) {
    const { ground, days } = edition;
    return { ground, why: { code: "after-publication" }, ...(days !== undefined && { days }) };
  }
  const { ofAct, words, grammar } = matter;
  const aside = asidePaths(ofAct, ["note", "title", "form"]);
  const clause = ofAct.leaves.find(
    ({ path, passage }) =>
      !aside.has(path) && /clause-/u.test(path) && placeOf(passage.text, words.inForce) >= 0,
  );
  if (clause === undefined) return { why: { code: "no-clause" } };
  const ground = groundOf(clause, ofAct);
  const day = daysIn(clause.passage.text).find((one) => !one.isOfAct)?.day;
  if (day !== undefined) return { day, ground, why: { code: "from-day", values: { day } } };
  const days = calendarDays(clause.passage, grammar);
  return { ground, why: { code: "after-publication" }, ...(days !== undefined && { days }) };
}

interface End {
  readonly until: InForce["until"];
  readonly repealed?: string;
  readonly days?: number;
  readonly ground?: Ground;
  readonly why: Why;
}

/** Until when: a note of repeal over the act says that it is over; where its head is at hand and has none, no end is known. */
function endOf(matter: Matter): End {
  const { ofAct, words, about, actTitle } = matter;
  const notes = asidePaths(ofAct, ["note"]);
  for (const leaf of ofAct.leaves) {
    const { text } = leaf.passage;
    const at = placeOf(text, words.repealed);
    if (!notes.has(leaf.path) || at < 0 || at > NEAR) continue;
    const act = daysIn(text).find(({ isOfAct }) => isOfAct);
    const day = act?.day;
    const { days } = act === undefined ? { days: undefined } : effectBehind(leaf.passage, act.end, matter);
    return {
      until: "unknown",
      ...(day !== undefined && { repealed: day }),
      ...(days !== undefined && { days }),
      ground: groundOf(leaf, ofAct),
      why: { code: "repealed", ...(day !== undefined && { values: { day } }) },
    };
  }
  const isHeaded = actTitle !== "" || told(about.title) !== undefined;
  return isHeaded
    ? { until: null, why: { code: "no-repeal" } }
    : { until: "unknown", why: { code: "no-head" } };
}
