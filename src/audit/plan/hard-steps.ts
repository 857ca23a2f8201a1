import { sql, word, type Sql } from "../../engine/sql.ts";
import { begun, COUNTED, ends, lastDays, measured, targets, type Has, type Way } from "./counting.ts";
import {
  ABOUT_LAW,
  BY_OTHER_CHANNEL,
  BY_USUAL_HOURS,
  byReading,
  IN_THE_EVENING,
  NOT_SUSPENDED,
  startStep,
  UNTIL_MIDNIGHT,
} from "./hard-starts.ts";
import { holdingSteps } from "./holding-steps.ts";
import { NEVER, NEVER_DAY } from "./measures.ts";
import {
  IS_UNCONFIRMED,
  JUDGED,
  OF_SPAN,
  OF_TERM,
  READ_OF_SPAN,
  TOLD_BY_ONE,
  countedOf,
  isCounted,
  readOfBeside,
  readOfTerm,
  spansWithTerms,
  termOf,
  type Beside,
} from "./plain-steps.ts";
import { as, of, select, tableStep, union, viewStep, type Step } from "./step.ts";
import { READING_OF } from "./suspension-steps.ts";

/** The due times of hard terms, every reading of them counted. */
export function hardSteps(has: Has, doubt: boolean, beside: Beside): Step[] {
  const start = startStep(doubt);
  const begins = begun("hard_begun", start);
  const base = measured("hard_measured", begins, has, true);
  const holding = holdingSteps(base);
  const target = targets("hard_target", holding.held, HELD_UP);
  const lastDay = lastDays("hard_last_day", target, HELD_UP);
  const end = ends("hard_end", lastDay, HELD_UP, has);
  return [
    hardTermStep(beside),
    start,
    begins,
    base,
    ...holding.steps,
    target,
    lastDay,
    end,
    HARD_DUE,
    HARD_JUDGED,
  ];
}

const HELD_UP: Way = {
  target: sql`g.base + case when g.counts_back = 1 then -g.term_length else g.term_length + g.shift end`,
  sameDay: sql`t.held_day`,
  base: sql`x.held_base`,
  moved: sql`
    when t.suspension_count > 0 and t.counts_back = 0 then coalesce(k.day, case when t.never_ends = 0 and c.next_working_day is not null then ${NEVER_DAY} end)
    when t.counts_back = 1 then c.last_working_day else c.next_working_day
  `,
  joins: sql`\nleft join moved_day k on k.hard_no = t.hard_no and k.assumption = t.assumption`,
  reads: { moved_day: ["hard_no", "assumption", "day"] },
};

/** Hard terms of some spans; one without a start is told of only where everybody has to have one. */
const hardTerms = (where: Sql, beside: Beside): Sql =>
  select(
    [...of("p", ...OF_SPAN), ...termOf(beside), ...countedOf(beside), IS_UNCONFIRMED],
    sql`
      ${spansWithTerms(beside)}
      where t.variant = 0 and ${isCounted(beside)} and ${where} and (p.disorder is null or p.disorder <> 'no-start' or t.tells_no_start = 1)
    `,
  );

const hardTermStep = (beside: Beside): Step =>
  tableStep("hard_term", {
    says: "All other terms, numbered: more than one due time has to be counted for them, or none.",
    reads: {
      span: READ_OF_SPAN,
      term: [...readOfTerm(beside), "tells_no_start"],
      ...readOfBeside(beside),
    },
    gives: [
      as("hard_no", sql`row_number() over (order by case_no, occurrence, term_no)`),
      ...of("p", ...OF_SPAN, ...OF_TERM, ...COUNTED, "is_unconfirmed"),
    ],
    from: sql`
    from (
      ${union([hardTerms(sql`p.is_hard = 1`, beside), hardTerms(sql`p.is_hard = 0 and not ${TOLD_BY_ONE}`, beside)])}
    ) p
  `,
  });

/** Stands for the end of a term that a suspension holds up for good. */
const END = sql`case when d.never_ends = 1 or d.last_day = ${NEVER_DAY} then ${NEVER} else d.due_at end`;
/** Only what is counted on what is told. */
const told = (column: Sql): Sql => sql`min(case when d.assumption = 0 then ${column} end)`;
const assumed = (assumption: Sql): Sql => sql`max(case when ${assumption} then 1 else 0 end)`;

const HARD_DUE = tableStep("hard_due", {
  says: "The earliest and the latest that each hard term can be due.",
  reads: {
    hard_end: ["hard_no", "assumption", "begins_at", "last_day", "never_ends", "due_at", "midnight_at"],
  },
  gives: [
    ...of("d", "hard_no"),
    as("begins_at", told(sql`d.begins_at`)),
    as("due_told", told(END)),
    as("last_day", told(sql`d.last_day`)),
    as("due_unpaused", sql`min(case when d.assumption = ${NOT_SUSPENDED} then ${END} end)`),
    as(
      "unpaused_latest",
      sql`min(case when d.assumption = ${NOT_SUSPENDED} then coalesce(d.midnight_at, ${END}) end)`,
    ),
    as("due_earliest", sql`min(case when d.assumption <> ${NOT_SUSPENDED} then ${END} end)`),
    as(
      "due_by_closing",
      sql`max(case when d.assumption <> ${NOT_SUSPENDED} and not (${UNTIL_MIDNIGHT}) then ${END} end)`,
    ),
    as("due_latest", sql`max(case when d.assumption <> ${NOT_SUSPENDED} then ${END} end)`),
    as(
      "due_shown",
      sql`max(case when d.assumption <> ${NOT_SUSPENDED} and not (${BY_USUAL_HOURS}) and not (${IN_THE_EVENING}) and not (${UNTIL_MIDNIGHT}) then ${END} end)`,
    ),
    as(
      "unknown_count",
      sql`count(case when d.assumption <> ${NOT_SUSPENDED} and d.due_at is null and d.never_ends = 0 and (d.last_day is null or d.last_day < ${NEVER_DAY}) then 1 end)`,
    ),
    as("by_usual_hours", assumed(BY_USUAL_HOURS)),
    as("by_tie", assumed(byReading(READING_OF.tie))),
    as(
      "by_pauses",
      sql`max(case when ${byReading(READING_OF.twoInstants)} then 1 when ${byReading(READING_OF.date)} then 2 else 0 end)`,
    ),
    as("by_channel", assumed(BY_OTHER_CHANNEL)),
    as("by_law", sql`max(${ABOUT_LAW})`),
  ],
  from: sql`
    from hard_end d
    group by d.hard_no
  `,
});

const orNone = (
  column: "unknown_count" | "by_usual_hours" | "by_tie" | "by_pauses" | "by_channel" | "by_law",
): Sql => sql`coalesce(d.${word(column)}, 0)`;

const HARD_JUDGED = viewStep("hard_judged", {
  says: "Hard terms with what their verdicts are told by.",
  reads: {
    hard_term: ["hard_no", ...JUDGED, "start_latest"],
    hard_due: HARD_DUE.gives,
  },
  gives: [
    ...of("h", ...JUDGED),
    as("start_doubt", sql`h.start_latest - h.start_earliest`),
    ...of(
      "d",
      "begins_at",
      "last_day",
      "due_told",
      "due_unpaused",
      "unpaused_latest",
      "due_earliest",
      "due_by_closing",
      "due_latest",
      "due_shown",
    ),
    as("unknown_count", orNone("unknown_count")),
    as("by_usual_hours", orNone("by_usual_hours")),
    as("by_tie", orNone("by_tie")),
    as("by_pauses", orNone("by_pauses")),
    as("by_channel", orNone("by_channel")),
    as("by_law", orNone("by_law")),
  ],
  from: sql`
    from hard_term h
    left join hard_due d on d.hard_no = h.hard_no
  `,
});
