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

const usedAgain = (events: Pair["events"]): boolean => roundsOf(events).length > 1;

/** Whether something stands at the very instant of a submission or an answer. */
const isTied = (events: Pair["events"]): boolean =>
  events
    .filter(named("submitted"))
    .some((request) =>
      events.some((event) => named("result-issued", "refused")(event) && event.earliest === request.earliest),
    );

export const KNOWN: readonly KnownDifference[] = [
  {
    name: "step of a date at a round's border",
    why: "a step dated on the day of a new request may belong to it; the program puts it at that midnight, into the round before",
    explains: ({ program, second, events }) =>
      program?.outcome === "overdue" &&
      second?.outcome === "cannot-be-told" &&
      usedAgain(events) &&
      events.some((event) => isDate(event) && event.activity.startsWith("step:")),
  },
  {
    name: "complaint over two rounds",
    why: "an answer belongs to the round of its complaint here, and is held against the hours of that round's channel",
    explains: ({ rule, events }) =>
      (rule?.kind === "hours" || (isDeadline(rule) && rule.subject === "complaint")) &&
      usedAgain(events) &&
      events.some(named("complaint-answered")),
  },
  {
    name: "tie at a round's border",
    why: "answered and asked for again at one instant: the program takes it for one request asked twice, and nobody is accused",
    explains: ({ events }) => isTied(events) && events.filter(named("submitted")).length > 1,
  },
  {
    name: "pause with a date",
    why: "begun or ended on a date it may have begun before or after the term ended, or ended before it began: where that changes the outcome nobody can tell (DESIGN.md, section 6)",
    explains: ({ rule, events }) =>
      isDeadline(rule) && events.some((event) => isPause(event) && isDate(event)),
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
