import { day, DAY_MS } from "../../calendar/day.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import { dateOf, type InForce } from "../../model/in-force.ts";
import { CHANNELS } from "../../model/rule.ts";
import { zoneNumber, type BookAtWork } from "./book.ts";
import type { Mapping } from "../../log/mapping.ts";
import { channelNumber } from "./terms.ts";
import type { DataTable } from "../../engine/table.ts";

const NEVER = 9_000_000_000_000_000;

/** Ids of the services that books are versions of, in the order in which they come. */
export const servicesOf = (books: readonly BookAtWork[]): string[] => [
  ...new Set(books.map(({ book }) => book.id)),
];

/** Each book with the instants between which it judges; versions of one service never overlap in one zone. */
export function bookTable(books: readonly BookAtWork[]): DataTable {
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
  return {
    name: "book",
    columns: columns("book_no", "service_no", "zone_no", "from_at", "until_at"),
    rows: ended,
  };
}

/** Providers whose clock is not that of the rulebook, with the numbers of their zones. */
export const providerZoneTable = (zones: ReadonlyMap<string, number>): DataTable => ({
  name: "provider_zone",
  columns: [
    ["provider", "text"],
    ["zone_no", "bigint"],
  ],
  rows: [...zones],
});

const startsAfter = (a: { from: number; number: number }, b: { from: number; number: number }): boolean =>
  a.from > b.from || (a.from === b.from && a.number > b.number);

function instantsOf({ book, zone }: BookAtWork): { from: number; until: number } {
  const inForce = book.inForce as InForce | undefined;
  if (inForce === undefined) return { from: -NEVER, until: NEVER };
  const at = (iso: string | undefined): number | undefined =>
    iso === undefined ? undefined : instantOf(zone, day(iso), 0 * DAY_MS);
  return {
    from: at(dateOf(inForce.from)) ?? at(inForce.adopted) ?? -NEVER,
    until: inForce.until === null ? NEVER : (at(dateOf(inForce.until)) ?? at(inForce.repealed) ?? NEVER),
  };
}

/** The words of a log and what they mean: services, channels, and what holds where it says nothing. */
export function wordTables(books: readonly BookAtWork[], mapping: Mapping): DataTable[] {
  const services = servicesOf(books);
  const own = services.map((id, number) => [id, number] as const);
  const ids = books.flatMap(({ book }) =>
    book.service?.id === undefined ? [] : [[book.service.id, services.indexOf(book.id)] as const],
  );
  const mapped = Object.entries(mapping.services ?? {}).flatMap(([value, id]) => {
    const number = services.indexOf(id);
    return number < 0 ? [] : [[value, number] as const];
  });
  const channels = [
    ...CHANNELS.map((channel) => [channel, channelNumber(channel)] as const),
    ...Object.entries(mapping.channels ?? {}).map(
      ([value, channel]) => [value, channelNumber(CHANNELS.find((known) => known === channel))] as const,
    ),
  ];
  const serviceNumbers = new Map([...own, ...ids, ...mapped]);
  const channelNumbers = new Map(channels);
  const {
    service = services.length === 1 ? services[0] : undefined,
    channel,
    provider,
  } = mapping.defaults ?? {};
  const defaults = [
    service === undefined ? null : (serviceNumbers.get(service) ?? UNKNOWN_SERVICE),
    channel === undefined ? null : (channelNumbers.get(channel) ?? 0),
    provider ?? null,
  ];
  return [
    {
      name: "service_name",
      columns: [
        ["service", "text"],
        ["service_no", "bigint"],
      ],
      rows: [...serviceNumbers],
    },
    {
      name: "channel_name",
      columns: [
        ["channel", "text"],
        ["channel_no", "bigint"],
      ],
      rows: [...channelNumbers],
    },
    {
      name: "log_default",
      columns: [
        ["service_no", "bigint"],
        ["channel_no", "bigint"],
        ["provider", "text"],
      ],
      rows: [defaults],
    },
  ];
}

/** Stands for a service that is named and that no rulebook is of. */
const UNKNOWN_SERVICE = -1;

const columns = (...names: string[]): DataTable["columns"] => names.map((name) => [name, "bigint"] as const);
