import type { Language } from "../../model/language.ts";
import type { CountedPiece, DueExplanation, ExplainedDay } from "../../model/due-explanation.ts";
import { assumedLines, lawLines } from "./law-lines.ts";
import { actText, reasonText } from "./day-reason-text.ts";
import { termText } from "../amounts.ts";
import { clockText, dateText, dayText, lengthText, put, untilText, wordsIn } from "./words.ts";
import type { DueWords } from "./words.ts";

/** How a due time was reached, in words. */
interface Explained {
  /** What it is of: the event, the start, the term; each with its label. */
  readonly head: readonly (readonly [label: string, text: string])[];
  /** Each day, or run of days, and what of it: counted or not, why, and by which act. */
  readonly days: readonly (readonly [day: string, text: string])[];
  readonly foot: readonly [label: string, text: string];
  /** What of the law and of our assumptions it rests on. */
  readonly beneath: string;
}

/** How a due time was reached, in words: the event, each day with its act, and the due time. */
export function explanationWords(told: DueExplanation, language: Language): Explained {
  const words = wordsIn(language);
  const moved = told.startMoved === undefined ? "" : ` — ${words.startMoved[told.startMoved]}`;
  const ends = told.ends === undefined ? "" : ` (${words.ends[told.ends]})`;
  const head = [
    [words.event, `${momentText(told.event, words)}${moved}`],
    ...(told.start === told.event ? [] : [[words.start, momentText(told.start, words)] as const]),
    [words.term, `${termText(told.amount, told.unit, language)}; ${words.counting[told.counting]}`],
  ] as const;
  const foot = [words.due, `${dueText(told, words)}${ends}`] as const;
  return {
    head,
    days: grouped(told).map((days) => daysText(days, told, words, language)),
    foot,
    beneath: [lawLines(told.law, language), assumedLines(told.assumed, language)].join(""),
  };
}

/** How a due time was reached, as lines of text. */
export function explanationText(told: DueExplanation, language: Language): string {
  const { head, days, foot, beneath } = explanationWords(told, language);
  const width = Math.max(...[...head, foot].map(([label]) => label.length)) + 2;
  const line = ([label, text]: readonly [string, string]): string => `${label.padEnd(width)}${text}\n`;
  return [...head.map(line), ...days.map(([day, text]) => `  ${day}: ${text}\n`), line(foot), beneath].join(
    "",
  );
}

/** Runs of days of which there is nothing to say but that each counted stand on one line. */
function grouped(told: DueExplanation): (readonly ExplainedDay[])[] {
  const groups: ExplainedDay[][] = [];
  for (const [index, day] of told.days.entries()) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    // The last day that moves on says why.
    const movesOn = told.days[index + 1]?.as === "moved";
    const goesOn =
      told.counting === "calendar-days" && before !== undefined && isPlain(before) && isPlain(day);
    if (goesOn && !movesOn) last?.push(day);
    else groups.push([day]);
  }
  return groups.flatMap((group) => (group.length > 2 ? [group] : group.map((day) => [day])));
}

const isPlain = ({ as, n }: ExplainedDay): boolean => as === "counted" && n !== undefined;

function daysText(
  days: readonly ExplainedDay[],
  told: DueExplanation,
  words: DueWords,
  language: Language,
): readonly [day: string, text: string] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return ["", ""];
  if (days.length > 1) {
    const count = put(words.as.counted, { n: `${first.n ?? ""}–${last.n ?? ""}` });
    return [`${dayText(first.date, words)} – ${dayText(last.date, words)}`, count];
  }
  const isLast = first === told.days.at(-1);
  const because = told.counting === "wall-clock" ? undefined : reasonText(first.reason, words, language);
  const parts = [
    because,
    asText(first, isLast, words),
    because === undefined ? undefined : actText(first.reason, language),
  ];
  return [
    `${dayText(first.date, words)}, ${words.weekdays[first.weekday - 1] ?? ""}`,
    parts.filter((part) => part !== undefined).join(", "),
  ];
}

function asText({ as, n, pieces, clockChanged }: ExplainedDay, isLast: boolean, words: DueWords): string {
  if (pieces !== undefined && pieces.length > 0)
    return piecesText(pieces, words, clockChanged === true ? withOffset : clockText);
  if (as === "moved" && isLast) return words.as["moved-to"];
  return put(words.as[as], { n: String(n ?? "") }).trim();
}

function piecesText(
  pieces: readonly CountedPiece[],
  words: DueWords,
  clock: (iso: string) => string,
): string {
  const stretches = pieces
    .map(({ from, until }) => `${clock(from)}–${endText(from, until, clock)}`)
    .join(", ");
  const sum = pieces.reduce((total, { ms }) => total + ms, 0);
  return `${stretches} = ${lengthText(sum, words)}`;
}

/** A stretch that ends at midnight ends at 24:00. */
const endText = (from: string, until: string, clock: (iso: string) => string): string =>
  until.slice(0, 10) !== from.slice(0, 10) && clockText(until) === "00:00" ? "24:00" : clock(until);

/** On a day on which the clock was put back its times come twice: `23:45+06:00`, `23:15+05:00`. */
const withOffset = (iso: string): string => `${clockText(iso)}${iso.slice(-6)}`;

/** What ends with a day is due at 24:00 of that day, not at 00:00 of the next. */
function dueText({ due, ends }: DueExplanation, words: DueWords): string {
  return ends === "midnight" ? untilText(due, words) : momentText(due, words);
}

function momentText(iso: string, words: DueWords): string {
  return `${dateText(iso.slice(0, 10), words)}, ${put(words.atClock, { clock: clockText(iso) })}`;
}
