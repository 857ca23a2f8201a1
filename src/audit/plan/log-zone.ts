import type { ZoneTable } from "../../calendar/zone-table.ts";
import type { Plan } from "./plan.ts";

/** By whose clock the log is read: the zone that the mapping names, else that of the first rulebook. */
export function logZone({ readIn, books, terms }: Plan): ZoneTable {
  const zone = readIn ?? books[0]?.zone ?? terms.zones[0];
  if (zone === undefined) throw new RangeError("a plan without a zone");
  return zone;
}
