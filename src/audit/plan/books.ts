import { day } from "../../calendar/day.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import { standingDays, type InForce } from "../../model/in-force.ts";
import { zoneNumber, type BookAtWork } from "./book.ts";
import { NEVER } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** Ids of the services that books are versions of, in the order in which they come. */
export const servicesOf = (books: readonly BookAtWork[]): string[] => [
  ...new Set(books.map(({ book }) => book.id)),
];

/** Each book with the instants between which it judges; versions of one service never overlap in one zone. */
export function bookTable(books: readonly BookAtWork[]): PlanTable {
  const services = servicesOf(books);
  const rows = books.map((atWork, number) => ({
    number,
    service: services.indexOf(atWork.book.id),
    zone: zoneNumber(atWork),
    ...instantsOf(atWork),
  }));
  const ended = rows.map((row) => {
    const later = rows.filter(
      (other) => other.service === row.service && other.zone === row.zone && startsAfter(other, row),
    );
    const until = Math.min(row.until, ...later.map(({ from }) => from));
    return [row.number, row.service, row.zone, row.from, until];
  });
  return planTable(
    "book",
    "Each rulebook, in each zone in which it judges, and from when until when it does.",
    ["book_no", "service_no", "provider_zone_no", "from_at", "until_at"],
    ended,
  );
}

/** Providers whose clock is not that of the rulebook, with the numbers of their zones. */
export const providerZoneTable = (zones: ReadonlyMap<string, number>): PlanTable =>
  planTable(
    "provider_zone",
    "Providers whose clock is not that of the rulebook.",
    ["provider", "provider_zone_no"],
    [...zones],
  );

const startsAfter = (a: { from: number; number: number }, b: { from: number; number: number }): boolean =>
  a.from > b.from || (a.from === b.from && a.number > b.number);

function instantsOf({ book, zone }: BookAtWork): { from: number; until: number } {
  const inForce = book.inForce as InForce | undefined;
  if (inForce === undefined) return { from: -NEVER, until: NEVER };
  const at = (iso: string | undefined): number | undefined =>
    iso === undefined || iso === "" ? undefined : instantOf(zone, day(iso), 0);
  const { first, end, over } = standingDays(inForce);
  // From where it perhaps is no longer in force on, nobody is held to it.
  return { from: at(first) ?? -NEVER, until: at(end) ?? at(over) ?? NEVER };
}
