import type { AuditFinding } from "../../../src/model/audit.ts";
import type { DeadlineRule, Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Difference } from "./comparison.ts";
import type { Told } from "./deadlines.ts";
import { eventsByCase, type LoggedEvent, type LogLine } from "./log.ts";
import { channelOf, roundsOf } from "./second-auditor.ts";

/** A finding of the one and what the other has in its place, in one case. */
export interface Pair {
  readonly book: Rulebook;
  readonly program: AuditFinding | undefined;
  readonly second: Told | undefined;
  readonly rule: Rule | undefined;
  readonly events: readonly LoggedEvent[];
}

/** In what the program still differs, and why that is wrong by DESIGN.md or the law. */
export interface KnownDifference {
  readonly name: string;
  readonly why: string;
  readonly explains: (pair: Pair) => boolean;
}

const isDeadline = (rule: Rule | undefined): rule is DeadlineRule => rule?.kind === "deadline";

const isDate = (event: LoggedEvent): boolean => event.date !== undefined;

const named =
  (...activities: readonly string[]) =>
  ({ activity }: LoggedEvent): boolean =>
    activities.includes(activity);

const isPause = named("suspended", "resumed");

const endOf = (rule: Rule | undefined): string => (isDeadline(rule) ? (rule.toEvent ?? "") : "");

const usedAgain = ({ events }: Pair): boolean => roundsOf(events).length > 1;

/** Whether something stands at the very instant of a submission or an answer. */
const isTied = ({ events }: Pair): boolean =>
  events
    .filter(named("submitted", "result-issued", "refused"))
    .some((border) => events.some((event) => event !== border && event.earliest === border.earliest));

/** Before every act of the six services; a time before it takes a case its version. */
const ADOPTED = Date.parse("2010-01-01T00:00Z");

export const KNOWN: readonly KnownDifference[] = [
  {
    name: "version of an outlier",
    why: "a time that nobody can have meant is no first event: what does not hang on it is judged (DESIGN.md, section 6)",
    explains: ({ events }) => events.some(({ outlier, earliest }) => outlier && earliest < ADOPTED),
  },
  {
    name: "pause of an outlier",
    why: "a pause only makes a term longer: what was in time without it hangs on no time of a pause",
    explains: ({ program, second, events }) =>
      program?.outcome === "cannot-be-told" &&
      second?.outcome === "met" &&
      events.some((event) => isPause(event) && event.outlier),
  },
  {
    name: "complaint over two rounds",
    why: "a complaint is a procedure of its own: the next answer of the case number answers it, also after a new request",
    explains: (pair) => isDeadline(pair.rule) && pair.rule.subject === "complaint" && usedAgain(pair),
  },
  {
    name: "pause with a date",
    why: "begun or ended on a date it may have begun before or after the term ended, or ended before it began: where that changes the outcome nobody can tell (DESIGN.md, section 6)",
    explains: ({ rule, events }) =>
      isDeadline(rule) && events.some((event) => isPause(event) && isDate(event)),
  },
  {
    name: "date put at its midnight",
    why: "a date is the whole day (DESIGN.md, section 6): an answer of that day does not stand before the request of that day",
    explains: ({ rule, events }) =>
      events.some(
        (event) =>
          isDate(event) && named("result-issued", "refused", "complaint-answered", endOf(rule))(event),
      ),
  },
  {
    name: "tie at a round's border",
    why: "answered at the instant of the request is answered, and what stands at the instant of a new request belongs to it",
    explains: (pair) => isTied(pair) && usedAgain(pair),
  },
  {
    name: "doubled hour at a round's border",
    why: "an answer in the hour that came twice may have come after the request: nobody can tell",
    explains: (pair) =>
      pair.events.some(
        ({ activity, date, earliest, latest }) =>
          activity === "submitted" && date === undefined && earliest < latest,
      ),
  },
  {
    name: "request on a date and at a time",
    why: "the request may be that of the date or that of the time after the cutoff: nobody can tell, as is told elsewhere",
    explains: ({ program, second, rule, events }) =>
      program === undefined &&
      rule?.kind === "cutoff" &&
      second?.outcome === "cannot-be-told" &&
      events.some((event) => named("submitted")(event) && isDate(event)),
  },
  {
    name: "registered before the request",
    why: "what was registered before a request was made is not this request",
    explains: ({ program, second, events }) =>
      program === undefined &&
      second?.outcome === "not-rolled-over" &&
      events.filter(named("registered")).length > 1,
  },
  {
    name: "no channel",
    why: "in person a day ends at closing, by post and on the portal at 24:00, and papers differ: nobody can tell",
    explains: ({ second, events }) =>
      second?.outcome === "cannot-be-told" &&
      roundsOf(events).some(
        (round) => channelOf(round) === undefined && round.some(({ line }) => line === second.line),
      ),
  },
];

/** Leftovers of a case, each beside what the other says of the same rule. */
function pairsOf(book: Rulebook, difference: Difference, events: readonly LoggedEvent[]): readonly Pair[] {
  const rest = [...difference.second];
  const ruleOf = (id: string | null) => book.rules.find((rule) => rule.id === id);
  const pairs = difference.program.map((program) => {
    const at = rest.findIndex(({ rule }) => rule === program.rule);
    const second = at < 0 ? undefined : rest.splice(at, 1)[0];
    return { book, program, second, rule: ruleOf(program.rule), events };
  });
  return [
    ...pairs,
    ...rest.map((second) => ({ book, program: undefined, second, rule: ruleOf(second.rule), events })),
  ];
}

/** Of each differing case, the names of what explains it; `undefined` for what nothing explains. */
export function explanations(
  book: Rulebook,
  lines: readonly LogLine[],
  differences: readonly Difference[],
): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const events = eventsByCase(lines, book.zone ?? "UTC");
  return new Map(
    differences.map((difference) => {
      const pairs = pairsOf(book, difference, events.get(difference.case) ?? []);
      const names = pairs.map((pair) => KNOWN.find(({ explains }) => explains(pair))?.name);
      return [difference.case, new Set(names)];
    }),
  );
}
