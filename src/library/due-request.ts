import { NotationError, parseCutoff, parseOpeningHours, parseWeekdays } from "../calendar/opening-hours.ts";
import type { Term } from "../calendar/term.ts";
import { timetable, type Timetable } from "../calendar/timetable.ts";
import type { Unknown } from "../calendar/unknown.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { DueLine } from "../model/due-line.ts";
import type { Unit } from "../model/duration.ts";
import { fixedZone, instantIn, parseTime } from "./parse-start.ts";
import type { Calendars } from "./calendars.ts";
import { provisionsBeneath } from "../law/beneath.ts";
import type { Provision } from "../model/law.ts";
import { REQUEST, type Weekday } from "../model/rule.ts";
import { Laws } from "./laws.ts";
import { registrationsOf } from "./registrations.ts";
import { readZone } from "./read-zone.ts";
import { Trouble } from "../model/trouble.ts";

/** A term ready to be counted. */
export interface DueRequest {
  readonly start: number;
  readonly term: Term;
  readonly table: Timetable;
  /** The general law beneath, where the line names its country. */
  readonly law?: readonly Provision[] | undefined;
}

/** Timetables that are kept at a time: some 50 MB where every line has hours of its own. */
const KEPT = 256;
const CLOCK_UNITS: ReadonlySet<Unit> = new Set(["second", "minute", "hour"]);
/** The longest terms that are counted, a thousand years. */
export const LONGEST_TERMS: Readonly<Partial<Record<Unit, number>>> = {
  hour: 8_766_000,
  day: 365_250,
  "calendar-day": 365_250,
  "working-day": 365_250,
  "full-day": 365_250,
  week: 52_178,
  "half-month": 24_350,
  month: 12_000,
  quarter: 4000,
  "half-year": 2000,
  year: 1000,
};

/** Makes requests out of lines, and keeps the timetables that it has made. Throws `Trouble` without a file. */
export function dueRequests(calendars: Calendars, laws: Laws = new Laws()): (line: DueLine) => DueRequest {
  const tables = new Map<string, Timetable>();
  const tableOf = (line: DueLine, offset: number): Timetable => {
    const { zone, hours, week, rest, calendar, rollover, cutoff, law } = line;
    const key = `${zone ?? offset}|${hours ?? ""}|${week ?? ""}|${rest ?? ""}|${calendar ?? ""}|${rollover === true}|${cutoff ?? ""}|${law ?? ""}`;
    const there = tables.get(key);
    if (there !== undefined) return there;
    const made = makeTable(line, offset, calendars, law == null ? undefined : lawNamed(law, laws));
    const [oldest] = tables.keys();
    if (tables.size >= KEPT && oldest !== undefined) tables.delete(oldest);
    tables.set(key, made);
    return made;
  };
  return (line) => {
    const time = parseTime(line.start);
    if (time.is === "wrong")
      throw new Trouble(time.message, { wayOut: "Give the start as 2025-03-17T10:00." });
    const table = tableOf(line, time.is === "instant" ? time.offset : 0);
    const law = line.law == null ? undefined : lawNamed(line.law, laws);
    return { start: instantIn(table.zone, time), term: termOf(line), table, law };
  };
}

function termOf(line: DueLine): Term {
  const { amount, unit, channel, clock, countsStartDay, movesToWorkingDay, direction, lastHour } = line;
  if (!CLOCK_UNITS.has(unit) && !Number.isInteger(amount))
    throw new Trouble(`${amount} ${unit}: only seconds, minutes and hours can be told in fractions`, {
      wayOut: "Give a whole number.",
    });
  if (amount > (LONGEST_TERMS[unit] ?? Infinity))
    throw new Trouble(`${amount} ${unit} is longer than a thousand years`, {
      wayOut: "Give a shorter term.",
    });
  return {
    amount,
    unit,
    channel: channel ?? undefined,
    clock: clock ?? undefined,
    countsStartDay: countsStartDay ?? undefined,
    movesToWorkingDay: movesToWorkingDay ?? undefined,
    direction: direction ?? undefined,
    lastHour: lastHour ?? undefined,
  };
}

/** The provisions of a country's general law. Throws `Trouble` where there is none. */
function lawNamed(country: string, laws: Laws): readonly Provision[] {
  const law = laws.of(country);
  if (law !== undefined) return provisionsBeneath(law, {});
  throw new Trouble(`there is no general law of ${country}`, {
    wayOut: `Known is: kz. Another country is another folder, rules/${country}-law.`,
  });
}

function makeTable(
  line: DueLine,
  offset: number,
  calendars: Calendars,
  law: readonly Provision[] | undefined,
): Timetable {
  if (law !== undefined && line.calendar == null)
    throw new Trouble("the general law moves what comes on days off, and no calendar says which those are", {
      wayOut: "Name a calendar, for example --calendar kz.",
    });
  try {
    return timetable({
      zone: zoneOf(line, offset),
      calendar: line.calendar == null ? undefined : calendars.of(line.calendar).calendar,
      week: line.week ?? undefined,
      rest: line.rest == null ? undefined : restOf(line.rest),
      hours: line.hours == null ? undefined : parseOpeningHours(line.hours),
      rollover: line.rollover === true,
      cutoff: line.cutoff == null ? undefined : parseCutoff(line.cutoff),
      registration: law === undefined ? undefined : registrationsOf(law, REQUEST),
    });
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    throw new Trouble(error.message, {
      wayOut:
        'Hours are written as in "Mo-Fr 09:00-13:00,14:30-18:30; Sa 09:00-14:00", a cutoff as in "18:00".',
    });
  }
}

/** The weekly days off of a line. Throws `Trouble` where they leave no day to work on. */
function restOf(notation: string): readonly Weekday[] {
  const rest = parseWeekdays(notation);
  if (rest.length < 7) return rest;
  throw new Trouble(`"${notation}": a week that rests on every day has no day of work`, {
    wayOut: "Leave a weekday that is worked, for example Sa,Su.",
  });
}

const zoneOf = ({ zone }: DueLine, offset: number): ZoneTable =>
  zone == null ? fixedZone(offset) : readZone(zone);

/** What is missing for a time that cannot be told, as trouble with a way out. */
export function troubleOf(unknown: Unknown): Trouble {
  return unknown.because === "no-calendar"
    ? new Trouble("without a calendar nobody knows which days are worked", {
        wayOut: "Name a calendar, for example --calendar kz.",
      })
    : new Trouble(`no calendar of ${unknown.country} covers the year ${unknown.year}`, {
        wayOut: `Add ${unknown.file}.`,
      });
}
