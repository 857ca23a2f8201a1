import { day, type Day } from "../calendar/day.ts";
import { Trouble } from "../model/trouble.ts";

/** A day that somebody has named at a place. Throws `Trouble` where there is no such day. */
export function namedDay(text: string, place: string): Day {
  try {
    return day(text);
  } catch {
    throw new Trouble(`${JSON.stringify(text)} is no day`, {
      place,
      wayOut: "Give it as YYYY-MM-DD, for example 2025-03-17.",
    });
  }
}
