import { dayAt, DAY_MS, type Day } from "../../calendar/day.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import { zoneNumber, type BookAtWork } from "./book.ts";
import { bookTable, providerZoneTable, servicesOf, wordTables } from "./books.ts";
import { months, zoneClocks, zoneDays, type DayRange } from "./calendar-tables.ts";
import { caseSteps, type EventNumbers } from "./case-steps.ts";
import { checkSteps, findingSteps, keptStep } from "./check-steps.ts";
import { checkTables } from "./check-tables.ts";
import { deskOpen, deskTimetables } from "./desk-open.ts";
import { hardSteps, plainSteps } from "./due-steps.ts";
import type { LogShape } from "./log-shape.ts";
import type { Mapping } from "../../log/mapping.ts";
import { outcomeSteps } from "./outcome-steps.ts";
import { spanStep } from "./span-steps.ts";
import type { DataTable, Step } from "../../engine/table.ts";
import { suspensionSteps } from "./suspension-steps.ts";
import { termsOf, type Terms } from "./terms.ts";
import { timetableTables } from "./timetable-tables.ts";

/** Events that checks look for by themselves; a mapping adds others, above all steps. */
const EVENTS = [
  "arrived",
  "submitted",
  "registered",
  "result-issued",
  "refused",
  "documents-requested",
  "documents-provided",
  "suspended",
  "resumed",
  "complaint-filed",
  "complaint-answered",
] as const;
const WORK = ["registered", "result-issued", "refused", "documents-requested", "complaint-answered"];

/** Everything an audit counts with and does, before it has seen the log. */
export interface Plan {
  readonly books: readonly BookAtWork[];
  readonly mapping: Mapping;
  readonly services: readonly string[];
  readonly terms: Terms;
  readonly events: ReadonlyMap<string, number>;
  /** Zone in which times without one are read; absent: that of the service's provider. */
  readonly readIn: ZoneTable | undefined;
  readonly providerZones: ReadonlyMap<string, number>;
  /** Tables that do not depend on the log. */
  readonly tables: readonly DataTable[];
}

/** What is settled before the log is opened. */
export interface AuditOrder {
  readonly books: readonly BookAtWork[];
  readonly mapping: Mapping;
  /** The zone that the mapping names for times without one. */
  readonly readIn?: ZoneTable | undefined;
  /** Providers by the number of the zone of their own; `books` holds every book once more in it. */
  readonly providerZones?: ReadonlyMap<string, number>;
  /** Epoch ms: what is still running then is held against its due time. */
  readonly now?: number | undefined;
}

/** Makes the plan for a log that is mapped so, against these books. */
export function planOf({ books, mapping, readIn, providerZones = new Map(), now }: AuditOrder): Plan {
  const events = new Map<string, number>(
    [...new Set([...EVENTS, ...Object.values(mapping.events)])].map((event, index) => [event, index + 1]),
  );
  const mapped = new Set(Object.values(mapping.events));
  const terms = termsOf(books, new Map([...events].filter(([event]) => mapped.has(event))));
  const activity: DataTable = {
    name: "activity_event",
    columns: [
      ["activity", "text"],
      ["event_no", "bigint"],
    ],
    rows: Object.entries(mapping.events).map(([name, event]) => [name, events.get(event) ?? 0]),
  };
  const clock: DataTable = { name: "log_now", columns: [["now_at", "bigint"]], rows: [[now ?? null]] };
  const tables = [
    bookTable(books),
    providerZoneTable(providerZones),
    ...wordTables(books, mapping),
    ...checkTables(books, terms, mapping),
    terms.table,
    activity,
    clock,
  ];
  return { books, mapping, services: servicesOf(books), terms, events, readIn, providerZones, tables };
}

const FIRST = dayAt(0);
const LAST = dayAt(Math.floor(Date.UTC(2100, 0, 1) / DAY_MS) - 1);

/** The days that terms can touch when a log lies between two instants. */
export function rangeOf(plan: Plan, from: number, until: number): DayRange {
  const longest = Math.max(40, ...plan.books.flatMap(({ book }) => book.rules.map(daysOf)));
  const clip = (day: number): Day => dayAt(Math.min(Math.max(day, FIRST), LAST));
  return {
    first: clip(Math.floor(from / DAY_MS) - longest),
    last: clip(Math.floor(until / DAY_MS) + longest),
  };
}

const UNIT_DAYS: Readonly<Record<string, number>> = {
  second: 0.001,
  minute: 0.01,
  hour: 0.4,
  week: 8,
  month: 33,
  year: 370,
};

/** More days than a term with its days off can take. */
const daysOf = (rule: BookAtWork["book"]["rules"][number]): number =>
  rule.kind === "deadline" ? Math.ceil(rule.amount * (UNIT_DAYS[rule.unit] ?? 2)) + 40 : 0;

/** Days, hours and clocks as tables, for as long as the log and its terms reach. */
export function calendarData(plan: Plan, range: DayRange): DataTable[] {
  const { terms, readIn } = plan;
  const zones = readIn === undefined ? terms.zones : [...terms.zones, readIn];
  const timetables = timetableTables(terms.timetables, range);
  return [
    zoneDays(zones, range),
    zoneClocks(zones, range),
    months(range),
    ...timetables,
    deskOpen(tableNamed(timetables, "tt_slot"), desksOf(plan)),
  ];
}

const desksOf = ({ tables }: Plan): number[] => deskTimetables(tableNamed(tables, "desk"));

function tableNamed(tables: readonly DataTable[], name: string): DataTable {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new RangeError(`there is no table ${name}`);
  return found;
}

/** Whether rows that name no zone are read by the clock of their provider, not by one for all of a service. */
export const readsByProvider = ({ providerZones, readIn }: Plan): boolean =>
  providerZones.size > 0 && readIn === undefined;

/** Which zone reads times that name none, by service (-1 where a row names none) and by the zone of its provider. */
export function serviceZones({ books, services, terms, readIn }: Plan): DataTable {
  const zoneOf = (book: number): number => (readIn === undefined ? terms.zoneOf(book) : terms.zones.length);
  const rows = [...new Set(books.map(zoneNumber))].flatMap((zone) => {
    const first = (id?: string): number =>
      books.findIndex((atWork) => zoneNumber(atWork) === zone && (id === undefined || atWork.book.id === id));
    return [...services.map((id, number) => [number, zone, zoneOf(first(id))]), [-1, zone, zoneOf(first())]];
  });
  return {
    name: "service_zone",
    columns: [
      ["service_no", "bigint"],
      ["zone_no", "bigint"],
      ["zone", "bigint"],
    ],
    rows,
  };
}

/** The steps over `event` and the tables, in order; the last makes `finding`. Plain SQL that any engine runs. */
export function stepsOf(plan: Plan, log: LogShape): Step[] {
  const { terms, events, mapping, providerZones } = plan;
  const numbers: EventNumbers = Object.fromEntries(events);
  const isWork = (event: string): boolean => WORK.includes(event) || event.startsWith("step:");
  const hasDesk = desksOf(plan).length > 0;
  const work = [...events].flatMap(([event, number]) => (hasDesk && isWork(event) ? [number] : []));
  const suspends = Object.values(mapping.events).includes("suspended");
  const number = (event: string): number => (suspends ? (numbers[event] ?? NO_EVENT) : NO_EVENT);
  return [
    ...caseSteps(terms.pairs, numbers, log, providerZones.size > 0),
    keptStep(numbers, work.length === 0 ? [NO_EVENT] : work),
    ...suspensionSteps(number("suspended"), number("resumed")),
    spanStep(terms.pairs, log),
    ...hardSteps(terms.classes, log.doubt),
    ...plainSteps(terms.classes),
    ...outcomeSteps,
    ...checkSteps(numbers, log),
    ...findingSteps,
  ];
}

/** The number of no event at all. */
const NO_EVENT = -1;
