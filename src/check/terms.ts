import { due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { ChannelPlan } from "../compile/plan.ts";
import type { DeadlineRule } from "../model/rule.ts";
import type { StartedTerm } from "../model/verdict.ts";

/** Subjects whose last day stays where it falls unless the rule says otherwise. */
const NEVER_MOVES = new Set(["validity", "entry-into-force"]);

/** Each term that a request starts, with its due time; where that cannot be told, why. */
export function startedTerms(
  { terms, channel }: ChannelPlan,
  instant: number | undefined,
  table: Timetable | undefined,
): StartedTerm[] {
  return terms.map((rule) => {
    const words = wordsOf(rule);
    if (instant === undefined || table === undefined) return { ...words, unknown: "no-zone" };
    const moves = rule.movesToWorkingDay ?? !NEVER_MOVES.has(rule.subject);
    const ends = due(instant, { ...rule, channel, movesToWorkingDay: moves }, table);
    if (ends.is === "unknown")
      return {
        ...words,
        unknown: ends.because === "no-calendar" ? "no-calendar" : `uncovered-year ${ends.year}`,
      };
    return { ...words, start: isoInstant(table.zone, ends.start), due: isoInstant(table.zone, ends.due) };
  });
}

const wordsOf = (rule: DeadlineRule): Omit<StartedTerm, "start" | "due" | "unknown"> => ({
  rule: rule.id,
  subject: rule.subject,
  amount: rule.amount,
  unit: rule.unit,
  judges: rule.judges !== false,
  ...(rule.toEvent === undefined ? {} : { toEvent: rule.toEvent }),
  cite: rule.cite,
});
