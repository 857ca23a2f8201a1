import { due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { ChannelPlan, PlannedTerm } from "../compile/plan.ts";
import type { StartedTerm } from "../model/verdict.ts";

/** Each term that a request starts, with its due time; where that cannot be told, why. */
export function startedTerms(
  { terms }: ChannelPlan,
  instant: number | undefined,
  table: Timetable | undefined,
): StartedTerm[] {
  return terms.map(({ term, words }) => {
    if (instant === undefined || table === undefined) return { ...words, unknown: "no-zone" };
    const ends = due(instant, term, table);
    if (ends.is === "unknown")
      return {
        ...words,
        unknown: ends.because === "no-calendar" ? "no-calendar" : `uncovered-year ${ends.year}`,
      };
    return timed(words, isoInstant(table.zone, ends.start), isoInstant(table.zone, ends.due));
  });
}

/** Field by field: a spread costs as much as the counting. */
function timed(words: PlannedTerm["words"], start: string, ends: string): StartedTerm {
  const { rule, subject, amount, unit, judges, cite, toEvent } = words;
  if (toEvent === undefined) return { rule, subject, amount, unit, judges, cite, start, due: ends };
  return { rule, subject, amount, unit, judges, cite, toEvent, start, due: ends };
}
