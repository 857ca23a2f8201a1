import type { BookAtWork } from "../audit/plan/book.ts";
import { countryCalendar, type CountryCalendar } from "../calendar/country-calendar.ts";
import { parseOpeningHours } from "../calendar/opening-hours.ts";
import { timetable, type Timetable } from "../calendar/timetable.ts";
import { timetableOf } from "../compile/timetable-of.ts";

import type { Rulebook } from "../rulebook/rulebook.ts";
import { Calendars } from "./calendars.ts";
import type { Laws } from "./laws.ts";
import { readZone } from "./read-zone.ts";

/** Hours that offices usually have at most; a term counted in them ends no earlier than in the hours nobody knows. */
const USUAL_HOURS = parseOpeningHours("Mo-Fr 09:00-13:00,14:30-18:00");

/** A rulebook with the timetable of each channel, ready for an audit; with `laws`, the general law beneath it. */
export function bookAtWork(book: Rulebook, calendars: Calendars = new Calendars(), laws?: Laws): BookAtWork {
  const zone = readZone(book.zone ?? "UTC");
  const calendar = book.calendar === undefined ? undefined : calendars.of(book.calendar).calendar;
  const known = remembered((channel, event) =>
    timetableOf(book, channel, { zone, calendar }, undefined, event),
  );
  const usual = remembered((channel) => {
    const { week, provider, cutoff, moves } = known(channel);
    const days = calendar ?? weekdaysAlone();
    return timetable({ zone, calendar: days, week, hours: USUAL_HOURS, provider, rollover: moves, cutoff });
  });
  const law = laws?.beneath(book)?.provisions;
  return { book, zone, zoneKnown: book.zone !== undefined, timetable: known, usual, law };
}

const FIRST_YEAR = 1970;
const YEARS = 81;

/** Where nobody names a calendar: no day off but the weekly ones. */
function weekdaysAlone(): CountryCalendar {
  const years = Array.from({ length: YEARS }, (_, index) => ({
    country: "no-country",
    year: FIRST_YEAR + index,
    holidays: [],
    movedDays: [],
  }));
  return countryCalendar(years, {});
}

function remembered(make: BookAtWork["timetable"]): BookAtWork["timetable"] {
  const made = new Map<string, Timetable>();
  return (channel, event) => {
    const key = `${channel ?? ""} ${event ?? ""}`;
    const there = made.get(key) ?? make(channel, event);
    made.set(key, there);
    return there;
  };
}
