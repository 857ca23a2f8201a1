import { day } from "../calendar/day.ts";
import type { DatedRegistration } from "../calendar/timetable.ts";
import { daysOf } from "../law/provision-days.ts";
import type { Provision } from "../model/law.ts";

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
