import { due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { ChannelPlan, PlannedTerm } from "../compile/plan.ts";
import type { StartedTerm } from "../model/verdict.ts";

/**
 * Each term that a request starts, with its due time; where that cannot be told, why. `submitted` is the instant as it
 * is written in the table's zone, where it has been.
 */
export function startedTerms(
  { terms }: ChannelPlan,
  instant: number | undefined,
  submitted: string | undefined,
  table: Timetable | undefined,
): StartedTerm[] {
  const started: StartedTerm[] = [];
  // All terms of a request start together: the time is written once.
  let start = submitted === undefined ? undefined : instant;
  let written = submitted ?? "";
  for (const { term, words } of terms) {
    if (instant === undefined || table === undefined) {
      started.push({ ...words, unknown: "no-zone" });
      continue;
    }
    const ends = due(instant, term, table);
    if (ends.is === "unknown") {
      const why = ends.because === "no-calendar" ? ends.because : `uncovered-year ${ends.year}`;
      started.push({ ...words, unknown: why });
      continue;
    }
    if (ends.start !== start) written = isoInstant(table.zone, ends.start);
    start = ends.start;
    started.push(timed(words, written, isoInstant(table.zone, ends.due)));
  }
  return started;
}

/** Field by field: a spread costs as much as the counting. */
function timed(words: PlannedTerm["words"], start: string, ends: string): StartedTerm {
  const { rule, subject, amount, unit, judges, cite, toEvent } = words;
  if (toEvent === undefined) return { rule, subject, amount, unit, judges, cite, start, due: ends };
  return { rule, subject, amount, unit, judges, cite, toEvent, start, due: ends };
}
