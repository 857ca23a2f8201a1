import { runsByWallClock } from "../../calendar/due.ts";
import { clockMs, type Term } from "../../calendar/term.ts";
import type { Timetable } from "../../calendar/timetable.ts";
import { DAYS, MONTHS } from "../../model/duration.ts";
import { CHANNELS, type Channel, type DeadlineRule } from "../../model/rule.ts";
import { channelsOf, countedTerm, offeredChannels, type BookAtWork } from "./book.ts";
import type { TimetableNumbers } from "./timetable-numbers.ts";

/** How a term is counted; `untold`: not without knowing more. */
export type TermClass = "wall" | "open" | "work" | "day" | "month" | "same-day" | "untold";

/** Number of a channel in the plan; 0 where it is not known. */
export const channelNumber = (channel: Channel | undefined): number =>
  channel === undefined ? 0 : CHANNELS.indexOf(channel) + 1;

/** A deadline in a channel, as the columns of the table `term`. */
export interface TermRow {
  readonly channel_no: number;
  readonly class: TermClass;
  /** The term counted in another way, to see how far doubt reaches: 1 by usual hours, from 2 on as in other channels. */
  readonly variant: number;
  readonly timetable_no: number;
  readonly zone_no: number;
  readonly amount: number;
  readonly counts_start: number;
  readonly moves_last: number;
  readonly moves_start: number;
  readonly at_closing: number;
  readonly counts_back: number;
  readonly tells_no_start: number;
  readonly untold_because: "no-channel" | "no-zone" | null;
  readonly unknown_because: "no-calendar" | "uncovered-year";
}

const flag = (is: boolean): number => (is ? 1 : 0);

/**
 * Rows of one deadline in one channel: none where it is not for it; a second one where hours are not known; and where the
 * channel is not known, one for each other way in which a channel that it can be counts.
 */
export function termRows(
  atWork: BookAtWork,
  rule: DeadlineRule,
  channel: Channel | undefined,
  timetables: TimetableNumbers,
): TermRow[] {
  const rows = rowsIn(atWork, rule, channel, timetables);
  if (channel !== undefined || rows[0]?.untold_because !== null) return rows;
  const counted = new Set(rows.map(wayOf));
  const others = possibleChannels(atWork, rule)
    .flatMap((each) => rowsIn(atWork, rule, each, timetables))
    .filter((row) => {
      const isNew = !counted.has(wayOf(row));
      counted.add(wayOf(row));
      return isNew;
    });
  const first = 2;
  return [...rows, ...others.map((row, index) => ({ ...row, channel_no: 0, variant: first + index }))];
}

/** All that a row is counted by. */
const wayOf = ({ class: counted, timetable_no, zone_no, amount, moves_start, at_closing }: TermRow): string =>
  [counted, timetable_no, zone_no, amount, moves_start, at_closing].join();

/** Channels that a case of an unknown one can be of: a complaint comes by any way, and only people stand in a queue. */
function possibleChannels({ book }: BookAtWork, rule: DeadlineRule): readonly Channel[] {
  if (rule.subject === "complaint") return CHANNELS;
  if (rule.subject === "waiting") return ["provider", "corporation"];
  return offeredChannels(book.rules);
}

function rowsIn(
  atWork: BookAtWork,
  rule: DeadlineRule,
  channel: Channel | undefined,
  timetables: TimetableNumbers,
): TermRow[] {
  const { usual, zoneKnown } = atWork;
  const only = channelsOf(rule);
  if (only !== undefined && channel !== undefined && !only.includes(channel)) return [];
  const { term, table } = countedTerm(atWork, rule, channel);
  const unitMs = clockMs(rule.unit);
  const runsOn = (by: Timetable): boolean =>
    unitMs !== undefined && runsByWallClock(term, unitMs * rule.amount, by);
  const wall = runsOn(table);
  const told = classOf(rule, wall);
  const noZone = !zoneKnown && told !== "wall" ? "no-zone" : null;
  const untold = only !== undefined && channel === undefined ? "no-channel" : noZone;
  const row = (by: Timetable, counted: TermClass, variant: number): TermRow => ({
    channel_no: channelNumber(channel),
    class: untold === null ? counted : "untold",
    variant,
    timetable_no: timetables.number(by),
    zone_no: timetables.zone(by),
    ...fieldsOf(rule, term, by, unitMs),
    untold_because: untold,
    unknown_because: by.calendar === undefined ? "no-calendar" : "uncovered-year",
  });
  // By the wall only because no hours are known: with usual hours it would end later, and nobody can say when.
  const doubtful = wall && !runsOn(usual(channel)) && untold === null && rule.direction !== "before";
  return [row(table, told, 0), ...(doubtful ? [row(usual(channel), "open", 1)] : [])];
}

type Fields = Pick<
  TermRow,
  "amount" | "counts_start" | "moves_last" | "moves_start" | "at_closing" | "counts_back" | "tells_no_start"
>;

/** How the rule is counted by a timetable. */
function fieldsOf(
  rule: DeadlineRule,
  { channel, startMoves }: Term,
  { calendar, moves }: Timetable,
  unitMs: number | undefined,
): Fields {
  const back = rule.direction === "before";
  // A term without a start in its case is silent where nobody need ever start it: a queue that nobody stood in.
  const silent = rule.subject === "waiting" && channel !== "provider" && channel !== "corporation";
  return {
    amount: amountOf(rule, unitMs),
    counts_start: flag(rule.countsStartDay === true),
    moves_last: flag(
      (rule.unit === "working-day" || rule.movesToWorkingDay !== false) && calendar !== undefined,
    ),
    moves_start: flag(moves && startMoves === true && !back),
    at_closing: flag(channel !== "portal" && channel !== "post"),
    counts_back: flag(back),
    tells_no_start: flag(!silent),
  };
}

function classOf(rule: DeadlineRule, wall: boolean): TermClass {
  switch (rule.unit) {
    case "second":
    case "minute":
    case "hour":
      return wall ? "wall" : "open";
    case "working-day":
      return rule.amount > 0 ? "work" : "day";
    case "same-day":
      return "same-day";
    default:
      return MONTHS[rule.unit] === undefined ? "day" : "month";
  }
}

function amountOf(rule: DeadlineRule, unitMs: number | undefined): number {
  if (unitMs !== undefined) return Math.round(unitMs * rule.amount);
  return rule.amount * (DAYS[rule.unit] ?? MONTHS[rule.unit] ?? 1);
}
