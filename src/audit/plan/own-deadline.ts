import type { WholeMapping } from "../../log/mapping.ts";
import { REQUEST, type DeadlineRule } from "../../model/rule.ts";
import { deadlinesOf, eventsOf, type BookAtWork } from "./book.ts";
import WORDS from "./own-deadline.json" with { type: "json" };
import { planTable, type PlanTable } from "./plan-table.ts";

const ANSWER = "result-issued";

/** The deadlines that a log carries in columns of its own, as rules of no book: by its due times, by its numbers of days. */
export function ownRules({
  columns,
  deadline = {},
}: Pick<WholeMapping, "columns" | "deadline">): DeadlineRule[] {
  const { from = REQUEST, to = ANSWER, unit = "calendar-day" } = deadline;
  return (["due", "days"] as const).flatMap((carries) =>
    columns[carries] === undefined
      ? []
      : [
          {
            kind: "deadline",
            id: carries === "due" ? "own-deadline" : "own-days",
            subject: from === REQUEST && to === ANSWER ? "service" : "step",
            cite: WORDS[carries].en,
            ofLog: { carries, cites: WORDS[carries] },
            amount: 1,
            unit,
            fromEvent: from,
            toEvent: to,
          },
        ],
  );
}

/** A rule with its number among those of all books, and the book that it is of. */
export interface NumberedRule {
  readonly book: number;
  readonly rule: { readonly id: string };
}

/** Which terms of a regulation or of the law are about the same as the log's own: those between the same two events. */
export function ownBeside(
  books: readonly BookAtWork[],
  rules: readonly NumberedRule[],
  own: readonly DeadlineRule[],
): PlanTable {
  const rows = books.flatMap(({ book, inZone }, number) =>
    inZone !== undefined
      ? []
      : own.flatMap((ours) =>
          deadlinesOf(book)
            .filter((rule) => rule.direction !== "before" && isBetweenTheSame(rule, ours))
            .map((rule) => [numberOf(rules, number, ours), numberOf(rules, number, rule)]),
        ),
  );
  return planTable(
    "own_beside",
    "Which terms run between the same events as a deadline that the log itself carries.",
    ["own_rule_no", "rule_no"],
    rows,
  );
}

const numberOf = (rules: readonly NumberedRule[], book: number, rule: DeadlineRule): number =>
  rules.findIndex((each) => each.book === book && each.rule === rule);

function isBetweenTheSame(rule: DeadlineRule, ours: DeadlineRule): boolean {
  const [one, other] = [eventsOf(rule), eventsOf(ours)];
  return one !== undefined && other !== undefined && one.from === other.from && one.to[0] === other.to[0];
}
