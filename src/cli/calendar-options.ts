import { InvalidArgumentError } from "commander";
import { day, type Day } from "../calendar/day.ts";

/** `--week 5` or `6`. */
export function weekOption(text: string): 5 | 6 {
  if (text !== "5" && text !== "6") throw new InvalidArgumentError("expected 5 or 6.");
  return text === "5" ? 5 : 6;
}

/** A date, as in `--as-known 2024-06-01`. */
export function dateOption(text: string): Day {
  try {
    return day(text);
  } catch {
    throw new InvalidArgumentError("expected a date, 2024-06-01.");
  }
}
