import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import {
  countryCalendar,
  type CalendarActs,
  type CalendarYear,
  type CountryCalendar,
} from "../calendar/country-calendar.ts";
import type { Day } from "../calendar/day.ts";
import { root } from "./root.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "./validate.ts";

/** A calendar as it was read: from which files, with the hash of their bytes one after another. */
export interface ReadCalendar {
  readonly calendar: CountryCalendar;
  readonly id: string;
  readonly files: readonly string[];
  readonly sha256: string;
}

/**
 * The calendar of a country: all years in `rules/calendars/<country>`. A name with a slash in it is the path of another
 * such folder. `asKnown` counts with what was known on that day. Throws `Trouble` that names the file and the field.
 */
export function readCalendar(country: string, asKnown?: Day): ReadCalendar {
  const folder = country.includes("/") ? resolve(country) : join(root, "rules", "calendars", country);
  if (!existsSync(folder) || (!country.includes("/") && !/^[a-z][a-z0-9-]*$/.test(country)))
    throw new Trouble(`there is no calendar ${country}`, {
      wayOut: `Known are: ${knownCountries().join(", ")}. Another country is another folder under rules/calendars.`,
    });
  const hash = createHash("sha256");
  const read = (name: string): unknown => {
    const bytes = readFileSync(join(folder, name));
    hash.update(bytes);
    return parse(bytes, join(folder, name));
  };
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort();
  const years = names.map((name) => yearIn(read(name), join(folder, name)));
  const acts = existsSync(join(folder, "acts.json"))
    ? actsIn(read("acts.json"), join(folder, "acts.json"))
    : {};
  try {
    const calendar = countryCalendar(years, acts, asKnown);
    return { calendar, id: basename(folder), files: names, sha256: hash.digest("hex") };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Trouble(error.message, { file: folder, wayOut: "Add the year's file, <year>.json." });
  }
}

const knownCountries = (): string[] => readdirSync(join(root, "rules", "calendars")).sort();

function parse(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(`is no JSON: ${message}`, {
      file,
      wayOut: "A calendar's year is one JSON object in UTF-8.",
    });
  }
}

function yearIn(value: unknown, file: string): CalendarYear {
  refuse(faults("calendar", value), file, "schemas/calendar.schema.json");
  const year = value as CalendarYear;
  if (`${year.year}.json` !== basename(file))
    throw new Trouble(`is named ${basename(file)} and holds the year ${year.year}`, {
      file,
      place: "/year",
      wayOut: "Name the file after its year.",
    });
  const strays = [...year.holidays.map(({ date }) => date), ...year.movedDays.map(({ off }) => off)];
  const stray = strays.find((date) => !date.startsWith(`${year.year}-`));
  if (stray !== undefined)
    throw new Trouble(`${stray} is no day of ${year.year}`, {
      file,
      wayOut: "Put it into its own year's file.",
    });
  return year;
}

function actsIn(value: unknown, file: string): CalendarActs["acts"] {
  refuse(faults("calendarActs", value), file, "schemas/calendar-acts.schema.json");
  return (value as CalendarActs).acts;
}

function refuse(wrong: readonly { pointer: string; message: string }[], file: string, schema: string): void {
  const [fault] = wrong;
  if (fault === undefined) return;
  const place = fault.pointer === "" ? "the whole file" : fault.pointer;
  throw new Trouble(fault.message, { file, place, wayOut: `The format is described in ${schema}.` });
}
