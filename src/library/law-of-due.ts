import { isoOf } from "../calendar/day.ts";
import { due, type Due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { nextWorkingStart } from "../calendar/start.ts";
import { clockMs } from "../calendar/term.ts";
import { localDay } from "../calendar/zone-table.ts";
import { lawOfTerm } from "../law/term-law.ts";
import type { LawOfDue } from "../model/due-explanation.ts";
import type { OtherDue } from "../model/other-due.ts";
import type { Provision } from "../model/law.ts";
import type { DueRequest } from "./due-request.ts";

/** What of the general law a due time rests on, and what it would be where the law leaves two readings or hours are not known. */
export function lawOfDue(
  { start, term, table }: DueRequest,
  limit: Due,
  provisions: readonly Provision[],
): LawOfDue {
  const isoDay = isoOf(localDay(table.zone, start));
  const isMoved = table.movesByLaw && limit.start !== start;
  return {
    provisions: lawOfTerm(provisions, isoDay, { ...term, isMoved }),
    otherwise: [...lastHour({ start, term, table }, limit), ...afterHours({ start, term, table })],
  };
}

/** 24:00 where it is closing time, and no clause decides which it is (Civil Code, art. 176(1)). */
function lastHour({ start, term, table }: DueRequest, limit: Due): OtherDue[] {
  if (term.lastHour !== undefined || clockMs(term.unit) !== undefined || term.direction === "before")
    return [];
  const midnight = due(start, { ...term, lastHour: "midnight" }, table);
  if (midnight.is === "unknown" || midnight.due === limit.due || term.channel === "portal") return [];
  return [{ why: "last-hour", due: isoInstant(table.zone, midnight.due) }];
}

function afterHours({ start, term, table }: DueRequest): OtherDue[] {
  const next = nextWorkingStart(start, term, table);
  const later = next === undefined ? undefined : due(next, { ...term, startMoves: false }, table);
  return later?.is === "due" ? [{ why: "hours-unknown", due: isoInstant(table.zone, later.due) }] : [];
}
