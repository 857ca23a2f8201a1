import { sql, word } from "../../engine/sql.ts";
import type { EventNumbers } from "./case-steps.ts";
import { reasonStep, systemsStep } from "./duty-checks.ts";
import { extensionStep } from "./extension-check.ts";
import { FOUND, found, NO_NUMBER } from "./found.ts";
import { OUTSIDE_HOURS } from "./hours-checks.ts";
import { intakeStep } from "./intake-check.ts";
import type { LogShape } from "./log-shape.ts";
import { documentStep, groundlessStep, REFUSAL_FINDING } from "./refusal-checks.ts";
import { ownLongerStep } from "./own-longer.ts";
import { refusedRowStep } from "./refused-rows.ts";
import { SUSPENSION_FINDING } from "./suspension-check.ts";
import { of, select, tableStep, union, type Step } from "./step.ts";

/** What a case can break beside deadlines. */
export function checkSteps(
  events: EventNumbers,
  log: LogShape,
  own: OwnDeadlines | undefined,
  extensions: readonly number[],
): Step[] {
  const number = (event: string): number => events[event] ?? 0;
  const refused = refusedRowStep(number("refused"), number("submitted"), log);
  const checks = [
    OUTSIDE_HOURS,
    intakeStep(number("submitted"), number("registered"), log),
    REFUSAL_FINDING,
    documentStep(number("documents-requested")),
    groundlessStep(number("documents-provided"), log),
    SUSPENSION_FINDING,
    reasonStep(number("refused"), log),
    systemsStep(number("documents-requested")),
    CASE_FINDING,
    ...(extensions.length === 0 ? [] : [extensionStep(extensions)]),
    ...(own === undefined
      ? []
      : [
          ownLongerStep(
            EXTENDED.flatMap((event) => events[event] ?? []),
            own.days,
          ),
        ]),
  ];
  return [refused, ...checks, allOf(checks)];
}

/** The log carries deadlines of its own; `days`: some of them as numbers of days. */
export interface OwnDeadlines {
  readonly days: boolean;
}

/** By what a term is put off lawfully. */
const EXTENDED = ["extended"];

const allOf = (checks: readonly Step[]): Step => ({
  name: "check_finding",
  as: "view",
  says: "Everything that was found beside deadlines.",
  reads: Object.fromEntries(checks.map(({ name }) => [name, FOUND])),
  gives: FOUND,
  sql: union(checks.map(({ name }) => select(of("f", ...FOUND), sql`from ${word(name)} f`))),
});

/** A case is numbered by its first row. */
const CASE_FINDING = tableStep("case_finding", {
  says: "Cases that no version judges or of which nobody can tell which does, and cases that outlive the version that judges them.",
  reads: {
    judged_case: ["case_no", "book_no", "book_tie", "service_no", "first_at", "last_at"],
    book: ["book_no", "until_at"],
  },
  gives: found({
    case_no: sql`j.case_no`,
    rule_no: NO_NUMBER,
    outcome: sql`case when b.book_no is null then 'cannot-be-told' else 'straddles-versions' end`,
    reason: sql`case when j.book_tie = 1 then 'tie' when j.service_no is null then 'unknown-service' when b.book_no is null then 'no-version' end`,
    seen_at: sql`j.first_at`,
    start_at: sql`j.first_at`,
    due_at: sql`b.until_at`,
    row_no: sql`j.case_no`,
  }),
  from: sql`
    from judged_case j
    left join book b on b.book_no = j.book_no
    where b.book_no is null or j.last_at >= b.until_at
  `,
});
