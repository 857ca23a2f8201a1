import type { Timetable } from "../../calendar/timetable.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import { CHANNELS, type Channel, type DeadlineRule, type Rule } from "../../model/rule.ts";
import { deadlinesOf, eventsOf, HANDS_OUT, orderedBook, type BookAtWork } from "./book.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { termRows, type TermClass, type TermRow } from "./term-rows.ts";
import { TimetableNumbers } from "./timetable-numbers.ts";

/** From which event to which others deadlines run. */
export interface Pair {
  readonly from: number;
  readonly to: readonly number[];
  /** Every occurrence of the first event starts a term of its own; otherwise the case's first one alone. */
  readonly every: boolean;
  /** Terms counted back from the first event: the others may come before it. */
  readonly back: boolean;
  /** Events after which nobody can tell whether the term is owed any more. */
  readonly maybe: readonly number[];
  /**
   * Whose channel counts: the case's; that of the row which ends a handing out, where that names one; or that of the row by
   * which a complaint comes, which need not come as the request did.
   */
  readonly channelOf: "case" | "start" | "end";
}

/** A deadline that judges no case, and why. */
export interface NotAudited {
  readonly rule: Rule;
  /** It names no events; or the mapping has none of those that it names. */
  readonly because: "no-events" | "not-mapped";
}

/** The rules of all books by number (in every zone the same), what they run between, and the tables that say how each term is counted. */
export interface Terms {
  readonly rules: readonly { readonly book: number; readonly rule: Rule }[];
  readonly pairs: readonly Pair[];
  readonly classes: ReadonlySet<TermClass>;
  readonly timetables: readonly Timetable[];
  readonly zones: readonly ZoneTable[];
  readonly table: PlanTable;
  readonly notAudited: readonly NotAudited[];
  /** Number of the first rule of a book; the others follow it. */
  readonly firstRuleOf: (book: number) => number;
  /** Number of a book's timetable for a channel. */
  readonly timetableOf: (book: number, channel: Channel | undefined) => number;
  /** Number of the zone of a book's provider. */
  readonly zoneOf: (book: number) => number;
}

const EVERY_CHANNEL: readonly (Channel | undefined)[] = [undefined, ...CHANNELS];
/** A case has one of each at most: later ones do not start the term again. */
const ONCE = new Set(["service", "waiting"]);

/** Counts out the terms of all books, for the events that the log has. */
export function termsOf(books: readonly BookAtWork[], eventNumber: ReadonlyMap<string, number>): Terms {
  const rules = books.flatMap(({ book, inZone }, index) =>
    inZone === undefined ? book.rules.map((rule) => ({ book: index, rule })) : [],
  );
  const firstRuleOf = (book: number): number =>
    rules.findIndex((entry) => entry.book === orderedBook(books, book));
  const timetables = new TimetableNumbers();
  const { rows, pairs, notAudited } = termsOfBooks(books, eventNumber, firstRuleOf, timetables);
  for (const { timetable } of books)
    for (const channel of EVERY_CHANNEL) {
      timetables.zone(timetable(channel));
      timetables.number(timetable(channel));
    }
  const timetableOf = (book: number, channel: Channel | undefined): Timetable => {
    const atWork = books[book];
    if (atWork === undefined) throw new RangeError(`there is no book ${book}`);
    return atWork.timetable(channel);
  };
  return {
    rules,
    pairs,
    classes: new Set(rows.map((row) => row.class)),
    timetables: timetables.all,
    zones: timetables.zones,
    table: termTable(rows),
    notAudited,
    firstRuleOf,
    timetableOf: (book, channel) => timetables.number(timetableOf(book, channel)),
    zoneOf: (book) => timetables.zone(timetableOf(book, undefined)),
  };
}

/** A row of the table `term`, but for its number and for that of its variant. */
interface NumberedRow extends TermRow {
  readonly book_no: number;
  readonly pair_no: number;
  readonly rule_no: number;
}

function termsOfBooks(
  books: readonly BookAtWork[],
  eventNumber: ReadonlyMap<string, number>,
  firstRuleOf: (book: number) => number,
  timetables: TimetableNumbers,
): Pick<Terms, "pairs" | "notAudited"> & { readonly rows: readonly NumberedRow[] } {
  const pairs = new Map<string, Pair>();
  const notAudited: NotAudited[] = [];
  const rows: NumberedRow[] = [];
  for (const [book_no, atWork] of books.entries())
    for (const rule of deadlinesOf(atWork.book)) {
      const pair = pairOf(rule, eventNumber);
      if (typeof pair === "string") {
        if (atWork.inZone === undefined) notAudited.push({ rule, because: pair });
        continue;
      }
      const key = JSON.stringify(pair);
      if (!pairs.has(key)) pairs.set(key, pair);
      const pair_no = [...pairs.keys()].indexOf(key);
      const rule_no = firstRuleOf(book_no) + atWork.book.rules.indexOf(rule);
      for (const channel of EVERY_CHANNEL)
        for (const row of termRows(atWork, rule, channel, timetables))
          rows.push({ book_no, pair_no, rule_no, ...row });
    }
  return { rows, pairs: [...pairs.values()], notAudited };
}

/** Between which events of the log a deadline runs, or why between none. */
function pairOf(rule: DeadlineRule, eventNumber: ReadonlyMap<string, number>): Pair | NotAudited["because"] {
  const events = eventsOf(rule);
  if (events === undefined) return "no-events";
  const from = eventNumber.get(events.from);
  const numbersOf = (names: readonly string[]): number[] =>
    names.flatMap((event) => eventNumber.get(event) ?? []);
  const to = numbersOf(events.to);
  if (from === undefined || to.length === 0) return "not-mapped";
  const back = rule.direction === "before";
  const every = !ONCE.has(rule.subject) && !back;
  const { maybe } = events;
  const doubtful =
    maybe === undefined || eventNumber.has(maybe.unless) || !every ? [] : numbersOf([maybe.event]);
  const handsOut = events.to.includes(HANDS_OUT);
  const channelOf = handsOut ? "end" : rule.subject === "complaint" ? "start" : "case";
  return { from, to, every, back, maybe: doubtful, channelOf };
}

const COLUMNS = [
  "book_no",
  "pair_no",
  "rule_no",
  "channel_no",
  "class",
  "variant",
  "timetable_no",
  "zone_no",
  "amount",
  "counts_start",
  "moves_last",
  "moves_start",
  "at_closing",
  "counts_back",
  "tells_no_start",
  "untold_because",
  "unknown_because",
] as const satisfies readonly (keyof NumberedRow)[];

/** A term's variants are the rows that follow it. */
function termTable(rows: readonly NumberedRow[]): PlanTable {
  let told = 0;
  return planTable(
    "term",
    "Each deadline in each channel, and how it is counted there.",
    ["term_no", ...COLUMNS, "told_term_no", "has_variants"],
    rows.map((row, index) => {
      if (row.variant === 0) told = index;
      const hasVariants = row.variant === 0 && (rows[index + 1]?.variant ?? 0) > 0;
      return [index, ...COLUMNS.map((column) => row[column]), told, hasVariants ? 1 : 0];
    }),
  );
}
