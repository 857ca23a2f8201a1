import { countryCalendar, type CountryCalendar } from "../calendar/country-calendar.ts";
import type { Day } from "../calendar/day.ts";
import { readCalendar } from "../files/read-calendar.ts";
import { Trouble } from "../model/trouble.ts";

/** A calendar ready to be counted over: which files it was made from, with the hash of their bytes one after another. */
export interface OpenCalendar {
  readonly calendar: CountryCalendar;
  readonly id: string;
  readonly files: readonly string[];
  readonly sha256: string;
}

/** Where calendars are looked for first, and the day as of which they were known. */
export interface CalendarsFrom {
  readonly folder?: string | undefined;
  readonly asKnown?: Day | undefined;
}

/** Calendars by country, each opened once. */
export class Calendars {
  readonly #open = new Map<string, OpenCalendar>();

  constructor(private readonly from: CalendarsFrom = {}) {}

  /** Throws `Trouble` where there is none, or a file of it is not as it should be. */
  of(country: string): OpenCalendar {
    const there = this.#open.get(country);
    if (there !== undefined) return there;
    const opened = openCalendar(country, this.from);
    this.#open.set(country, opened);
    return opened;
  }
}

/** The calendar of a country, or of the folder whose path `country` is; all its years. */
export function openCalendar(country: string, { folder, asKnown }: CalendarsFrom = {}): OpenCalendar {
  const { id, folder: from, years, acts, files, sha256 } = readCalendar(country, folder);
  try {
    return { calendar: countryCalendar(years, acts, asKnown), id, files, sha256 };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Trouble(error.message, { file: from, wayOut: "Add the year's file, <year>.json." });
  }
}
