import type { Timetable } from "../../calendar/timetable.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import { rowDuties } from "../../law/row-duties.ts";
import type { DutyRule } from "../../model/law.ts";
import { CHANNELS, type Addressee, type Channel, type DeadlineRule, type Rule } from "../../model/rule.ts";
import { orderedBook, type BookAtWork } from "./book.ts";
import type { LastHour } from "../../model/last-hour.ts";
import type { NotAudited, Pair } from "./pairs.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { PutOffs } from "./put-off.ts";
import type { ExtensionBasis } from "./prolonged.ts";
import { TermConditions } from "./term-conditions.ts";
import { termsOfBooks, type NumberedRow } from "./terms-of-books.ts";
import type { TermClass } from "./term-rows.ts";
import { TimetableNumbers } from "./timetable-numbers.ts";

/** The rules of all books by number (in every zone the same), what they run between, and the tables that say how each term is counted. */
export interface Terms {
  readonly rules: readonly { readonly book: number; readonly rule: Rule | DutyRule }[];
  readonly pairs: readonly Pair[];
  readonly classes: ReadonlySet<TermClass>;
  readonly timetables: readonly Timetable[];
  /** What the law beneath puts off. */
  readonly putOffs: PutOffs;
  readonly zones: readonly ZoneTable[];
  /** Whose terms are whose. */
  readonly conditions: TermConditions;
  readonly table: PlanTable;
  readonly notAudited: readonly NotAudited[];
  /** Numbers of the pairs between which deadlines run that the log itself carries. */
  readonly ownPairs: readonly number[];
  /** Number of the first rule of a book; the others follow it. */
  readonly firstRuleOf: (book: number) => number;
  /** Number of a book's timetable for a channel. */
  readonly timetableOf: (book: number, channel: Channel | undefined) => number;
  /** Number of the zone of a book's provider. */
  readonly zoneOf: (book: number) => number;
}

const EVERY_CHANNEL: readonly (Channel | undefined)[] = [undefined, ...CHANNELS];

/** Counts out the terms of all books, for the events that the log has. */
export function termsOf(
  books: readonly BookAtWork[],
  eventNumber: ReadonlyMap<string, number>,
  addressee?: Addressee,
  lastHour?: LastHour,
  own: readonly DeadlineRule[] = [],
  conditions: TermConditions = TermConditions.of([], {}),
  basis: ExtensionBasis = { byMapping: false },
): Terms {
  const rules = [
    ...ofEach(books, ({ book }) => book.rules),
    // Of no book: they stand behind all that is numbered by a book's own.
    ...ofEach(books, ({ law = [] }) => rowDuties(law)),
    ...ofEach(books, () => own),
  ];
  const firstRuleOf = (book: number): number =>
    rules.findIndex((entry) => entry.book === orderedBook(books, book));
  const timetables = new TimetableNumbers();
  const putOffs = new PutOffs();
  const { rows, pairs, notAudited } = termsOfBooks(books, {
    eventNumber,
    firstRuleOf,
    own,
    numberOfOwn: (book, rule) =>
      rules.findIndex((entry) => entry.book === orderedBook(books, book) && entry.rule === rule),
    addressee,
    timetables,
    putOffs,
    lastHour,
    conditions,
    basis,
  });
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
    putOffs,
    zones: timetables.zones,
    conditions,
    table: termTable(rows),
    notAudited,
    ownPairs: rows.flatMap((row) => (rules[row.rule_no]?.rule.ofLog === undefined ? [] : [row.pair_no])),
    firstRuleOf,
    timetableOf: (book, channel) => timetables.number(timetableOf(book, channel)),
    zoneOf: (book) => timetables.zone(timetableOf(book, undefined)),
  };
}

/** Rules of all books but for those that are books once more, by another clock. */
const ofEach = <Of>(
  books: readonly BookAtWork[],
  rulesOf: (atWork: BookAtWork) => readonly Of[],
): { readonly book: number; readonly rule: Of }[] =>
  books.flatMap((atWork, book) =>
    atWork.inZone === undefined ? rulesOf(atWork).map((rule) => ({ book, rule })) : [],
  );

const COLUMNS = [
  "book_no",
  "pair_no",
  "rule_no",
  "channel_no",
  "addressee_no",
  "judges_from",
  "judges_until",
  "class",
  "variant",
  "timetable_no",
  "zone_no",
  "amount",
  "counts_start",
  "moves_last",
  "moves_start",
  "put_off_no",
  "at_closing",
  "less_days",
  "counts_back",
  "tells_no_start",
  "untold_because",
  "unknown_because",
  "is_unconfirmed",
  "owed_if",
  "deemed",
  "deemed_from",
  "hard_from",
  "hard_until",
  "own_days",
  "condition_no",
] as const satisfies readonly (keyof NumberedRow)[];

/** A term's variants are the rows that follow it. */
function termTable(rows: readonly NumberedRow[]): PlanTable {
  let told = 0;
  return planTable(
    "term",
    "Each deadline in each channel, and how it is counted there.",
    ["term_no", ...COLUMNS, "told_term_no"],
    rows.map((row, index) => {
      if (row.variant === 0) told = index;
      return [index, ...COLUMNS.map((column) => row[column]), told];
    }),
  );
}
