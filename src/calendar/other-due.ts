import type { OtherDue } from "../model/other-due.ts";
import { DAY_MS } from "../model/time-units.ts";
import { due, type Due } from "./due.ts";
import { isoInstant } from "./iso-instant.ts";
import { nextWorkingStart } from "./start.ts";
import type { Term } from "./term.ts";
import type { Timetable } from "./timetable.ts";
import { instantOf } from "./zone-table.ts";

/** 24:00 of the last day of a term that nothing decides the hour of; undefined where it ends no earlier anyway. */
export function dueAtMidnight({ due: closes, lastDay }: Due, { zone }: Timetable): OtherDue | undefined {
  const midnight = instantOf(zone, lastDay, DAY_MS);
  return midnight > closes ? { why: "last-hour", due: isoInstant(zone, midnight) } : undefined;
}

/** When a term would end whose event came after hours that nobody knows; undefined where that is no question. */
export function dueAfterHours(event: number, term: Term, table: Timetable): OtherDue | undefined {
  const next = nextWorkingStart(event, term, table);
  const later = next === undefined ? undefined : due(next, { ...term, startMoves: false }, table);
  return later?.is === "due" ? { why: "hours-unknown", due: isoInstant(table.zone, later.due) } : undefined;
}
