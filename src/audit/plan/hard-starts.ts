import { sql, type Sql } from "../../engine/sql.ts";
import { COUNTED } from "./counting.ts";
import {
  AS_ADDRESSED,
  AS_IN_THE_EVENING,
  AS_NOT_ASKED,
  AS_UNCONFIRMED,
  AS_UNTIL_MIDNIGHT,
} from "./term-rows.ts";
import { as, of, select, union, type Step } from "./step.ts";
import type { READING_OF } from "./suspension-steps.ts";

/** On what a due time is counted is one number (`assumption`): the variant, then which end of the start's doubt, … */
const VARIANTS = 2 * AS_UNTIL_MIDNIGHT;
/** … ten times that further on what the reading of the suspensions is one of, and from there on which reading it is. */
const READINGS = 10 * VARIANTS;
const NUMBERS = 10 * READINGS;

/** Stands for a term as if nothing had stood still: told beside the due time, and no doubt of it. */
export const NOT_SUSPENDED = -1;
/** A reading in which no case is suspended. */
const NO_READING = -1;

/** The variants of a term: as told, by usual hours where none are known, or as in another channel. */
const USUAL_HOURS = 1;

/** The variant of an assumption, at whichever hour its last day ends. */
const VARIANT = sql`d.assumption % ${AS_UNTIL_MIDNIGHT}`;

/** Whether an assumption is that hours are usual, or that the channel is another. */
export const BY_USUAL_HOURS = sql`${VARIANT} = ${USUAL_HOURS}`;
export const BY_OTHER_CHANNEL = sql`${VARIANT} between ${USUAL_HOURS + 1} and ${AS_ADDRESSED - 1}`;
/** Whether it is that an event came after hours that nobody knows; and which of those that are about the law it is, if any. */
export const IN_THE_EVENING = sql`${VARIANT} >= ${AS_IN_THE_EVENING}`;
export const ABOUT_LAW = sql`case when ${VARIANT} >= ${AS_IN_THE_EVENING} then 3 when ${VARIANT} >= ${AS_UNCONFIRMED} then 2 when ${VARIANT} >= ${AS_NOT_ASKED} then 4 when ${VARIANT} >= ${AS_ADDRESSED} then 1 else 0 end`;
/** Whether it is that a last day ends at 24:00, and not at closing. */
export const UNTIL_MIDNIGHT = sql`d.assumption % ${VARIANTS} >= ${AS_UNTIL_MIDNIGHT}`;
/** Whether it is a reading of a tie, of times that mean two instants, or of dates. */
export const byReading = (of: (typeof READING_OF)[keyof typeof READING_OF]): Sql =>
  sql`d.assumption % ${NUMBERS} between ${of * READINGS} and ${(of + 1) * READINGS - 1}`;

/** Terms that can be counted. */
const TOLD = sql`(h.disorder is null or h.disorder in ('outlier-time', 'outlier-pause')) and h.class <> 'untold'`;
/** What was answered began no later than the answer came. */
const [EARLIEST, LATEST] = [
  sql`h.start_earliest`,
  sql`case when h.done_latest >= h.start_earliest and h.done_latest < h.start_latest then h.done_latest else h.start_latest end`,
];

/** What each variant is counted by; how long a term is that the log itself tells in days, its first row says. */
const COUNTED_AS_TOLD = of("u", ...COUNTED).map((given) =>
  given.column === "amount"
    ? as("amount", sql`case when u.own_days = 1 then h.amount else u.amount end`)
    : given,
);

/** From one end of the start's doubt: each variant of the term in each reading of its case's suspensions. */
const starts = (end: 0 | 1, from: Sql): Sql =>
  select(
    [
      ...of("h", "hard_no", "case_no", "suspension_count", "done_latest", "is_registered", "is_sent"),
      ...COUNTED_AS_TOLD,
      as(
        "assumption",
        sql`u.variant + ${end * VARIANTS} + coalesce(i.reading_of * ${READINGS} + i.reading * ${NUMBERS}, 0)`,
      ),
      as("reading", sql`coalesce(i.reading, 0)`),
      as("counted_from", from),
    ],
    sql`
      from hard_term h
      join term u on u.told_term_no = h.term_no and (u.variant = 0 or (${end === 0 ? EARLIEST : sql`h.start_latest`} >= u.hard_from and h.start_earliest < u.hard_until))
      left join suspension_reading i on i.case_no = case when h.suspension_count > 0 then h.case_no end
      where ${TOLD}${end === 0 ? sql`` : sql` and h.start_latest <> h.start_earliest`}
    `,
  );

const WITHOUT_PAUSES = select(
  [
    ...of("h", "hard_no", "case_no", "suspension_count", "done_latest", "is_registered", "is_sent"),
    ...COUNTED_AS_TOLD,
    as("assumption", sql`${NOT_SUSPENDED}`),
    as("reading", sql`${NO_READING}`),
    as("counted_from", EARLIEST),
  ],
  sql`
    from hard_term h
    join term u on u.told_term_no = h.term_no and u.variant = 0
    where ${TOLD} and h.suspension_count > 0
  `,
);

/** The starts of hard terms; `doubt`: some times are known only within bounds. */
export const startStep = (doubt: boolean): Step => ({
  name: "hard_start",
  as: "view",
  says: "Every start that a hard term can have had, and what is assumed when it is counted from.",
  reads: {
    hard_term: [
      "hard_no",
      "case_no",
      "suspension_count",
      "class",
      "amount",
      "start_earliest",
      ...(doubt ? (["start_latest"] as const) : []),
      "done_latest",
      "is_registered",
      "is_sent",
      "disorder",
      "term_no",
    ],
    term: ["told_term_no", "variant", "hard_from", "hard_until", "own_days", ...COUNTED],
    suspension_reading: ["case_no", "reading", "reading_of"],
  },
  gives: [
    "hard_no",
    "case_no",
    "suspension_count",
    "done_latest",
    "is_registered",
    "is_sent",
    ...COUNTED,
    "assumption",
    "reading",
    "counted_from",
  ],
  sql: union([starts(0, EARLIEST), WITHOUT_PAUSES, ...(doubt ? [starts(1, LATEST)] : [])]),
});
