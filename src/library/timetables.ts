import { timetable, type Timetable, type TimetableInput } from "../calendar/timetable.ts";

/** Tables that are kept ready at a time: requests may name any zone there is. */
const MOST_TABLES = 100;

/**
 * Timetables by what they were counted from: services of one provider keep the same hours, and the 28 that Tarmaq brings
 * need 26 tables instead of 140. Their days then stay near the processor.
 */
export class Timetables {
  readonly #made = new Map<string, Timetable>();

  of(input: TimetableInput): Timetable {
    const { zone, calendar, week, hours, provider, rollover, cutoff, registration, rest } = input;
    const key = JSON.stringify([
      zone.zone,
      calendar?.country,
      week,
      hours,
      provider,
      rollover,
      cutoff,
      registration,
      rest,
    ]);
    const there = this.#made.get(key);
    if (there !== undefined) return there;
    const made = timetable(input);
    const [oldest] = this.#made.keys();
    if (this.#made.size >= MOST_TABLES && oldest !== undefined) this.#made.delete(oldest);
    this.#made.set(key, made);
    return made;
  }
}
