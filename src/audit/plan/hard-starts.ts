import { sql, type Sql } from "../../engine/sql.ts";
import { COUNTED } from "./counting.ts";
import { as, of, select, union, type Step } from "./step.ts";
import { CASES_IN_DOUBT, SHORTEST } from "./suspension-steps.ts";

/** On what else than what is told (0) a due time is counted: `assumption`. */
export const USUAL_HOURS = 1;
const OTHER_END = 2;
export const OTHER_READING = 3;
export const SHORT_PAUSES = 4;
export const SHORT_PAUSES_BY_DATE = 5;
/** From here on: as in another channel, by the number of the variant, from either end of the start's doubt. */
export const OTHER_CHANNEL = 10;

/** Terms that can be counted. */
const TOLD = sql`(h.disorder is null or h.disorder in ('outlier-time', 'outlier-pause')) and h.class <> 'untold'`;
/** What was answered began no later than the answer came. */
const [EARLIEST, LATEST] = [
  sql`h.start_earliest`,
  sql`case when h.done_latest >= h.start_earliest and h.done_latest < h.start_latest then h.done_latest else h.start_latest end`,
];
const NONE = sql`0`;

interface Start {
  /** Alias of what the term is counted by: the term itself, or a variant of it. */
  readonly counted: "h" | "u";
  readonly assumption: Sql;
  readonly reading: Sql;
  readonly from: Sql;
  /** The rest of the question, after the terms. */
  readonly rest: Sql;
}

const start = ({ counted, assumption, reading, from, rest }: Start): Sql =>
  select(
    [
      ...of("h", "hard_no", "case_no", "suspension_count", "done_latest"),
      ...of(counted, ...COUNTED),
      as("assumption", assumption),
      as("reading", reading),
      as("counted_from", from),
    ],
    sql`
      from hard_term h
      ${rest}
    `,
  );

/** As a variant of the term counts. */
const asVariant = (assumption: Sql, from: Sql, which: Sql): Sql =>
  start({
    counted: "u",
    assumption,
    reading: NONE,
    from,
    rest: sql`join term u on u.told_term_no = h.term_no and ${which}\nwhere ${TOLD}`,
  });
const inOtherChannels = (end: 0 | 1, from: Sql, and: Sql): Sql =>
  asVariant(sql`${OTHER_CHANNEL + end} + 2 * u.variant`, from, sql`u.variant > 1${and}`);

const OTHER_TIE = sql`where ${TOLD} and h.suspension_count > 1 and h.case_no in (select i.case_no from suspension i where i.reading = 1)`;
const IS_DOUBTFUL = sql`h.start_latest <> h.start_earliest`;
const IN_SHORT_PAUSES: Start = {
  counted: "h",
  assumption: sql`case when i.reading = ${SHORTEST} then ${SHORT_PAUSES} else ${SHORT_PAUSES_BY_DATE} end`,
  reading: sql`i.reading`,
  from: EARLIEST,
  rest: sql`join (\n  ${CASES_IN_DOUBT}\n) i on i.case_no = h.case_no\nwhere ${TOLD} and h.suspension_count > 0`,
};

/** Every start that a hard term can have had, each with what is assumed. */
function starts(doubt: boolean): Sql[] {
  const own = (assumption: number, reading: number, from: Sql, rest: Sql): Sql =>
    start({ counted: "h", assumption: sql`${assumption}`, reading: sql`${reading}`, from, rest });
  const always = [
    own(0, 0, EARLIEST, sql`where ${TOLD}`),
    asVariant(sql`${USUAL_HOURS}`, LATEST, sql`u.variant = 1`),
    inOtherChannels(0, EARLIEST, sql``),
    own(OTHER_READING, 1, EARLIEST, OTHER_TIE),
  ];
  if (!doubt) return always;
  return [
    ...always,
    own(OTHER_END, 0, LATEST, sql`where ${TOLD} and ${IS_DOUBTFUL}`),
    inOtherChannels(1, LATEST, sql` and ${IS_DOUBTFUL}`),
    start(IN_SHORT_PAUSES),
  ];
}

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
      ...COUNTED,
      "start_earliest",
      "start_latest",
      "done_latest",
      "disorder",
      "term_no",
    ],
    term: ["told_term_no", "variant", ...COUNTED],
    suspension: ["case_no", "reading"],
    ...(doubt ? { suspension_event: ["case_no", "earliest_at", "latest_at"] as const } : {}),
  },
  gives: [
    "hard_no",
    "case_no",
    "suspension_count",
    "done_latest",
    ...COUNTED,
    "assumption",
    "reading",
    "counted_from",
  ],
  sql: union(starts(doubt)),
});
