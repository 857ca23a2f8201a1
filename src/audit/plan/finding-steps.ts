import { sql, word } from "../../engine/sql.ts";
import { NO_NUMBER } from "./found.ts";
import { as, of, select, union, viewStep, type Step } from "./step.ts";

/** What a finding says in numbers. */
const NUMBERS = [
  "occurrence",
  "margin",
  "start_at",
  "due_at",
  "done_at",
  "late_wall",
  "late_open",
  "late_days",
  "start_row",
  "done_row",
  "suspended_ms",
  "taken_ms",
  "is_registered",
] as const;
const WORDS = ["rule_no", "outcome", "reason"] as const;

const ON_DEADLINES = select(
  [...of("f", "case_no", "channel_no"), as("is_term", sql`1`), ...of("f", ...WORDS, ...NUMBERS)],
  sql`from deadline_finding f`,
);
const ON_THE_REST = select(
  [
    ...of("f", "case_no"),
    as("channel_no", NO_NUMBER),
    as("is_term", sql`0`),
    ...of("f", ...WORDS),
    as("occurrence", sql`0`),
    as("margin", NO_NUMBER),
    ...of("f", "start_at", "due_at"),
    as("done_at", sql`f.seen_at`),
    as("late_wall", NO_NUMBER),
    as("late_open", NO_NUMBER),
    as("late_days", NO_NUMBER),
    as("start_row", sql`f.row_no`),
    as("done_row", NO_NUMBER),
    as("suspended_ms", sql`cast(0 as bigint)`),
    as("taken_ms", NO_NUMBER),
    as("is_registered", sql`0`),
  ],
  sql`from check_finding f`,
);

const FOUND: Step = {
  name: "found",
  as: "view",
  says: "Everything found, in one shape.",
  reads: {
    deadline_finding: ["case_no", "channel_no", ...WORDS, ...NUMBERS],
    check_finding: ["case_no", ...WORDS, "start_at", "due_at", "seen_at", "row_no"],
  },
  gives: ["case_no", "channel_no", "is_term", ...WORDS, ...NUMBERS],
  sql: union([ON_DEADLINES, ON_THE_REST]),
};

/** What is asked of a plan that has run. Views, since every row of them stands in a table already. */
export const findingSteps: readonly Step[] = [
  FOUND,
  viewStep("finding", {
    says: "Everything found, with the case that it is of: the result of the plan.",
    reads: {
      found: FOUND.gives,
      judged_case: ["case_no", "case_id", "book_no", "channel_no", "service_no", "provider"],
    },
    gives: [
      ...of("j", "case_id"),
      ...of("f", "case_no", "is_term"),
      ...of("j", "book_no"),
      as("channel_no", sql`cast(coalesce(f.channel_no, j.channel_no) as bigint)`),
      ...of("f", "rule_no"),
      ...of("j", "service_no", "provider"),
      ...of("f", "outcome", "reason"),
      ...NUMBERS.map((column) => as(column, sql`cast(f.${word(column)} as bigint)`)),
    ],
    from: sql`
      from found f
      join judged_case j on j.case_no = f.case_no
    `,
  }),
  viewStep("case_suspension", {
    says: "The stretches in which each case was suspended.",
    reads: {
      suspension: ["case_no", "reading", "from_at", "until_at"],
      judged_case: ["case_no", "case_id"],
    },
    gives: [...of("j", "case_id"), ...of("s", "from_at", "until_at")],
    from: sql`
      from suspension s
      join judged_case j on j.case_no = s.case_no
      where s.reading = 0
    `,
  }),
  viewStep("case_time", {
    says: "How long each case took whose terms have their ends: with the provider, and standing still.",
    reads: { deadline_finding: ["case_no", "done_at", "taken_ms", "suspended_ms"] },
    gives: [
      ...of("f", "case_no"),
      as("case_provider_ms", sql`max(taken_ms - suspended_ms)`),
      as("case_suspended_ms", sql`max(suspended_ms)`),
    ],
    from: sql`
      from deadline_finding f
      where done_at is not null and taken_ms is not null
      group by f.case_no
    `,
  }),
];
