import { sql, type Sql } from "../../engine/sql.ts";
import type { ColumnName } from "./columns.ts";
import { begun, COUNTED, ends, lastDays, measured, targets, type Has, type Way } from "./counting.ts";
import { COUNTABLE } from "./own-steps.ts";
import { as, of, viewStep, type Given, type Reads, type Step } from "./step.ts";

/** What a term takes from its span. */
export const OF_SPAN = [
  "case_no",
  "channel_no",
  "occurrence",
  "channel_tie",
  "suspension_count",
  "start_earliest",
  "start_latest",
  "start_row",
  "done_earliest",
  "done_latest",
  "done_row",
  "maybe_at",
  "disorder",
  "is_registered",
  "is_sent",
] as const;
/** What a term is, beside what it is counted by. */
export const OF_TERM = [
  "term_no",
  "rule_no",
  "untold_because",
  "unknown_because",
  "owed_if",
  "deemed",
  "deemed_from",
] as const;
/** What a span and its terms are found by. */
export const READ_OF_SPAN = [
  ...OF_SPAN,
  "book_no",
  "pair_no",
  "addressee_no",
  "came_earliest",
  "came_latest",
  "is_hard",
] as const;
const READ_OF_TERM = [
  ...OF_TERM,
  ...COUNTED,
  "book_no",
  "pair_no",
  "channel_no",
  "addressee_no",
  "judges_from",
  "judges_until",
  "is_unconfirmed",
  "hard_from",
  "hard_until",
  "variant",
  "own_days",
] as const;

/** What the terms of spans hang on beside these. */
export interface Beside {
  /** The log itself tells in days how long some are. */
  readonly ownDays: boolean;
  /** Some are of some cases alone; of no case can that be told (`untold`) where the log tells none of the facts. */
  readonly conditions: "none" | "untold" | "told";
}

/**
 * The terms of each span. Which version of the law judges is told by the day on which came what it is about: not by that of
 * its registration, on which another version may hold, nor by that on which its term starts afresh.
 */
export const spansWithTerms = ({ ownDays, conditions }: Beside): Sql => sql`
  from span p
  join term t on t.book_no = p.book_no and t.pair_no = p.pair_no and t.channel_no = p.channel_no and t.addressee_no = p.addressee_no
    and t.judges_from <= coalesce(p.came_earliest, p.done_earliest) and coalesce(p.came_earliest, p.done_earliest) < t.judges_until
    and (t.owed_if <> 1 or p.done_earliest is not null)${ownDays ? OWN_DAYS : sql``}${conditions === "told" ? CONDITION : sql``}
`;
const CONDITION = sql`\nleft join case_condition k on k.case_no = p.case_no and k.condition_no = t.condition_no`;
/** Nobody can tell whether a term is this case's: its rows tell too little of it, or two things. */
const isOpenCase = (conditions: Beside["conditions"]): Sql =>
  conditions === "untold"
    ? sql`t.condition_no > 0`
    : sql`(t.condition_no > 0 and coalesce(k.holds, -1) = -1)`;
/** How long a term is that the log itself tells in days: one that cannot be told is in \`own_judged\`. */
const OWN_DAYS = sql`
  and t.class <> 'own'
  left join own_term o on t.own_days = 1 and o.case_no = p.case_no and o.occurrence = p.occurrence and o.pair_no = p.pair_no
`;
/**
 * Terms that can be counted, as a condition: of those that the log itself tells in days, where it tells one number; and those
 * that are not of other cases.
 */
export const isCounted = ({ ownDays, conditions }: Beside): Sql =>
  sql`${
    ownDays ? sql`(t.own_days = 0 or ${COUNTABLE})` : sql`t.class <> 'own' and t.own_days = 0`
  }${conditions === "told" ? sql` and coalesce(k.holds, -1) <> 0` : sql``}`;
/** How a term is measured: where nobody can tell whether it is this case's, not at all. */
const classOf = ({ conditions }: Beside): Sql =>
  conditions === "none"
    ? sql`t.class`
    : sql`case when ${isOpenCase(conditions)} then 'untold' else t.class end`;
/** What a term is counted by; where the log itself says how long it is, so long. */
export const countedOf = (beside: Beside): Given[] =>
  of("t", ...COUNTED).map((given) => {
    if (beside.ownDays && given.column === "amount")
      return as("amount", sql`case when t.own_days = 1 then o.days_least else t.amount end`);
    return beside.conditions !== "none" && given.column === "class" ? as("class", classOf(beside)) : given;
  });
/** What a term is, and why nobody can tell it of a case. */
export const termOf = ({ conditions }: Beside): Given[] =>
  of("t", ...OF_TERM).map((given) => {
    if (conditions === "none" || given.column !== "untold_because") return given;
    const why =
      conditions === "untold"
        ? sql`'fact-unknown'`
        : sql`case when k.facts_differ = 1 then 'facts-differ' else 'fact-unknown' end`;
    return as(
      "untold_because",
      sql`case when ${isOpenCase(conditions)} then ${why} else t.untold_because end`,
    );
  });
/** What these read. */
export const readOfBeside = ({ ownDays, conditions }: Beside): Reads => ({
  ...(ownDays ? { own_term: ["case_no", "occurrence", "pair_no", "days_least", "days_greatest"] } : {}),
  ...(conditions === "told" ? { case_condition: ["case_no", "condition_no", "holds", "facts_differ"] } : {}),
});
/** The columns of a term that these read. */
export const readOfTerm = ({ conditions }: Beside): readonly ColumnName[] =>
  conditions === "none" ? READ_OF_TERM : [...READ_OF_TERM, "condition_no"];

/** Nobody can tell that the law holds: its first day is not confirmed, or what is judged by it may have come after its last. */
export const IS_UNCONFIRMED = as(
  "is_unconfirmed",
  sql`case when t.is_unconfirmed = 0 and p.came_latest >= t.judges_until then 2 else t.is_unconfirmed end`,
);
/** Whether one due time tells all of a term: none of its variants is for such a start. */
export const TOLD_BY_ONE = sql`(p.start_latest < t.hard_from or p.start_earliest >= t.hard_until)`;

/** What a verdict on a deadline is told by. */
export const JUDGED = [
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
  "maybe_at",
  "disorder",
  "is_registered",
  "rule_no",
  "class",
  "timetable_no",
  "zone_no",
  "counts_back",
  "untold_because",
  "unknown_because",
  "is_unconfirmed",
  "owed_if",
  "deemed",
  "deemed_from",
] as const;

const STRAIGHT: Way = {
  target: sql`g.base + case when g.counts_back = 1 then -g.term_length else g.term_length end`,
  sameDay: sql`t.begins_day`,
  base: sql`x.base`,
  moved: sql`when t.counts_back = 1 then c.last_working_day else c.next_working_day`,
  joins: sql``,
  reads: {},
};

/** The due times of plain terms: views all, so that they are counted in one go. */
export function plainSteps(has: Has, beside: Beside): Step[] {
  const term = viewStep("plain_term", {
    says: "Terms of which one due time tells all: one start, known hours, nothing suspended.",
    reads: {
      span: READ_OF_SPAN,
      term: readOfTerm(beside),
      ...readOfBeside(beside),
    },
    gives: [
      ...of("p", ...OF_SPAN),
      ...termOf(beside),
      ...countedOf(beside),
      IS_UNCONFIRMED,
      as("counted_from", sql`case when ${classOf(beside)} <> 'untold' then p.start_earliest end`),
    ],
    from: sql`
      ${spansWithTerms(beside)}
      where t.variant = 0 and ${isCounted(beside)} and p.is_hard = 0 and ${TOLD_BY_ONE}
    `,
  });
  const begins = begun("plain_begun", term);
  const base = measured("plain_measured", begins, has, false);
  const target = targets("plain_target", base, STRAIGHT);
  const lastDay = lastDays("plain_last_day", target, STRAIGHT);
  const end = ends("plain_end", lastDay, STRAIGHT, has);
  const judged = viewStep("plain_judged", {
    says: "Plain terms with what their verdicts are told by.",
    reads: { plain_end: [...JUDGED, "begins_at", "last_day", "due_at", "midnight_at"] },
    gives: [
      ...of("e", ...JUDGED),
      as("start_doubt", sql`0`),
      ...of("e", "begins_at", "last_day"),
      as("due_told", sql`e.due_at`),
      as("due_unpaused", sql`e.due_at`),
      as("unpaused_latest", sql`e.due_at`),
      as("due_earliest", sql`e.due_at`),
      as("due_by_closing", sql`e.due_at`),
      as("due_latest", sql`coalesce(e.midnight_at, e.due_at)`),
      as("due_shown", sql`e.due_at`),
      as("unknown_count", sql`0`),
      as("by_usual_hours", sql`0`),
      as("by_tie", sql`0`),
      as("by_pauses", sql`0`),
      as("by_channel", sql`0`),
      as("by_law", sql`0`),
    ],
    from: sql`from plain_end e`,
  });
  return [term, begins, base, target, lastDay, end, judged];
}
