import { HANDS_OUT } from "../../model/at-the-desk.ts";
import type { DeadlineRule, Rule } from "../../model/rule.ts";
import { ADDRESSEES, addressedEvent, addresseeNumber, COMPLAINT, type Addressed } from "./addressees.ts";
import { eventsOf, SENT } from "./book.ts";
import type { JudgedDeadline, NoProlonging } from "./prolonged.ts";

/** From which event to which others deadlines run. */
export interface Pair {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What registers the first, where the term runs from registration; without it in a case it runs from the event itself. */
  readonly registered: readonly number[];
  /** What starts the term afresh. */
  readonly restarts: readonly number[];
  /** Of the ends those that hand a result to the post. */
  readonly dispatch: readonly number[];
  /** To whom the starts are addressed that say so; none where it does not matter. */
  readonly addressees: readonly Addressed[];
  /** Every occurrence of the first event starts a term of its own; otherwise the case's first one alone. */
  readonly every: boolean;
  /** Terms counted back from the first event: the others may come before it. */
  readonly back: boolean;
  /** Events after which nobody can tell whether the term is owed any more. */
  readonly maybe: readonly number[];
  /** Events of which a case has to have one for the term to be its own; none: it is anyway. */
  readonly needs: readonly number[];
  /**
   * Whose channel counts: the case's; that of the row which ends a handing out, where that names one; or that of the row by
   * which a complaint comes, which need not come as the request did.
   */
  readonly channelOf: "case" | "start" | "end";
}

/** A deadline that judges no case, and why. */
export interface NotAudited {
  readonly rule: Rule;
  /** It names no events; the mapping has none of those that it names; or none of the facts that tell whose term it is. */
  readonly because: "no-events" | "not-mapped" | "facts-not-mapped" | NoProlonging["because"];
  /** The facts, in the last case. */
  readonly lacking?: readonly string[];
}

/** A case has one of each at most: later ones do not start the term again. */
const ONCE = new Set(["service", "waiting"]);

/** Between which events of the log a deadline runs, or why between none. */
export function pairOf(
  rule: DeadlineRule,
  eventNumber: ReadonlyMap<string, number>,
  { putOffBy, needs: needed }: Partial<Pick<JudgedDeadline, "putOffBy" | "needs">> = {},
): Pair | "no-events" | "not-mapped" {
  const events = eventsOf(rule, putOffBy);
  if (events === undefined) return "no-events";
  const numbersOf = (names: readonly (string | undefined)[]): number[] =>
    names.flatMap((event) => (event === undefined ? [] : (eventNumber.get(event) ?? [])));
  const addressees = addressedIn(events.from, eventNumber);
  const from = [...numbersOf([events.from]), ...addressees.map(({ event }) => event)];
  const registered = numbersOf([events.registered]);
  const to = numbersOf(events.to);
  // An extension or a return alone ends nothing that the log can show to be given in time.
  const answers = numbersOf(
    events.to.filter(
      (event) => event === rule.toEvent || (!PUTS_OFF.has(event) && putOffBy?.includes(event) !== true),
    ),
  );
  const needs = numbersOf([needed]);
  if (needed !== undefined && needs.length === 0) return "not-mapped";
  // By when it is due the log itself says, whatever it ran from.
  const needsStart = rule.ofLog?.carries !== "due";
  if ((needsStart && from.length + registered.length === 0) || answers.length === 0) return "not-mapped";
  const back = rule.direction === "before";
  const every = !ONCE.has(rule.subject) && !back;
  const { maybe } = events;
  const doubtful =
    maybe === undefined || eventNumber.has(maybe.unless) || !every ? [] : numbersOf([maybe.event]);
  const handsOut = events.to.includes(HANDS_OUT);
  const channelOf = handsOut ? "end" : rule.subject === "complaint" ? "start" : "case";
  const [restarts, dispatch] = [
    every ? [] : numbersOf([events.restarts]),
    numbersOf(events.to.filter((event) => event === SENT)),
  ];
  return {
    ...{ from, to, registered, restarts, dispatch, addressees, every, back, maybe: doubtful },
    ...{ needs, channelOf },
  };
}

/** Ends of a term that give nothing. */
const PUTS_OFF: ReadonlySet<string> = new Set(["extended", "returned", "complaint-extended"]);

/** The events of a log that say to whom a complaint is addressed. */
const addressedIn = (from: string, eventNumber: ReadonlyMap<string, number>): Addressed[] =>
  from !== COMPLAINT
    ? []
    : ADDRESSEES.flatMap((addressee) => {
        const event = eventNumber.get(addressedEvent(COMPLAINT, addressee));
        return event === undefined ? [] : [{ event, addressee: addresseeNumber(addressee) }];
      });
