import { EXTENDED } from "../model/deadline-scope.ts";
import type { DeadlineRule, Subject } from "../model/rule.ts";
import type { TermStart } from "../model/verdict.ts";
import type { Plan } from "./plan.ts";

/** What starts a term: every request, a request for which the fact in a slot holds, or something that is no request. */
export type Starting = "request" | number | "other";

/** What starts a rule's term. */
export function startingOf(
  { fromEvent, direction, prolongs }: DeadlineRule,
  { facts }: Pick<Plan, "facts">,
): Starting {
  if (prolongs !== undefined || direction === "before" || fromEvent === undefined) return "other";
  if (fromEvent === "submitted" || fromEvent === "registered") return "request";
  const slot = facts.findIndex(({ event }) => event === fromEvent);
  return slot < 0 ? "other" : slot;
}

/** Subjects that an applicant waits for: the result, or an answer. */
const AWAITED: ReadonlySet<Subject> = new Set<Subject>(["service", "response"]);

/** Whether an applicant waits for what a term is for, whatever starts it. */
export const isAwaited = ({ subject, direction }: Pick<DeadlineRule, "subject" | "direction">): boolean =>
  AWAITED.has(subject) && direction !== "before";

/** The same by the event's name and in the act's words, as far as the book has either. */
export function startOf({ fromEvent, from, prolongs }: DeadlineRule): TermStart {
  const event = fromEvent ?? (prolongs === undefined ? undefined : EXTENDED);
  return {
    ...(event === undefined ? {} : { startsAt: event }),
    ...(from === undefined ? {} : { startsWith: from }),
    ...(prolongs === undefined ? {} : { prolongs }),
  };
}
