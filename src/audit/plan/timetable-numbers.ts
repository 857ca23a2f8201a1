import type { Timetable } from "../../calendar/timetable.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";

/** Timetables by number; those that count alike are one. */
export class TimetableNumbers {
  readonly all: Timetable[] = [];
  readonly zones: ZoneTable[] = [];
  readonly #numbers = new Map<Timetable, number>();
  readonly #alike = new Map<string, number>();

  /** Number of a timetable. */
  number(timetable: Timetable): number {
    const there = this.#numbers.get(timetable);
    if (there !== undefined) return there;
    const { zone, calendar, week, hours, provider, cutoff, moves, movesByLaw, rest } = timetable;
    const days = [zone.zone, calendar?.country, week, rest, hours, provider];
    const key = JSON.stringify([...days, cutoff, moves, movesByLaw]);
    const number = this.#alike.get(key) ?? this.all.push(timetable) - 1;
    this.#alike.set(key, number);
    this.#numbers.set(timetable, number);
    return number;
  }

  /** Number of a timetable's zone. */
  zone({ zone }: Timetable): number {
    const there = this.zones.findIndex((known) => known.zone === zone.zone);
    return there < 0 ? this.zones.push(zone) - 1 : there;
  }
}
