import { DAY_MS, MINUTE_MS, SECOND_MS } from "../model/time-units.ts";

/** How spreadsheets count days: from the last day of 1899, or from the first of 1904. */
export type SerialDates = "1900" | "1904";

/** A number as an export writes it, with a point or a comma. */
const NUMBER = /^\d{1,7}(?:[.,]\d{1,20})?$/;
/** The first day after the 29 February 1900 that never was: from here on the count of 1900 is a day ahead. */
const AFTER_NO_DAY = 61;
const NO_DAY = 60;
const EPOCHS = { "1900": Date.UTC(1899, 11, 31), "1904": Date.UTC(1904, 0, 1) } as const;
/** The day after the last that spreadsheets know, 31 December 9999. */
const END = Date.UTC(10000, 0, 1);

/**
 * Digits behind the point that tell a second, and a millisecond: an export cuts them off, and what is left is rounded to
 * the shortest time that it can tell.
 */
const TELL_SECONDS = 5;
const TELL_MILLISECONDS = 9;

/** What a number of days stands for: a date where it is whole, a time of day where no day has passed, else both; undefined for other words. */
export function ofSerial(text: string, system: SerialDates): string | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  const [, digits = ""] = trimmed.split(/[.,]/);
  const unit = digits.length >= TELL_MILLISECONDS ? 1 : digits.length >= TELL_SECONDS ? SECOND_MS : MINUTE_MS;
  return serialText(Number(trimmed.replace(",", ".")), system, unit);
}

/** The same of a number; `unit` is what it is rounded to, in ms. Undefined where no spreadsheet has such a day. */
export function serialText(serial: number, system: SerialDates, unit = 1): string | undefined {
  const whole = Math.floor(serial);
  const clock = Math.round(((serial - whole) * DAY_MS) / unit) * unit;
  if (whole === 0 && serial > 0) return clockText(clock);
  if (system === "1900" && (whole === NO_DAY || whole === 0)) return undefined;
  const ahead = system === "1900" && whole >= AFTER_NO_DAY ? 1 : 0;
  const at = EPOCHS[system] + (whole - ahead) * DAY_MS;
  if (whole < 0 || at >= END) return undefined;
  const iso = new Date(at + clock).toISOString();
  if (serial === whole) return iso.slice(0, 10);
  return iso.replace(/(?:\.000)?Z$/, "");
}

function clockText(ms: number): string {
  const iso = new Date(Math.min(ms, DAY_MS - 1)).toISOString();
  return iso.slice(11).replace(/(?:\.000)?Z$/, "");
}
