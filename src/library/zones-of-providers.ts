import type { BookAtWork } from "../audit/plan/book.ts";
import type { Mapping } from "../log/mapping.ts";
import type { AuditOrder } from "../audit/plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { bookAtWork } from "./books-at-work.ts";
import { Calendars } from "./calendars.ts";
import type { Laws } from "./laws.ts";
import { readZone } from "./read-zone.ts";
import { Trouble } from "../model/trouble.ts";

/**
 * The books at work, each by its own clock and then once more in each zone that the mapping names for a provider, with
 * the zones in which times are read. Throws `Trouble` for a zone that nobody knows, or that no row can be of.
 */
export function booksInZones(
  books: readonly Rulebook[],
  mapping: Mapping,
  file: string,
  calendars: Calendars = new Calendars(),
  laws?: Laws,
  vocabulary?: Vocabulary,
): Pick<AuditOrder, "books" | "readIn" | "providerZones"> {
  const named = Object.entries(mapping.zones ?? {});
  if (named.length > 0 && mapping.columns.provider === undefined && mapping.defaults?.provider === undefined)
    throw new Trouble("zones are named for providers, and nothing says whose a case is", {
      file,
      place: "/zones",
      wayOut: "Name the column of the provider (columns.provider) or the one provider (defaults.provider).",
    });
  for (const [provider, zone] of named) readZone(zone, { file, place: `/zones/${inPointer(provider)}` });
  // In the zone that every book has anyway nothing is to be counted twice.
  const own = (zone: string): boolean => books.every((book) => book.zone === zone);
  const zones = [...new Set(named.map(([, zone]) => zone))].filter((zone) => !own(zone));
  const numbers = new Map(zones.map((zone, index) => [zone, index + 1]));
  const inZones = zones.flatMap((zone, index) =>
    books.map((book, number): BookAtWork => ({
      ...bookAtWork({ ...book, zone }, calendars, laws, vocabulary),
      inZone: { zone: index + 1, book: number },
    })),
  );
  const { zone } = mapping.time ?? {};
  return {
    books: [...books.map((book) => bookAtWork(book, calendars, laws, vocabulary)), ...inZones],
    readIn: zone === undefined ? undefined : readZone(zone, { file, place: "/time/zone" }),
    providerZones: new Map(
      named.flatMap(([provider, of]) => {
        const number = numbers.get(of);
        return number === undefined ? [] : [[provider, number] as const];
      }),
    ),
  };
}

/** A key as a JSON pointer has it. */
const inPointer = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
