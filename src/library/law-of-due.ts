import { isoOf } from "../calendar/day.ts";
import type { Due } from "../calendar/due.ts";
import { decidedHour } from "../calendar/last-hour.ts";
import { dueAfterHours, dueAtMidnight } from "../calendar/other-due.ts";
import { localDay } from "../calendar/zone-table.ts";
import { lawOfTerm } from "../law/term-law.ts";
import type { LawOfDue } from "../model/due-explanation.ts";
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
    otherwise: [
      decidedHour(term, term.channel) === undefined ? dueAtMidnight(limit, table) : undefined,
      dueAfterHours(start, term, table),
    ].filter((other) => other !== undefined),
  };
}
