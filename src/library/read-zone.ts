import { IANAZone } from "luxon";
import type { ZoneTable } from "../calendar/zone-table.ts";
import { zoneOfRegion } from "./regions.ts";
import { Trouble } from "../model/trouble.ts";
import { SECOND_MS, MINUTE_MS, DAY_MS } from "../model/time-units.ts";

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2100, 0, 1);
/** No zone has changed its clock twice within a week since 1970. */
const STEP = 7 * DAY_MS;

const zones = new Map<string, ZoneTable>();

/**
 * The offsets of an IANA zone from 1970 to 2100, from the runtime's own zone data; made once for each zone. Throws
 * `Trouble` where the runtime does not know the zone and no region is called so; `at`: where it is named.
 */
export function readZone(name: string, at: { file?: string; place?: string } = {}): ZoneTable {
  const there = zones.get(name);
  if (there !== undefined) return there;
  if (!IANAZone.isValidZone(name)) {
    const region = zoneOfRegion(name);
    if (region !== undefined) return readZone(region, at);
    throw new Trouble(`there is no time zone ${name}`, {
      ...at,
      wayOut: "Name a zone of the IANA database, for example Asia/Almaty, or a region of Kazakhstan.",
    });
  }
  const table = tableOf(name);
  zones.set(name, table);
  return table;
}

/** Weeks are compared by name (`GMT+05:00`), which costs a tenth of what luxon's offset does; luxon says the offsets. */
function tableOf(name: string): ZoneTable {
  const zone = IANAZone.create(name);
  const offsetAt = (instant: number): number => Math.round(zone.offset(instant) * MINUTE_MS);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    timeZoneName: "longOffset",
    year: "numeric",
  });
  const nameAt = (instant: number): string => format.format(instant).replace(/^.*GMT/, "");
  const from = [-Infinity];
  const offset = [offsetAt(FIRST)];
  let before = nameAt(FIRST);
  for (let instant = FIRST + STEP; instant < LAST; instant += STEP) {
    const now = nameAt(instant);
    if (now === before) continue;
    before = now;
    from.push(changeBetween(instant - STEP, instant, offsetAt));
    offset.push(offsetAt(instant));
  }
  return { zone: name, from: Float64Array.from(from), offset: Float64Array.from(offset) };
}

/** The first second with the later offset. */
function changeBetween(before: number, after: number, offsetAt: (instant: number) => number): number {
  const later = offsetAt(after);
  let low = before / SECOND_MS;
  let high = after / SECOND_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS) === later) high = middle;
    else low = middle;
  }
  return high * SECOND_MS;
}
