import { runsByWallClock } from "../../calendar/due.ts";
import { clockMs, type Term } from "../../calendar/term.ts";
import { HOURS, type Timetable } from "../../calendar/timetable.ts";
import { DAYS, MONTHS } from "../../model/duration.ts";
import type { LastHour } from "../../model/last-hour.ts";
import { CHANNELS, REQUEST, type Channel, type DeadlineRule } from "../../model/rule.ts";
import { channelsOf, countedTerm, eventsOf, offeredChannels, type BookAtWork } from "./book.ts";
import { EITHER, lastHourOf, MIDNIGHT } from "./last-hour.ts";
import type { PutOffs } from "./put-off.ts";
import type { TimetableNumbers } from "./timetable-numbers.ts";

/** How a term is counted; `untold`: not without knowing more; `own`: the log itself says when it ends. */
export type TermClass = "wall" | "open" | "work" | "day" | "month" | "same-day" | "untold" | "own";

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
  readonly put_off_no: number | null;
  readonly at_closing: number;
  readonly less_days: number;
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
  tables: RowTables,
): TermRow[] {
  const rows = rowsIn(atWork, rule, channel, tables);
  if (channel !== undefined || rows[0]?.untold_because !== null) return rows;
  const counted = new Set(rows.map(wayOf));
  const others = possibleChannels(atWork, rule)
    .flatMap((each) => rowsIn(atWork, rule, each, tables))
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

/** What moves the start of a term, in the column `moves_start`. */
const NOTHING = 0;
const OWN_HOURS = 1;
const BY_LAW = 2;
const OWN_DAYS_OFF = 3;
const BY_OTHER_LAW = 4;
const BY_LAW_IN_THE_EVENING = 5;

/** Variants from here on count the term as that of another addressee of a complaint, … */
export const AS_ADDRESSED = 300;
/** … as it is where others do not have to be asked, … */
export const AS_NOT_ASKED = 450;
/** … as it is where the law that puts off its start does not hold yet, … */
export const AS_UNCONFIRMED = 600;
/** … and as it is where the event came after hours that nobody knows. */
export const AS_IN_THE_EVENING = 800;
/** To a variant's number this is added where its last day ends at 24:00, and not at closing. */
export const AS_UNTIL_MIDNIGHT = 1000;

/** A term whose start the law may put off otherwise, for starts between two instants. */
export interface RegistrationVariant {
  readonly row: TermRow;
  readonly from: number;
  readonly until: number;
}

/** How else the start of a term may be put off by the law beneath: by which of two versions, or by hours that nobody knows. */
export function registrationVariants(row: TermRow, terms: RowTables): RegistrationVariant[] {
  if (row.moves_start !== BY_LAW || row.put_off_no === null || row.untold_because !== null) return [];
  const { timetables, putOffs } = terms;
  const zone = timetables.zones[row.zone_no];
  const table = timetables.all[row.timetable_no];
  if (zone === undefined || table === undefined) return [];
  const made = (
    between: readonly [number, number] | undefined,
    moves_start: number,
    variant: number,
  ): RegistrationVariant[] =>
    between === undefined
      ? []
      : [{ row: { ...row, moves_start, variant }, from: between[0], until: between[1] }];
  return [
    ...made(putOffs.doubtful(row.put_off_no, zone), BY_OTHER_LAW, AS_UNCONFIRMED),
    ...(table.hours === undefined
      ? made(putOffs.evenings(row.put_off_no, zone), BY_LAW_IN_THE_EVENING, AS_IN_THE_EVENING)
      : []),
  ];
}

/** Where rows of terms find their numbers. */
export interface RowTables {
  readonly timetables: TimetableNumbers;
  readonly putOffs: PutOffs;
  /** At which hour last days end, where nothing decides. */
  readonly lastHour: LastHour | undefined;
}

/** A term whose last day nobody can tell the hour of, counted to 24:00; none where its hour is known. */
export const untilMidnight = <Row extends TermRow>(row: Row): Row[] =>
  row.at_closing === EITHER && row.untold_because === null
    ? [{ ...row, at_closing: MIDNIGHT, variant: row.variant + AS_UNTIL_MIDNIGHT }]
    : [];

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
  { timetables, putOffs, lastHour }: RowTables,
): TermRow[] {
  const { usual, zoneKnown, law = [] } = atWork;
  const only = channelsOf(rule);
  if (only !== undefined && channel !== undefined && !only.includes(channel)) return [];
  const { term, table } = countedTerm(atWork, rule, channel);
  const unitMs = clockMs(rule.unit);
  const runsOn = (by: Timetable): boolean =>
    unitMs !== undefined && runsByWallClock(term, unitMs * rule.amount, by);
  const wall = runsOn(table);
  const told = classOf(rule, wall);
  const noZone = !zoneKnown && told !== "wall" && told !== "own" ? "no-zone" : null;
  const untold = only !== undefined && channel === undefined ? "no-channel" : noZone;
  const put_off_no = putOffs.number(law, eventsOf(rule)?.from ?? REQUEST) ?? null;
  const row = (by: Timetable, counted: TermClass, variant: number): TermRow => ({
    channel_no: channelNumber(channel),
    class: untold === null ? counted : "untold",
    variant,
    timetable_no: timetables.number(by),
    zone_no: timetables.zone(by),
    ...fieldsOf(rule, term, by, unitMs, lastHourOf(rule, channel, law, lastHour)),
    put_off_no: table.movesByLaw ? put_off_no : null,
    untold_because: untold,
    unknown_because: by.calendar === undefined ? "no-calendar" : "uncovered-year",
  });
  // By the wall only because no hours are known: with usual hours it would end later, and nobody can say when.
  const doubtful = wall && !runsOn(usual(channel)) && untold === null && rule.direction !== "before";
  return [row(table, told, 0), ...(doubtful ? [row(usual(channel), "open", 1)] : [])];
}

/** Nothing has to be counted: the log itself says when it is due. */
const isOwnDue = ({ ofLog }: DeadlineRule): boolean => ofLog?.carries === "due";

type Fields = Pick<
  TermRow,
  | "amount"
  | "counts_start"
  | "moves_last"
  | "moves_start"
  | "at_closing"
  | "less_days"
  | "counts_back"
  | "tells_no_start"
>;

/** How the rule is counted by a timetable. */
function fieldsOf(
  rule: DeadlineRule,
  { channel, startMoves }: Term,
  table: Timetable,
  unitMs: number | undefined,
  at_closing: number,
): Fields {
  const { calendar } = table;
  const back = rule.direction === "before";
  // A term without a start in its case is silent where nobody need ever start it: a queue that nobody stood in.
  const silent = rule.subject === "waiting" && channel !== "provider" && channel !== "corporation";
  return {
    amount: amountOf(rule, unitMs),
    counts_start: flag(rule.countsStartDay === true),
    moves_last: flag(
      (rule.unit === "working-day" || rule.movesToWorkingDay !== false) && calendar !== undefined,
    ),
    moves_start: startMoves === true && !back && !isOwnDue(rule) ? movesOf(table, unitMs) : NOTHING,
    at_closing: isOwnDue(rule) ? MIDNIGHT : at_closing,
    less_days: rule.ofLaw?.daysEarly ?? 0,
    counts_back: flag(back),
    // Of the law's own terms nobody is told that they began nowhere.
    tells_no_start: flag(!silent && rule.ofLaw === undefined && rule.ofLog === undefined),
  };
}

/** The law puts off what starts terms in days alone (Administrative Code, art. 76(2)). */
function movesOf({ moves, movesByLaw, outside }: Timetable, unitMs: number | undefined): number {
  if (moves) return outside[0] === HOURS || outside.length === 0 ? OWN_HOURS : OWN_DAYS_OFF;
  return movesByLaw && unitMs === undefined ? BY_LAW : NOTHING;
}

function classOf(rule: DeadlineRule, wall: boolean): TermClass {
  if (isOwnDue(rule)) return "own";
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
