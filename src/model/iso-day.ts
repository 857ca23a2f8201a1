import { DAY_MS } from "./time-units.ts";

/** The date so many days after a date, both `YYYY-MM-DD`; before it where they are negative. What is no date stays as it is. */
export function daysAfter(iso: string, days: number): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : new Date(at + days * DAY_MS).toISOString().slice(0, 10);
}
