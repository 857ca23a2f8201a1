import { dayAt, type Day } from "../../calendar/day.ts";
import type { Rule } from "../../model/rule.ts";
import { zoneNumber } from "./book.ts";
import { months, zoneClocks, zoneDays, type DayRange } from "./calendar-tables.ts";
import { deskOpen, deskTimetables } from "./desk-open.ts";
import { UNKNOWN_SERVICE } from "./log-words.ts";
import { tableNamed, type Plan } from "./plan.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { timetableTables } from "./timetable-tables.ts";
import { DAY_MS } from "../../model/time-units.ts";

const FIRST = dayAt(0);
const LAST = dayAt(Math.floor(Date.UTC(2100, 0, 1) / DAY_MS) - 1);
/** Days by which a calendar reaches beyond a log whatever its terms: a last day has to find its working day. */
const BEYOND = 40;

/** The days that terms can touch, those of so many days that a log itself carries among them, when it lies between two instants and is held against a third: now. */
export function rangeOf(plan: Plan, from: number, until: number, ownDays = 0): DayRange {
  const longest = Math.max(
    2 * ownDays + BEYOND,
    ...plan.books.flatMap(({ book }) => book.rules.map(mostDaysOf)),
  );
  const clip = (day: number): Day => dayAt(Math.min(Math.max(day, FIRST), LAST));
  return {
    first: clip(Math.floor(from / DAY_MS) - longest),
    last: clip(Math.floor(Math.max(until, plan.now ?? until) / DAY_MS) + longest),
  };
}

/** More days than one unit of a term can take, days off among them; other units take two. */
const UNIT_DAYS: Readonly<Record<string, number>> = {
  second: 0.001,
  minute: 0.01,
  hour: 0.4,
  week: 8,
  month: 33,
  year: 370,
};

/** More days than a term with its days off can take. */
const mostDaysOf = (rule: Rule): number =>
  rule.kind === "deadline" ? Math.ceil(rule.amount * (UNIT_DAYS[rule.unit] ?? 2)) + BEYOND : 0;

/** Days, hours and clocks as tables, for as long as the log and its terms reach. */
export function calendarData(plan: Plan, range: DayRange): PlanTable[] {
  const { terms, readIn } = plan;
  const zones = readIn === undefined ? terms.zones : [...terms.zones, readIn];
  const timetables = timetableTables(terms.timetables, range);
  return [
    zoneDays(zones, range),
    zoneClocks(zones, range),
    months(range),
    terms.putOffs.table(range),
    ...timetables,
    deskOpen(tableNamed(timetables, "timetable_stretch"), desksOf(plan)),
    serviceZones(plan),
  ];
}

/** Numbers of the timetables of those who sit at a desk. */
export const desksOf = ({ tables }: Plan): number[] => deskTimetables(tableNamed(tables, "desk"));

/** Which zone reads times that name none, by service and by the zone of its provider. */
function serviceZones({ books, services, terms, readIn }: Plan): PlanTable {
  const zoneOf = (book: number): number => (readIn === undefined ? terms.zoneOf(book) : terms.zones.length);
  const rows = [...new Set(books.map(zoneNumber))].flatMap((zone) => {
    const first = (id?: string): number =>
      books.findIndex((atWork) => zoneNumber(atWork) === zone && (id === undefined || atWork.book.id === id));
    return [
      ...services.map((id, number) => [number, zone, zoneOf(first(id))]),
      [UNKNOWN_SERVICE, zone, zoneOf(first())],
    ];
  });
  return planTable(
    "service_zone",
    "Which clock reads times that name no zone, by service and by the zone of the provider.",
    ["service_no", "provider_zone_no", "zone_no"],
    rows,
  );
}
