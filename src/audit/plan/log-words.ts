import { CHANNELS } from "../../model/rule.ts";
import type { Mapping } from "../../log/mapping.ts";
import type { BookAtWork } from "./book.ts";
import { servicesOf } from "./books.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { channelNumber } from "./term-rows.ts";

/** Stands for a service that is named and that no rulebook is of. */
export const UNKNOWN_SERVICE = -1;

/** The words of a log and what they mean: services, channels, and what holds where it says nothing. */
export function wordTables(books: readonly BookAtWork[], mapping: Mapping): PlanTable[] {
  const services = serviceNumbers(books, mapping);
  const channels = channelNumbers(mapping);
  return [
    planTable("service_name", "What the log can call a service.", ["service", "service_no"], [...services]),
    planTable("channel_name", "What the log can call a channel.", ["channel", "channel_no"], [...channels]),
    planTable(
      "log_default",
      "What holds where a case names no service, channel or provider: one row.",
      ["service_no", "channel_no", "provider"],
      [defaults(books, mapping, services, channels)],
    ),
  ];
}

/** A service by its id, by that of the rulebook's service, and by what the mapping calls it. */
function serviceNumbers(books: readonly BookAtWork[], mapping: Mapping): Map<string, number> {
  const services = servicesOf(books);
  const ids = books.flatMap(({ book }) =>
    book.service?.id === undefined ? [] : [[book.service.id, services.indexOf(book.id)] as const],
  );
  const mapped = Object.entries(mapping.services ?? {}).flatMap(([value, id]) => {
    const number = services.indexOf(id);
    return number < 0 ? [] : [[value, number] as const];
  });
  return new Map([...services.map((id, number) => [id, number] as const), ...ids, ...mapped]);
}

const channelNumbers = (mapping: Mapping): Map<string, number> =>
  new Map([
    ...CHANNELS.map((channel) => [channel, channelNumber(channel)] as const),
    ...Object.entries(mapping.channels ?? {}).map(
      ([value, channel]) => [value, channelNumber(CHANNELS.find((known) => known === channel))] as const,
    ),
  ]);

function defaults(
  books: readonly BookAtWork[],
  mapping: Mapping,
  serviceNo: ReadonlyMap<string, number>,
  channelNo: ReadonlyMap<string, number>,
): (number | string | null)[] {
  const services = servicesOf(books);
  const {
    service = services.length === 1 ? services[0] : undefined,
    channel,
    provider,
  } = mapping.defaults ?? {};
  return [
    service === undefined ? null : (serviceNo.get(service) ?? UNKNOWN_SERVICE),
    channel === undefined ? null : (channelNo.get(channel) ?? 0),
    provider ?? null,
  ];
}
