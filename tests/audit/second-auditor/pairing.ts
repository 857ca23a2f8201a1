import type { DeadlineRule } from "../../../src/model/rule.ts";
import { addressOf } from "./law-terms.ts";
import type { LoggedEvent } from "./log.ts";

/**
 * What ends a result's term beside it: a refusal; its dispatch (Civil Code, art. 176(2)); a decision to extend, whose term
 * is another (Administrative Procedural Code, art. 76(3)); a return, after which a new request has a new term (art. 64(8)).
 */
const IN_PLACE_OF_A_RESULT: ReadonlySet<string> = new Set(["refused", "sent", "extended", "returned"]);

/** Events that end a term: an answer also with a refusal, a complaint also by satisfying it or by extending its term. */
function endsWith(rule: DeadlineRule, { activity }: LoggedEvent): boolean {
  if (activity === rule.toEvent) return true;
  switch (activity) {
    case "complaint-satisfied":
      return rule.toEvent === "complaint-answered" || rule.toEvent === "complaint-forwarded";
    // Who gives the service cannot extend it (Law on public services, art. 25(4)).
    case "complaint-extended":
      return rule.toEvent === "complaint-answered" && rule.addressee !== "provider";
    case "refused":
      return rule.toEvent === "result-issued" || rule.toEvent === "step:answered";
    default:
      return rule.toEvent === "result-issued" && IN_PLACE_OF_A_RESULT.has(activity);
  }
}

/** Whether an event begins a term; a complaint does to whomever it is addressed. */
const beginsWith = (rule: DeadlineRule, { activity }: LoggedEvent): boolean =>
  addressOf(activity).event === rule.fromEvent;

/** `service` and `waiting` begin once in a round; every other starting event begins a term of its own. */
export const isOnce = ({ subject }: DeadlineRule): boolean => subject === "service" || subject === "waiting";

export const beginningsOf = (rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.filter((event) => beginsWith(rule, event));

/** When something was done: between two instants, or on a date. */
export type Done = Pick<LoggedEvent, "activity" | "earliest" | "latest" | "date" | "outlier">;

const endsOf = (rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.filter((event) => endsWith(rule, event));

/** What can have ended what began: all that ends such a term, not before it began. */
export const answersTo = (rule: DeadlineRule, began: LoggedEvent, events: readonly LoggedEvent[]) =>
  endsOf(rule, events).filter((event) => event !== began && event.latest >= began.earliest);

/** The first of several answers: it came no later than any of them, and on a date if the first of them is one. */
export function firstOf(answers: readonly LoggedEvent[]): Done | undefined {
  const [first] = [...answers].sort((one, other) => one.earliest - other.earliest);
  if (first === undefined) return undefined;
  return { ...first, latest: Math.min(...answers.map(({ latest }) => latest)) };
}

/** Ends that close nothing: as many have ended as had begun. What may have ended something, for all its time says, did. */
function surplus(rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  let open = 0;
  const begins = (event: LoggedEvent): number => (beginsWith(rule, event) ? 0 : 1);
  const at = (event: LoggedEvent): number => (begins(event) === 0 ? event.earliest : event.latest);
  const inTurn = [...events].sort(
    (one, other) => at(one) - at(other) || begins(one) - begins(other) || one.line - other.line,
  );
  return inTurn.filter((event) => {
    if (beginsWith(rule, event)) open += 1;
    if (!endsWith(rule, event)) return false;
    open -= 1;
    if (open >= 0) return false;
    open = 0;
    return true;
  });
}

/** What ends before what began, and ends nothing else: the two stand in the wrong order. */
export const outOfOrder = (
  rule: DeadlineRule,
  began: LoggedEvent,
  events: readonly LoggedEvent[],
): LoggedEvent | undefined =>
  answersTo(rule, began, events).length > 0
    ? undefined
    : surplus(rule, events).find((end) => end.latest < began.earliest);

/** What closes without having been opened: nobody can tell, and nobody is accused. */
export function unopened(rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const begun = beginningsOf(rule, events);
  const ends = endsOf(rule, events).filter((end) => !begun.some(({ earliest }) => earliest <= end.latest));
  if (isOnce(rule)) return begun.length > 0 ? [] : ends.slice(0, 1);
  const told = new Set(begun.map((began) => outOfOrder(rule, began, events)));
  return ends.filter((end) => !told.has(end));
}
