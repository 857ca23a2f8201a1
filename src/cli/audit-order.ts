import { join } from "node:path";
import type { Mapping } from "../log/mapping.ts";
import type { AuditOrder } from "../audit/plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { readMapping } from "../files/read-mapping.ts";
import { readRulebooks } from "../files/read-rulebook.ts";
import { root } from "../files/root.ts";
import { Trouble } from "../model/trouble.ts";
import { booksInZones } from "../library/zones-of-providers.ts";

export interface OrderOptions {
  readonly map: string;
  readonly rules?: readonly string[];
  readonly drafts?: boolean;
  readonly now?: string;
}

/** What is to be audited by what: the mapping, the rulebooks it asks for, the clock. Throws `Trouble`. */
export function orderOf({ map, rules, drafts, now }: OrderOptions): AuditOrder {
  const mapping = readMapping(map);
  const books = wanted(
    readRulebooks(rules ?? [join(root, "rules")]).map(({ book }) => book),
    mapping,
    map,
  );
  return {
    ...booksInZones(
      books.map((book) => judging(book, drafts === true)),
      mapping,
      map,
    ),
    mapping,
    now: now === undefined ? undefined : instantOf(now),
  };
}

/** The services that there are rulebooks for, with their names in every language. */
export function servicesWithRules(rules: readonly string[] | undefined): { id: string; names: string[] }[] {
  const books = readRulebooks(rules ?? [join(root, "rules")]).map(({ book }) => book);
  return [...new Set(books.map(({ id }) => id))].map((id) => ({
    id,
    names: books.flatMap((book) =>
      book.id === id
        ? [
            ...Object.values(book.service?.name ?? {}),
            ...(book.service?.id === undefined ? [] : [book.service.id]),
          ]
        : [],
    ),
  }));
}

/** Only what a person has reviewed judges; drafts have to be asked for, and are counted in what is told. */
function judging(book: Rulebook, drafts: boolean): Rulebook {
  const rules = book.rules.filter(({ review }) => drafts || review?.status !== "draft");
  return { ...book, rules };
}

/** The books of the services that the mapping names; all of them where the log itself says which. */
function wanted(books: readonly Rulebook[], mapping: Mapping, file: string): Rulebook[] {
  const known = [
    ...new Set(books.flatMap(({ id, service }) => [id, ...(service?.id === undefined ? [] : [service.id])])),
  ];
  const named = [
    ...Object.values(mapping.services ?? {}),
    ...(mapping.defaults?.service === undefined ? [] : [mapping.defaults.service]),
  ];
  const stranger = named.find((id) => !known.includes(id));
  if (stranger !== undefined)
    throw new Trouble(`there is no rulebook ${JSON.stringify(stranger)}`, {
      file,
      place: mapping.defaults?.service === stranger ? "/defaults/service" : "/services",
      wayOut: `Known are: ${known.slice(0, 40).join(", ")}. Others are named with --rules.`,
    });
  if (mapping.columns.service !== undefined) return [...books];
  const service = mapping.defaults?.service ?? (known.length === 1 ? known[0] : undefined);
  if (service === undefined)
    throw new Trouble("the mapping says nothing of the service, and there are several rulebooks", {
      file,
      wayOut: `Name the column (columns.service) or the one service (defaults.service): ${known.slice(0, 40).join(", ")}.`,
    });
  return books.filter(({ id, service: of }) => id === service || of?.id === service);
}

function instantOf(text: string): number {
  const instant = /(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant))
    throw new Trouble(`${JSON.stringify(text)} is no instant`, {
      place: "--now",
      wayOut: "Write it with its offset, for example 2026-03-01T09:00:00+05:00.",
    });
  return instant;
}
