import { join } from "node:path";
import { due } from "../../src/calendar/due.ts";
import { parseCutoff, parseOpeningHours } from "../../src/calendar/opening-hours.ts";
import type { Term } from "../../src/calendar/term.ts";
import { day } from "../../src/calendar/day.ts";
import { timetable, type DatedRegistration, type Timetable } from "../../src/calendar/timetable.ts";
import { openCalendar } from "../../src/library/calendars.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { Naive, yearBook } from "./naive.ts";

const ZONES = ["Asia/Almaty", "Asia/Oral", "Asia/Qyzylorda"];
const SCHEDULES = [
  undefined,
  "Mo-Fr 09:00-13:00,14:30-18:30",
  "Mo-Fr 08:00-20:00; Sa 09:00-14:00",
  "Mo-Sa 09:00-18:00",
  "24/7",
];
const CUTOFFS = [undefined, "17:30", "Mo-Fr 18:00; Sa 12:00"];
const UNITS: readonly Term["unit"][] = [
  "second",
  "minute",
  "hour",
  "day",
  "calendar-day",
  "working-day",
  "working-day",
  "full-day",
  "week",
  "half-month",
  "month",
  "quarter",
  "half-year",
  "year",
  "same-day",
];
const CHANNELS: readonly Term["channel"][] = [
  undefined,
  "provider",
  "phone",
  "portal",
  "corporation",
  "post",
];
const LONGEST: Partial<Record<Term["unit"], number>> = {
  second: 90_000,
  minute: 1500,
  hour: 30,
  week: 12,
  "half-month": 8,
  month: 14,
  quarter: 6,
  "half-year": 4,
  year: 2,
  "same-day": 0,
};

/** Random numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface RandomTerm {
  readonly start: number;
  readonly term: Term;
  readonly where: string;
  readonly table: Timetable;
  readonly naive: Naive;
}

/** What the general law has of registration, and since when (rules/kz-law/appk.json). */
const REGISTRATION: readonly DatedRegistration[] = [
  { first: day("2021-07-01"), end: day("2025-12-28"), outside: "days-off" },
  { first: day("2025-12-28"), end: undefined, outside: "hours" },
];
/** Sunday and Monday: as ISO numbers them, and with Monday as 0. */
const REST = { iso: [7, 1], fromMonday: [6, 0] } as const;
const TUESDAY_TO_SATURDAY = "Tu-Sa 09:00-13:00,14:00-18:00";

/** The same with the general law beneath, and for whoever rests on Sunday and Monday. */
function otherWays(): Omit<RandomTerm, "start" | "term">[] {
  const { calendar } = openCalendar("kz");
  const folder = join(import.meta.dirname, "../../rules/calendars/kz");
  const books = { 5: yearBook(folder, 5), 6: yearBook(folder, 6) };
  const resting = { days: REST.fromMonday, book: yearBook(folder, REST.fromMonday) };
  const weeks = [
    ...SCHEDULES.map((schedule) => ({ schedule, law: true, rests: false })),
    ...[undefined, TUESDAY_TO_SATURDAY].flatMap((schedule) =>
      [false, true].map((law) => ({ schedule, law, rests: true })),
    ),
  ];
  return ZONES.flatMap((zoneName) =>
    weeks.map(({ schedule, law, rests }) => ({
      where: `${zoneName}, ${schedule ?? "no hours"}${law ? ", general law" : ""}${rests ? ", rests on Sunday and Monday" : ""}`,
      table: timetable({
        zone: readZone(zoneName),
        calendar,
        hours: schedule === undefined ? undefined : parseOpeningHours(schedule),
        ...(law ? { registration: REGISTRATION } : {}),
        ...(rests ? { rest: REST.iso } : {}),
      }),
      naive: new Naive(zoneName, books, schedule, false, undefined, law, rests ? resting : undefined),
    })),
  );
}

/** All ways to count: three zones, four schedules and none, with and without rollover, three cutoffs. */
function ways(): Omit<RandomTerm, "start" | "term">[] {
  const { calendar } = openCalendar("kz");
  const folder = join(import.meta.dirname, "../../rules/calendars/kz");
  const books = { 5: yearBook(folder, 5), 6: yearBook(folder, 6) };
  return ZONES.flatMap((zoneName) =>
    SCHEDULES.flatMap((schedule) =>
      [false, true].flatMap((rollover) =>
        CUTOFFS.map((cut) => ({
          where: `${zoneName}, ${schedule ?? "no hours"}, ${rollover ? "rollover" : "no rollover"}, cutoff ${cut ?? "none"}`,
          table: timetable({
            zone: readZone(zoneName),
            calendar,
            hours: schedule === undefined ? undefined : parseOpeningHours(schedule),
            rollover,
            cutoff: cut === undefined ? undefined : parseCutoff(cut),
          }),
          naive: new Naive(zoneName, books, schedule, rollover, cut),
        })),
      ),
    ),
  );
}

/** So many random terms that start from 2010 to 2027. */
function* randomTerms(count: number, seed: number): Generator<RandomTerm> {
  const random = seeded(seed);
  const all = [...ways(), ...otherWays()];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const first = Date.UTC(2010, 0, 2);
  const span = Date.UTC(2027, 11, 31) - first;
  for (let made = 0; made < count; made += 1) {
    const exact = first + Math.floor(random() * span);
    // Half of the starts are on a full quarter of an hour, where openings, breaks and closings are.
    const start = random() < 0.5 ? exact : exact - (exact % 900_000);
    const unit = pick(UNITS);
    const least = unit === "same-day" ? 0 : 1;
    const term: Term = {
      amount: least + Math.floor(random() ** 3 * (LONGEST[unit] ?? 40)),
      unit,
      channel: pick(CHANNELS),
      clock: random() < 0.05 ? "wall" : undefined,
      countsStartDay: random() < 0.1,
      movesToWorkingDay: random() >= 0.1,
      lastHour: random() < 0.1 ? pick(["closing", "midnight"]) : undefined,
    };
    yield { ...pick(all), start, term };
  }
}

/** What the fast and the naive counting say differently about so many random terms; the first few of them. */
export function disagreements(
  count: number,
  seed: number,
): { compared: number; told: number; differ: string[] } {
  const differ: string[] = [];
  let compared = 0;
  let told = 0;
  for (const { start, term, table, naive, where } of randomTerms(count, seed)) {
    const fast = due(start, term, table);
    const slow = naive.due(start, term);
    compared += 1;
    if (slow !== undefined) told += 1;
    const same = fast.is === "due" ? fast.due === slow : slow === undefined;
    if (!same && differ.length < 10)
      differ.push(
        `${new Date(start).toISOString()} ${JSON.stringify(term)} (${where}): ` +
          `${fast.is === "due" ? new Date(fast.due).toISOString() : fast.because}, naive ${slow === undefined ? "unknown" : new Date(slow).toISOString()}`,
      );
  }
  return { compared, told, differ };
}
