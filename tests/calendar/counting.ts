import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countryCalendar } from "../../src/calendar/country-calendar.ts";
import type { CalendarActs, CalendarYear, CountryCalendar } from "../../src/calendar/country-calendar.ts";
import type { Day } from "../../src/calendar/day.ts";
import { due } from "../../src/calendar/due.ts";
import { isoInstant } from "../../src/calendar/iso-instant.ts";
import { parseCutoff, parseOpeningHours } from "../../src/calendar/opening-hours.ts";
import type { Suspension } from "../../src/calendar/suspension.ts";
import type { Term } from "../../src/calendar/term.ts";
import { timetable, type Timetable } from "../../src/calendar/timetable.ts";
import { readZone } from "../../src/library/read-zone.ts";
import type { Unit } from "../../src/model/duration.ts";

const folder = join(import.meta.dirname, "../../rules/calendars/kz");
const years = readdirSync(folder)
  .filter((name) => name !== "acts.json")
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as CalendarYear);
const { acts } = JSON.parse(readFileSync(join(folder, "acts.json"), "utf8")) as CalendarActs;

const calendars = new Map<Day | undefined, CountryCalendar>();
const tables = new Map<string, Timetable>();

/** The calendar of `rules/calendars/kz`, as known on a day; made once. */
export function calendar(asKnown?: Day): CountryCalendar {
  const made = calendars.get(asKnown) ?? countryCalendar(years, acts, asKnown);
  calendars.set(asKnown, made);
  return made;
}

/** The schedule of DESIGN.md's worked examples. */
const OFFICE = "Mo-Fr 09:00-13:00,14:30-18:30";

interface Surroundings {
  readonly zone?: string;
  readonly hours?: string | undefined;
  readonly provider?: string | undefined;
  readonly week?: 5 | 6;
  readonly rollover?: boolean;
  readonly cutoff?: string;
  readonly calendar?: CountryCalendar | undefined;
}

/** A timetable in Almaty over the Kazakh calendar with the office's hours, but for what is said otherwise. */
export function tableOf(at: Surroundings = {}): Timetable {
  // A calendar of one's own cannot be told from another by name: such tables are not kept.
  if (at.calendar !== undefined) return makeTable(at);
  const key = JSON.stringify([Object.keys(at), Object.values(at).map(String)]);
  const made = tables.get(key) ?? makeTable(at);
  tables.set(key, made);
  return made;
}

function makeTable(at: Surroundings): Timetable {
  const hours = "hours" in at ? at.hours : OFFICE;
  return timetable({
    zone: readZone(at.zone ?? "Asia/Almaty"),
    calendar: "calendar" in at ? at.calendar : calendar(),
    hours: hours === undefined ? undefined : parseOpeningHours(hours),
    ...("provider" in at
      ? { provider: at.provider === undefined ? undefined : parseOpeningHours(at.provider) }
      : {}),
    week: at.week,
    rollover: at.rollover ?? false,
    cutoff: at.cutoff === undefined ? undefined : parseCutoff(at.cutoff),
  });
}

/** A term out of `5 working-day`, with what else is said of it. */
export function term(text: string, more: Partial<Term> = {}): Term {
  const [amount, unit] = text.split(" ") as [string, Unit];
  return { amount: Number(amount), unit, ...more };
}

/** A local time in Almaty or an ISO instant, as epoch ms. */
export const at = (time: string): number =>
  Date.parse(/[+Z]/.test(time) ? time : `${time}${time < "2024-03-01" ? "+06:00" : "+05:00"}`);

/** The due time as ISO with offset, or why it is not known. */
export function dueAt(
  start: string,
  of: Term,
  table: Timetable,
  suspensions: readonly Suspension[] = [],
): string {
  const told = due(at(start), of, table, suspensions);
  if (told.is === "due") return isoInstant(table.zone, told.due).slice(0, 16);
  return told.because === "no-calendar" ? told.because : told.file;
}

/** Where the term starts, as `dueAt` writes it. */
export function startAt(start: string, of: Term, table: Timetable): string {
  const told = due(at(start), of, table);
  return told.is === "due" ? isoInstant(table.zone, told.start).slice(0, 16) : told.because;
}

/** A suspension between two local times. */
export const pause = (from: string, until: string): Suspension => ({ from: at(from), until: at(until) });
