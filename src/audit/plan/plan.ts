import type { ZoneTable } from "../../calendar/zone-table.ts";
import type { WholeMapping } from "../../log/mapping.ts";
import type { BookAtWork } from "./book.ts";
import { bookTable, providerZoneTable, servicesOf } from "./books.ts";
import { checkTables } from "./check-tables.ts";
import { wordTables } from "./log-words.ts";
import type { AuditSeal } from "../../model/audit-seal.ts";
import type { LastHour } from "../../model/last-hour.ts";
import type { Period } from "../../model/period.ts";
import { extensionBasis } from "./extension-check.ts";
import { ownBeside, ownRules } from "./own-deadline.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { roundsOrder, type RoundsOrder } from "./rounds-order.ts";
import { TermConditions } from "./term-conditions.ts";
import { termsOf, type Terms } from "./terms.ts";

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

/** Everything an audit counts with and does, before it has seen the log. */
export interface Plan {
  readonly books: readonly BookAtWork[];
  readonly mapping: WholeMapping;
  readonly services: readonly string[];
  readonly terms: Terms;
  readonly events: ReadonlyMap<string, number>;
  readonly rounds: RoundsOrder;
  /** Zone in which times without one are read; absent: that of the service's provider. */
  readonly readIn: ZoneTable | undefined;
  readonly providerZones: ReadonlyMap<string, number>;
  /** Epoch ms: what is still running then is held against its due time. */
  readonly now: number | undefined;
  /** The days that are judged; absent: all. */
  readonly period?: Period | undefined;
  /** Tables that do not depend on the log. */
  readonly tables: readonly PlanTable[];
}

/** What is settled before the log is opened. */
export interface AuditOrder {
  readonly books: readonly BookAtWork[];
  readonly mapping: WholeMapping;
  /** The zone that the mapping names for times without one. */
  readonly readIn?: ZoneTable | undefined;
  /** Providers by the number of the zone of their own; `books` holds every book once more in it. */
  readonly providerZones?: ReadonlyMap<string, number>;
  /** Epoch ms: what is still running then is held against its due time. */
  readonly now?: number | undefined;
  /** The days that are judged; absent: all. */
  readonly period?: Period | undefined;
  /** Facts that the mapping names and no condition of a term looks at: they are not read. */
  readonly factsUnused?: readonly string[];
  /** The general law beneath the books was left out on purpose. */
  readonly withoutLaw?: boolean | undefined;
  /** At which hour a last day ends, where neither a rule nor the law decides. Absent: what hangs on it cannot be told. */
  readonly lastHour?: LastHour | undefined;
  /** What the audit is made of, as it is to stand on all that comes of it; absent: nobody sealed it. */
  readonly seal?: AuditSeal | undefined;
}

/** Makes the plan for a log that is mapped so, against these books. */
export function planOf({
  books,
  mapping,
  readIn,
  providerZones = new Map(),
  now,
  period,
  lastHour,
}: AuditOrder): Plan {
  const mapped = new Set(Object.values(mapping.events));
  const events = new Map<string, number>(
    [...new Set([...EVENTS, ...mapped])].map((event, index) => [event, index + 1]),
  );
  const own = ownRules(mapping);
  const terms = termsOf(
    books,
    new Map([...events].filter(([event]) => mapped.has(event))),
    mapping.defaults?.addressee,
    lastHour,
    own,
    TermConditions.of(books, mapping),
    { byMapping: mapping.extensionBasis !== undefined },
  );
  const extensions = extensionBasis(books, mapping, events);
  const tables = [
    ...(extensions.rows.length === 0 ? [] : [extensions]),
    bookTable(books),
    providerZoneTable(providerZones),
    ...wordTables(books, mapping),
    ...checkTables(books, terms, mapping),
    terms.table,
    ...terms.conditions.tables(),
    ...(own.length === 0 ? [] : [ownBeside(books, terms.rules, own)]),
    activityTable(mapping, events),
    planTable("log_now", "The instant that the audit takes for now: one row.", ["now_at"], [[now ?? null]]),
  ];
  return {
    books,
    mapping,
    services: servicesOf(books),
    terms,
    events,
    rounds: roundsOrder(mapping, events),
    readIn,
    providerZones,
    now,
    period,
    tables,
  };
}

const activityTable = (mapping: WholeMapping, events: ReadonlyMap<string, number>): PlanTable =>
  planTable(
    "activity_event",
    "What the mapping makes of the log's activities.",
    ["activity", "event_no"],
    Object.entries(mapping.events).map(([name, event]) => [name, events.get(event) ?? 0]),
  );

/** Whether rows that name no zone are read by the clock of their provider, not by one for all of a service. */
export const readsByProvider = ({ providerZones, readIn }: Plan): boolean =>
  providerZones.size > 0 && readIn === undefined;

/** A table of a list by its name. */
export function tableNamed(tables: readonly PlanTable[], name: string): PlanTable {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new RangeError(`there is no table ${name}`);
  return found;
}
