import type { Day } from "../calendar/day.ts";
import { due, type Due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { dueAfterHours, dueAtMidnight } from "../calendar/other-due.ts";
import { localDay } from "../calendar/zone-table.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { Values } from "../compile/condition.ts";
import type { ChannelPlan, Plan, PlannedTerm } from "../compile/plan.ts";
import type { PlannedCondition } from "../compile/planned.ts";
import type { Known } from "./known.ts";
import type { LawCited, StartedTerm, WaitingTerm } from "../model/verdict.ts";

/** When a request came in, and when it was registered, epoch ms; `written`: the first as it is written in the table's zone. */
export interface Begun {
  readonly instant: number | undefined;
  readonly written: string | undefined;
  readonly registered: number | undefined;
}

/** What of the general law bears on terms. */
export interface LawBeneath {
  /** What puts off the registration of a request made on a day outside working time. */
  readonly registration?: ((day: Day) => LawCited | undefined) | undefined;
  /** It leaves open whether last days end at closing or at 24:00. */
  readonly lastHourOpen?: boolean | undefined;
}

/** Each term that a request starts, with its due time; where that cannot be told, why. */
export function startedTerms(
  { terms }: ChannelPlan,
  { instant, written: submitted, registered }: Begun,
  table: Timetable | undefined,
  { registration, lastHourOpen }: LawBeneath,
  { values }: Pick<Known, "values">,
  { facts }: Pick<Plan, "facts">,
): StartedTerm[] {
  const started: StartedTerm[] = [];
  // All terms of a request start together: the time is written once.
  let start = submitted === undefined ? undefined : instant;
  let written = submitted ?? "";
  for (const planned of terms) {
    const { words, slot, when } = planned;
    if (slot !== undefined && values[slot] !== true) continue;
    if (when !== undefined) {
      const isOfCase = when.test(values);
      if (isOfCase === 0) continue;
      if (isOfCase === -1) {
        started.push({ ...words, unknown: "case-unknown", missing: missingFor(when, values, facts) });
        continue;
      }
    }
    if (instant === undefined || table === undefined) {
      started.push({ ...words, unknown: "no-zone" });
      continue;
    }
    const isRegistered = planned.registered !== undefined && registered !== undefined;
    const event = isRegistered ? registered : instant;
    const term = isRegistered ? planned.registered : planned.term;
    const ends = due(event, term, table);
    if (ends.is === "unknown") {
      const why = ends.because === "no-calendar" ? ends.because : `uncovered-year ${ends.year}`;
      started.push({ ...words, unknown: why });
      continue;
    }
    if (ends.start !== start) written = isoInstant(table.zone, ends.start);
    start = ends.start;
    const told = timed(words, written, isoInstant(table.zone, ends.due));
    const saysMore = planned.registered !== undefined || (table.movesByLaw && !isRegistered);
    if (saysMore) putDownLaw(told, planned, { event, isRegistered, ends }, table, registration);
    if (lastHourOpen === true && planned.lastHourOpen) putDownMidnight(told, ends, table);
    started.push(told);
  }
  return started;
}

/** Ids of the facts that leave the condition of a term open. */
const missingFor = (when: PlannedCondition, values: Values, facts: Plan["facts"]): string[] =>
  when.open(values).map((slot) => facts[slot]?.id ?? "");

/** Terms of the service that wait for another event; those among them that start with a request of which nobody knows. */
export function waitingTerms(
  { channel, waiting, waitingInCase, terms, termsByFact }: ChannelPlan,
  { values, memory }: Pick<Known, "values" | "memory">,
  { facts }: Pick<Plan, "facts">,
): readonly WaitingTerm[] {
  if (termsByFact.length === 0 && waitingInCase.length === 0) return waiting;
  const open = terms.flatMap(({ slot, when, waiting: told }) =>
    told !== undefined && slot !== undefined && values[slot] === undefined ? [{ told, when }] : [],
  );
  const more = [...waitingInCase, ...open].flatMap(({ told, when }) => {
    const isOfCase = when?.test(values) ?? 1;
    if (isOfCase === 0) return [];
    const missing = when === undefined || isOfCase === 1 ? [] : missingFor(when, values, facts);
    return [{ told, missing }];
  });
  if (more.length === 0) return waiting;
  const on = more.map(({ told, missing }) => `${told.rule} ${missing.join()}`).join("\n");
  return memory.waiting(channel, on, () => [
    ...waiting,
    ...more.map(({ told, missing }) => (missing.length === 0 ? told : { ...told, missing })),
  ]);
}

/** A term to which what it rests on is yet to be put down: a spread of all fields would cost more than the counting. */
type Told = { -readonly [Field in keyof StartedTerm]: StartedTerm[Field] };

/** Field by field: a spread costs as much as the counting. */
function timed(words: PlannedTerm["words"], start: string, ends: string): Told {
  const { rule, subject, amount, unit, judges, cite, toEvent, cites, twin } = words;
  if (cites !== undefined || twin !== undefined) return { ...words, start, due: ends };
  if (toEvent === undefined) return { rule, subject, amount, unit, judges, cite, start, due: ends };
  return { rule, subject, amount, unit, judges, cite, toEvent, start, due: ends };
}

/** Puts down what a term rests on beside its rule: what it was counted from, and the law that put off its start. */
function putDownLaw(
  told: Told,
  { registered, term }: PlannedTerm,
  { event, isRegistered, ends }: { event: number; isRegistered: boolean; ends: Due },
  table: Timetable,
  registration: ((day: Day) => LawCited | undefined) | undefined,
): void {
  const isMoved = table.movesByLaw && ends.start !== event;
  const movedBy = isMoved ? registration?.(localDay(table.zone, event)) : undefined;
  const later = isMoved || isRegistered ? undefined : dueAfterHours(event, term, table);
  if (registered !== undefined) told.startedBy = isRegistered ? "registered" : "submitted";
  if (movedBy !== undefined) told.movedBy = movedBy;
  if (later !== undefined) told.otherwise = later;
}

/** 24:00 of the last day, where that ends at closing by one of two readings of the law alone. */
function putDownMidnight(told: Told, ends: Due, table: Timetable): void {
  const midnight = dueAtMidnight(ends, table);
  if (midnight !== undefined) told.otherwise = midnight;
}
