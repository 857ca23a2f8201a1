import type { DeadlineRule } from "../../../src/model/rule.ts";
import type { LoggedEvent } from "./log.ts";

/** Events that end a term: a service and an answer also with a refusal, a complaint also by satisfying it. */
function endsWith(rule: DeadlineRule, event: LoggedEvent): boolean {
  if (event.activity === rule.toEvent) return true;
  if (event.activity === "complaint-satisfied") return rule.subject === "complaint";
  return (
    event.activity === "refused" && (rule.toEvent === "result-issued" || rule.toEvent === "step:answered")
  );
}

/** `service` and `waiting` begin once in a round; every other starting event begins a term of its own. */
export const isOnce = ({ subject }: DeadlineRule): boolean => subject === "service" || subject === "waiting";

export const beginningsOf = (rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.filter(({ activity }) => activity === rule.fromEvent);

export const beginnings = (rule: DeadlineRule, events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  beginningsOf(rule, events).slice(0, isOnce(rule) ? 1 : Infinity);

/** When something was done: between two instants, or on a date. */
export type Done = Pick<LoggedEvent, "earliest" | "latest" | "date" | "outlier">;

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
  const begins = ({ activity }: LoggedEvent): number => (activity === rule.fromEvent ? 0 : 1);
  const at = (event: LoggedEvent): number => (begins(event) === 0 ? event.earliest : event.latest);
  const inTurn = [...events].sort(
    (one, other) => at(one) - at(other) || begins(one) - begins(other) || one.line - other.line,
  );
  return inTurn.filter((event) => {
    if (event.activity === rule.fromEvent) open += 1;
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
