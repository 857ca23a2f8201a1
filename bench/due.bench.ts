/**
 * Due times of 10 working days, terms a second on one core: ours, a straightforward luxon loop over the same calendar,
 * and the naive implementation of the tests. `npx tsx bench/due.bench.ts`
 */
import { join } from "node:path";
import { DateTime } from "luxon";
import { isoOf } from "../src/calendar/day.ts";
import { due } from "../src/calendar/due.ts";
import { parseOpeningHours } from "../src/calendar/opening-hours.ts";
import type { Term } from "../src/calendar/term.ts";
import { timetable } from "../src/calendar/timetable.ts";
import { openCalendar } from "../src/library/calendars.ts";
import { readZone } from "../src/library/read-zone.ts";
import { Naive, yearBook } from "../tests/calendar/naive.ts";
import { seeded } from "../tests/calendar/random-terms.ts";

const HOURS = "Mo-Fr 09:00-13:00,14:30-18:30";
const ZONE = "Asia/Almaty";
const TERM: Term = { amount: 10, unit: "working-day", channel: "provider" };
const SECONDS = 2;

const { calendar } = openCalendar("kz");
const table = timetable({ zone: readZone(ZONE), calendar, hours: parseOpeningHours(HOURS) });
const folder = join(import.meta.dirname, "../rules/calendars/kz");
const naive = new Naive(ZONE, { 5: yearBook(folder, 5), 6: yearBook(folder, 6) }, HOURS, false, undefined);
const off = new Set([...calendar.weeks[5].off.keys()].map(isoOf));
const worked = new Set([...calendar.weeks[5].worked.keys()].map(isoOf));

/** As one would write it with luxon: a day on at a time, until ten of them were worked. */
function withLuxon(start: number): number {
  let date = DateTime.fromMillis(start, { zone: ZONE });
  for (let left = 10; left > 0;) {
    date = date.plus({ days: 1 });
    const iso = date.toISODate() ?? "";
    if (worked.has(iso) || (date.weekday <= 5 && !off.has(iso))) left -= 1;
  }
  return date.set({ hour: 18, minute: 30, second: 0, millisecond: 0 }).toMillis();
}

function withTables(start: number): number {
  const told = due(start, TERM, table);
  return told.is === "due" ? told.due : NaN;
}

const random = seeded(7);
const first = Date.UTC(2011, 0, 1);
const starts = Float64Array.from(
  { length: 4096 },
  () => first + Math.floor(random() * (Date.UTC(2027, 0, 1) - first)),
);

/** Terms a second, and the sum of what was told, so that nothing is left out as unused. */
function rate(count: (start: number) => number): number {
  let sum = 0;
  let terms = 0;
  const round = (): void => {
    for (const start of starts) sum += count(start);
    terms += starts.length;
  };
  round();
  terms = 0;
  const begin = performance.now();
  while (performance.now() - begin < SECONDS * 1000) round();
  const perSecond = (terms / (performance.now() - begin)) * 1000;
  if (!Number.isFinite(sum)) throw new Error("a term could not be told");
  return perSecond;
}

for (const start of starts) {
  const told = withTables(start);
  if (told !== withLuxon(start) || told !== naive.due(start, TERM))
    throw new Error(`${new Date(start).toISOString()}: the three do not agree`);
}
const ours = rate(withTables);
const luxon = rate(withLuxon);
const naively = rate((start) => naive.due(start, TERM) ?? NaN);
const line = (what: string, perSecond: number): string =>
  `${what.padEnd(28)}${Math.round(perSecond).toLocaleString("en-US").padStart(12)} terms/s${(ours / perSecond).toFixed(1).padStart(10)} x\n`;
process.stdout.write(
  `due, 10 working days, one core, Node ${process.versions.node}\n${line("ours", ours)}${line("luxon loop", luxon)}${line("naive (tests/calendar)", naively)}`,
);
