import type { BookAtWork } from "../audit/plan/book.ts";
import { countryCalendar, type CountryCalendar } from "../calendar/country-calendar.ts";
import { parseOpeningHours } from "../calendar/opening-hours.ts";
import { timetable, type Timetable } from "../calendar/timetable.ts";
import { timetableOf } from "../compile/timetable-of.ts";

import { vocabularyWith } from "../model/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { speaksOfRegistration } from "../language/registration.ts";
import { annotated } from "../law/annotated.ts";
import { logRules } from "../law/log-rules.ts";
import type { Provision } from "../model/law.ts";
import { Calendars } from "./calendars.ts";
import type { Laws } from "./laws.ts";
import { readZone } from "./read-zone.ts";
import { registrationsOf } from "./registrations.ts";

/** Hours that offices usually have at most; a term counted in them ends no earlier than in the hours nobody knows. */
const USUAL_HOURS = parseOpeningHours("Mo-Fr 09:00-13:00,14:30-18:00");

/** A rulebook with the timetable of each channel, ready for an audit; with `laws`, the general law beneath it. */
export function bookAtWork(
  book: Rulebook,
  calendars: Calendars = new Calendars(),
  laws?: Laws,
  vocabulary?: Vocabulary,
): BookAtWork {
  const zone = readZone(book.zone ?? "UTC");
  const calendar = book.calendar === undefined ? undefined : calendars.of(book.calendar).calendar;
  const law = laws?.beneath(book)?.provisions;
  const registration =
    law === undefined || calendar === undefined
      ? {}
      : { registration: (of: string) => registrationsOf(law, of) };
  const known = remembered((channel, event) =>
    timetableOf(book, channel, { zone, calendar, ...registration }, undefined, event),
  );
  const usual = remembered((channel) => {
    const { week, provider, cutoff, moves } = known(channel);
    const days = calendar ?? weekdaysAlone();
    return timetable({ zone, calendar: days, week, hours: USUAL_HOURS, provider, rollover: moves, cutoff });
  });
  return {
    book: law === undefined ? book : aboveLaw(book, law, vocabulary),
    zone,
    zoneKnown: book.zone !== undefined,
    timetable: known,
    usual,
    law,
    ...(vocabulary === undefined ? {} : { vocabulary: vocabularyWith(vocabulary, book.vocabulary) }),
  };
}

/** A book with what the law beneath says of its rules, and with the law's own that a log can be held against. */
function aboveLaw(book: Rulebook, law: readonly Provision[], vocabulary: Vocabulary | undefined): Rulebook {
  const rules = annotated(book.rules, law, speaksOfRegistration);
  const labels = new Map(
    (vocabulary && vocabularyWith(vocabulary, book.vocabulary))?.facts.map(
      (fact) => [fact.id, [fact.labels.kk, fact.labels.ru, fact.labels.en]] as const,
    ),
  );
  const names = (fact: string): readonly string[] => labels.get(fact) ?? [];
  return { ...book, rules: [...rules, ...logRules({ ...book, rules }, law, names)] };
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
