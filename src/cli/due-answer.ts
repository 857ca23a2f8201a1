import { due } from "../calendar/due.ts";
import { explain } from "../calendar/explain.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { troubleOf, type DueRequest } from "../library/due-request.ts";
import { lawOfDue } from "../library/law-of-due.ts";
import type { DueExplanation, LawOfDue } from "../model/due-explanation.ts";
import type { DueLine } from "../model/due-line.ts";

/** A term that has been counted, as it goes out: ISO instants with the zone's offset. */
export interface DueTold {
  readonly start: string;
  readonly due: string;
  readonly law?: LawOfDue;
  readonly explanation?: DueExplanation;
}

/** Counts a term. Throws `Trouble` where that cannot be told. */
export function answerOf(request: DueRequest, explained: boolean): DueTold {
  const { start, term, table } = request;
  const limit = due(start, term, table);
  if (limit.is === "unknown") throw troubleOf(limit);
  const law = request.law === undefined ? undefined : lawOfDue(request, limit, request.law);
  const ofLaw = law === undefined ? {} : { law };
  const told = { start: isoInstant(table.zone, limit.start), due: isoInstant(table.zone, limit.due) };
  if (!explained) return { ...told, ...ofLaw };
  const explanation = explain(start, term, table);
  if ("is" in explanation) throw troubleOf(explanation);
  return { ...told, explanation: { ...explanation, ...ofLaw } };
}

/** Whether a rollover was asked for and nobody says until when on a day events are of that day. */
export const takesDaysOffAlone = ({ rollover, hours }: Partial<DueLine>): boolean =>
  rollover === true && hours == null;

/** What is said then. */
export const WITHOUT_HOURS =
  "a rollover without hours moves days off alone: nobody says when a working day ends. Name them with --hours.";
