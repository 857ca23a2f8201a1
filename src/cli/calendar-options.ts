import { InvalidArgumentError } from "commander";
import { day, type Day } from "../calendar/day.ts";
import { NotationError, parseWeekdays } from "../calendar/opening-hours.ts";

/** `--week 5` or `6`. */
export function weekOption(text: string): 5 | 6 {
  if (text !== "5" && text !== "6") throw new InvalidArgumentError("expected 5 or 6.");
  return text === "5" ? 5 : 6;
}

/** Weekly days off, `Su,Mo`. */
export function restOption(text: string): string {
  try {
    if (parseWeekdays(text).length < 7) return text;
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
  }
  throw new InvalidArgumentError("expected weekdays, Su,Mo, and not all of them.");
}

/** A date, as in `--as-known 2024-06-01`. */
export function dateOption(text: string): Day {
  try {
    return day(text);
  } catch {
    throw new InvalidArgumentError("expected a date, 2024-06-01.");
  }
}
