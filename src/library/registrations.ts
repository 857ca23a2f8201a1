import { day, type Day } from "../calendar/day.ts";
import type { DatedRegistration } from "../calendar/timetable.ts";
import { changesOf, daysOf } from "../law/provision-days.ts";
import { registrationOn } from "../law/under-law.ts";
import type { Provision } from "../model/law.ts";
import type { LawCited } from "../model/verdict.ts";

/** What provisions move of an event, from which day until which other. */
export const registrationsOf = (provisions: readonly Provision[], event: string): DatedRegistration[] =>
  provisions.flatMap((provision) => {
    if (provision.kind !== "rollover" || !provision.events.includes(event)) return [];
    const { first, end } = daysOf(provision);
    return {
      first: first === undefined ? undefined : day(first),
      end: end === undefined ? undefined : day(end),
      outside: provision.outside,
    };
  });

/**
 * What of the law puts off the registration of a request made on a day outside working time; undefined where nothing does.
 * Looked up once for each stretch of days in which it is the same: every request asks.
 */
export function registrationByDay(provisions: readonly Provision[]): (on: Day) => LawCited | undefined {
  const rollovers = provisions.filter(({ kind }) => kind === "rollover");
  const changes = changesOf(rollovers);
  const firstDays = changes.map((isoDay) => day(isoDay));
  const stretches = [BEFORE_ALL, ...changes].map((isoDay) => registrationOn(rollovers, isoDay));
  return (on) => stretches[firstDays.findLastIndex((first) => first <= on) + 1];
}

/** Comes before every `YYYY-MM-DD`. */
const BEFORE_ALL = "";
