import { numbers, sql, word, type Sql } from "../../engine/sql.ts";
import { NO_NUMBER, NO_WORD } from "./found.ts";
import { DATE_DOUBT, NEVER } from "./measures.ts";
import { as, of, select, tableStep, union, viewStep, type Step } from "./step.ts";

/** What a verdict takes from its span, and from its term. */
const OF_SPAN_READ = [
  "case_no",
  "channel_no",
  "occurrence",
  "channel_tie",
  "suspension_count",
  "start_earliest",
  "start_row",
  "done_earliest",
  "done_latest",
  "done_row",
  "disorder",
  "is_registered",
] as const;
const OF_TERM_READ = [
  "rule_no",
  "class",
  "timetable_no",
  "zone_no",
  "counts_back",
  "untold_because",
  "unknown_because",
] as const;
const NO_DOUBT = ["unknown_count", "by_usual_hours", "by_tie", "by_pauses", "by_channel", "by_law"] as const;

/** What a log's own deadline is read from: the columns of an event that carry it. */
const OF_ROW = ["due_from", "due_until", "due_days"] as const;

/** A due time by its date alone ends with its day; one that nobody can read may be any. */
const isDate = (alias: string): Sql =>
  sql`${word(alias)}.due_until - ${word(alias)}.due_from > ${DATE_DOUBT}`;
const isUnread = (alias: string): Sql => sql`${word(alias)}.due_until < ${word(alias)}.due_from`;

/**
 * The deadlines that the log itself carries, by case and term: those that any row of the case names; of terms that come
 * again, those that the rows of its start and its end name. `pairs`: between which events they run; `every`: those of them
 * that come again.
 */
function ownTermStep(pairs: readonly number[], every: readonly number[]): Step {
  const once = pairs.filter((pair) => !every.includes(pair));
  const columns = ["case_no", "occurrence", "pair_no"] as const;
  const given = [...of("p", ...columns), ...of("e", ...OF_ROW)];
  const isNamed = sql`(e.due_from is not null or e.due_days is not null)`;
  const ofRow = (row: "start_row" | "done_row"): Sql =>
    select(
      given,
      sql`
        from span p
        join event e on e.row_no = p.${word(row)}
        where ${isNamed} and p.pair_no in (${numbers([-1, ...every])})
      `,
    );
  const ofCase = select(
    given,
    sql`
      from span p
      join judged_case j on j.case_no = p.case_no
      join event e on e.case_id = j.case_id
      where ${isNamed} and p.pair_no in (${numbers([-1, ...once])})
    `,
  );
  const due = (aggregate: "min" | "max", readable: Sql, otherwise: number): Sql =>
    sql`${word(aggregate)}(case when e.due_from is null then null when ${isUnread("e")} then ${otherwise} else ${readable} end)`;
  return tableStep("own_term", {
    says: "The deadlines that the log itself carries, by case and term: where its rows name several, from the first to the last.",
    reads: {
      span: ["case_no", "occurrence", "pair_no", "start_row", "done_row"],
      event: ["row_no", "case_id", ...OF_ROW],
      judged_case: ["case_no", "case_id"],
    },
    gives: [
      ...of("e", ...columns),
      as(
        "own_low",
        due("min", sql`case when ${isDate("e")} then e.due_from + 1 else e.due_from end`, -NEVER),
      ),
      as(
        "own_earliest",
        due("min", sql`case when ${isDate("e")} then e.due_until + 1 else e.due_from end`, -NEVER),
      ),
      as(
        "own_latest",
        due("max", sql`case when ${isDate("e")} then e.due_until + 1 else e.due_until end`, NEVER),
      ),
      as("days_least", sql`min(e.due_days)`),
      as("days_greatest", sql`max(e.due_days)`),
    ],
    from: sql`
      from (
        ${union([ofCase, ofRow("start_row"), ofRow("done_row")])}
      ) e
      group by e.case_no, e.occurrence, e.pair_no
    `,
  });
}

/** The number of days that the log itself gives is one, and can be counted. */
export const COUNTABLE = sql`(o.days_least = o.days_greatest and o.days_least > 0)`;

/** Nobody can tell the deadline that the log carries: it cannot be read, or lies before what it is the deadline of. */
const UNREADABLE = sql`
  case when t.own_days = 1 then case when o.days_least <= 0 then 'own-deadline-unreadable' else 'own-deadline-moved' end
    when o.own_earliest = ${-NEVER} or o.own_latest < p.start_earliest then 'own-deadline-unreadable' end
`;
const DUE = sql`case when t.own_days = 0 then o.own_earliest end`;
/** Whether a deadline was put off while its case stood still, the log does not say. */
const LATEST = sql`case when t.own_days = 1 then null when p.suspension_count > 0 then ${NEVER} else o.own_latest end`;
const SHOWN = sql`case when t.own_days = 0 and o.own_earliest = o.own_latest then o.own_latest end`;

/** The log's own due times, and its numbers of days that nobody can count, with what their verdicts are told by. */
const OWN_JUDGED: Step = viewStep("own_judged", {
  says: "Deadlines that the log itself carries, with what their verdicts are told by.",
  reads: {
    span: [...OF_SPAN_READ, "book_no", "pair_no"],
    term: [...OF_TERM_READ, "book_no", "pair_no", "channel_no", "variant", "own_days"],
    own_term: [
      "case_no",
      "occurrence",
      "pair_no",
      "own_earliest",
      "own_latest",
      "days_least",
      "days_greatest",
    ],
  },
  gives: [
    ...of("p", ...OF_SPAN_READ.filter((column) => column !== "disorder")),
    // A deadline that the log itself carries needs no start to be held against.
    as(
      "disorder",
      sql`coalesce(${UNREADABLE}, case when p.disorder = 'no-start' and t.own_days = 0 then null else p.disorder end)`,
    ),
    ...of("t", ...OF_TERM_READ),
    as("maybe_at", NO_NUMBER),
    as("is_unconfirmed", sql`0`),
    as("owed_if", sql`0`),
    as("deemed", NO_WORD),
    as("deemed_from", NO_NUMBER),
    as("start_doubt", sql`0`),
    as("begins_at", sql`p.start_earliest`),
    as("last_day", NO_NUMBER),
    as("due_told", DUE),
    as("due_unpaused", DUE),
    as("unpaused_latest", DUE),
    as("due_earliest", DUE),
    as("due_by_closing", LATEST),
    as("due_latest", LATEST),
    as("due_shown", SHOWN),
    ...NO_DOUBT.map((column) => as(column, sql`0`)),
  ],
  from: sql`
    from span p
    join term t on t.book_no = p.book_no and t.pair_no = p.pair_no and t.channel_no = p.channel_no and t.variant = 0
    join own_term o on o.case_no = p.case_no and o.occurrence = p.occurrence and o.pair_no = p.pair_no
    where (t.class = 'own' and o.own_earliest is not null)
      or (t.own_days = 1 and o.days_least is not null and not ${COUNTABLE})
  `,
});

/** The steps of deadlines that the log itself carries, up to what is judged of them. */
export const ownSteps = (pairs: readonly number[], every: readonly number[]): Step[] => [
  ownTermStep(pairs, every),
  OWN_JUDGED,
];
