import type { Timetable } from "../../calendar/timetable.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import { runsByWallClock } from "../../calendar/due.ts";
import { clockMs } from "../../calendar/term.ts";
import { CHANNELS, type Channel, type DeadlineRule, type Rule } from "../../model/rule.ts";
import { channelsOf, deadlinesOf, eventsOf, orderedBook, termOf, type BookAtWork } from "./book.ts";
import type { DataTable } from "../../engine/table.ts";

/** From which event to which others deadlines run. */
export interface Pair {
  readonly from: number;
  readonly to: readonly number[];
  /** Every occurrence of the first event starts a term of its own; otherwise the case's first one alone. */
  readonly every: boolean;
  /** Terms counted back from the first event: the others may come before it. */
  readonly back: boolean;
}

/** How a term is counted; `untold`: not without knowing more. */
export type TermClass = "wall" | "open" | "work" | "day" | "month" | "same-day" | "untold";

/** The rules of all books by number (in every zone the same), what they run between, and the tables that say how each term is counted. */
export interface Terms {
  readonly rules: readonly { readonly book: number; readonly rule: Rule }[];
  readonly pairs: readonly Pair[];
  readonly classes: ReadonlySet<TermClass>;
  readonly timetables: readonly Timetable[];
  readonly zones: readonly ZoneTable[];
  readonly table: DataTable;
  /** Deadlines that name no events, or events that the mapping has none for. */
  readonly notAudited: readonly { readonly rule: Rule; readonly because: "no-events" | "not-mapped" }[];
  /** Number of the first rule of a book; the others follow it. */
  readonly firstRuleOf: (book: number) => number;
  /** Number of a book's timetable for a channel. */
  readonly timetableOf: (book: number, channel: Channel | undefined) => number;
  /** Number of the zone of a book's provider. */
  readonly zoneOf: (book: number) => number;
}

/** Number of a channel in the plan; 0 where it is not known. */
export const channelNumber = (channel: Channel | undefined): number =>
  channel === undefined ? 0 : CHANNELS.indexOf(channel) + 1;

const EVERY_CHANNEL: readonly (Channel | undefined)[] = [undefined, ...CHANNELS];
/** A case has one of each at most: later ones do not start the term again. */
const ONCE = new Set(["service", "waiting"]);

export function termsOf(books: readonly BookAtWork[], eventNumber: ReadonlyMap<string, number>): Terms {
  const rules = books.flatMap(({ book, inZone }, index) =>
    inZone === undefined ? book.rules.map((rule) => ({ book: index, rule })) : [],
  );
  const firstRuleOf = (book: number): number =>
    rules.findIndex((entry) => entry.book === orderedBook(books, book));
  const timetables = new Timetables();
  const pairs = new Map<string, Pair>();
  const notAudited: { rule: Rule; because: "no-events" | "not-mapped" }[] = [];
  const rows: (number | string | null)[][] = [];
  for (const [bookNumber, atWork] of books.entries())
    for (const rule of deadlinesOf(atWork.book)) {
      const events = eventsOf(rule);
      const from = events === undefined ? undefined : eventNumber.get(events.from);
      const to = (events?.to ?? []).flatMap((event) => eventNumber.get(event) ?? []);
      if (events === undefined || from === undefined || to.length === 0) {
        if (atWork.inZone !== undefined) continue;
        notAudited.push({ rule, because: events === undefined ? "no-events" : "not-mapped" });
        continue;
      }
      const back = rule.direction === "before";
      const pair = { from, to, every: !ONCE.has(rule.subject) && !back, back };
      const key = JSON.stringify(pair);
      if (!pairs.has(key)) pairs.set(key, pair);
      const pairNumber = [...pairs.keys()].indexOf(key);
      const ruleNumber = firstRuleOf(bookNumber) + atWork.book.rules.indexOf(rule);
      for (const channel of EVERY_CHANNEL)
        rows.push(
          ...rowsOf(atWork, rule, channel, timetables).map((row) => [
            bookNumber,
            pairNumber,
            ruleNumber,
            ...row,
          ]),
        );
    }
  const atWorkOf = (book: number): BookAtWork => {
    const found = books[book];
    if (found === undefined) throw new RangeError(`there is no book ${book}`);
    return found;
  };
  for (const { timetable } of books) for (const channel of EVERY_CHANNEL) timetables.zone(timetable(channel));
  for (const { timetable } of books)
    for (const channel of EVERY_CHANNEL) timetables.number(timetable(channel));
  return {
    rules,
    pairs: [...pairs.values()],
    classes: new Set(rows.map((row) => row[4] as TermClass)),
    timetables: timetables.all,
    zones: timetables.zones,
    table: {
      name: "term",
      columns: COLUMNS,
      rows: rows.map((row, index) => [index, ...row, usualTerm(rows, index)]),
    },
    notAudited,
    firstRuleOf,
    timetableOf: (book, channel) => timetables.number(atWorkOf(book).timetable(channel)),
    zoneOf: (book) => timetables.zone(atWorkOf(book).timetable(undefined)),
  };
}

const COLUMNS: DataTable["columns"] = [
  ["term_no", "bigint"],
  ["book_no", "bigint"],
  ["pair_no", "bigint"],
  ["rule_no", "bigint"],
  ["channel_no", "bigint"],
  ["class", "text"],
  // The term counted in another way, to see how far doubt reaches.
  ["variant", "bigint"],
  ["tt", "bigint"],
  ["zone", "bigint"],
  ["amount", "bigint"],
  ["counts_start", "bigint"],
  ["moves_last", "bigint"],
  ["moves_start", "bigint"],
  ["at_closing", "bigint"],
  ["back", "bigint"],
  ["has_no_start", "bigint"],
  ["untold", "text"],
  ["unknown_is", "text"],
  // Where hours are not known: the same term with usual ones, the variant that comes next.
  ["usual_term", "bigint"],
];

const VARIANT = 5;
/** A term's variant follows it. */
const usualTerm = (rows: readonly (readonly (number | string | null)[])[], index: number): number | null =>
  rows[index]?.[VARIANT] === 0 && rows[index + 1]?.[VARIANT] === 1 ? index + 1 : null;

/** Rows of one deadline in one channel: none where it is not for it; a second one where hours are not known. */
function rowsOf(
  { timetable, usual, zoneKnown }: BookAtWork,
  rule: DeadlineRule,
  channel: Channel | undefined,
  timetables: Timetables,
): (number | string | null)[][] {
  const only = channelsOf(rule);
  if (only !== undefined && channel !== undefined && !only.includes(channel)) return [];
  const table = timetable(channel);
  const term = termOf(rule, channel);
  const unitMs = clockMs(rule.unit);
  const length = (unitMs ?? 0) * rule.amount;
  const wall = unitMs !== undefined && runsByWallClock(term, length, table);
  const cls = classOf(rule, wall);
  const untold =
    only !== undefined && channel === undefined
      ? "no-channel"
      : !zoneKnown && cls !== "wall"
        ? "no-zone"
        : null;
  const back = rule.direction === "before";
  // A term without a start in its case is silent where nobody need ever start it: a queue that nobody stood in.
  const silent = rule.subject === "waiting" && channel !== "provider" && channel !== "corporation";
  const row = (in_: Timetable, counted: TermClass, variant: number): (number | string | null)[] => [
    channelNumber(channel),
    untold === null ? counted : "untold",
    variant,
    timetables.number(in_),
    timetables.zone(in_),
    amountOf(rule, unitMs),
    rule.countsStartDay === true ? 1 : 0,
    (rule.unit === "working-day" || rule.movesToWorkingDay !== false) && in_.calendar !== undefined ? 1 : 0,
    in_.moves && !back ? 1 : 0,
    channel === "portal" || channel === "post" ? 0 : 1,
    back ? 1 : 0,
    silent ? 0 : 1,
    untold,
    in_.calendar === undefined ? "no-calendar" : "uncovered-year",
  ];
  const rows = [row(table, cls, 0)];
  // By the wall only because no hours are known: with usual hours it would end later, and nobody can say when.
  const doubtful = wall && !runsByWallClock(term, length, usual(channel)) && untold === null && !back;
  if (doubtful) rows.push(row(usual(channel), "open", 1));
  return rows;
}

function classOf(rule: DeadlineRule, wall: boolean): TermClass {
  switch (rule.unit) {
    case "second":
    case "minute":
    case "hour":
      return wall ? "wall" : "open";
    case "working-day":
      return rule.amount > 0 ? "work" : "day";
    case "month":
    case "year":
      return "month";
    case "same-day":
      return "same-day";
    default:
      return "day";
  }
}

function amountOf(rule: DeadlineRule, unitMs: number | undefined): number {
  if (unitMs !== undefined) return Math.round(unitMs * rule.amount);
  return rule.amount * (rule.unit === "week" ? 7 : rule.unit === "year" ? 12 : 1);
}

/** Timetables by number; those that count alike are one. */
class Timetables {
  readonly all: Timetable[] = [];
  readonly zones: ZoneTable[] = [];
  readonly #numbers = new Map<Timetable, number>();
  readonly #alike = new Map<string, number>();

  number(timetable: Timetable): number {
    const there = this.#numbers.get(timetable);
    if (there !== undefined) return there;
    const { zone, calendar, week, hours, provider, cutoff, moves } = timetable;
    const key = JSON.stringify([zone.zone, calendar?.country, week, hours, provider, cutoff, moves]);
    const number = this.#alike.get(key) ?? this.all.push(timetable) - 1;
    this.#alike.set(key, number);
    this.#numbers.set(timetable, number);
    return number;
  }

  /** Number of a timetable's zone. */
  zone({ zone }: Timetable): number {
    const there = this.zones.findIndex((known) => known.zone === zone.zone);
    return there < 0 ? this.zones.push(zone) - 1 : there;
  }
}
