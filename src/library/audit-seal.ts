import { hash } from "node:crypto";
import about from "../../package.json" with { type: "json" };
import type { BookAtWork } from "../audit/plan/book.ts";
import type { AuditOrder } from "../audit/plan/plan.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { AuditSeal, SealedThing } from "../model/audit-seal.ts";
import { hashOf } from "../model/print.ts";
import type { Library } from "./library.ts";
import { lawBeneath } from "../law/beneath.ts";

const ENGINE: AuditSeal["engine"] = {
  name: "tarmaq",
  version: about.version,
  database: about.dependencies["@duckdb/node-api"],
};

/** The seal of an audit that is to be: of its order, of the library that it was made from, and of the files it reads. */
export function auditSeal(
  library: Library,
  order: AuditOrder,
  { log, mapping, against }: Pick<AuditSeal, "log" | "mapping" | "against">,
  drafts = false,
): AuditSeal {
  const made: Omit<AuditSeal, "sha256"> = {
    engine: ENGINE,
    log,
    mapping,
    ...(against === undefined ? {} : { against }),
    ...ofLibrary(library, order),
    zones: zonesOf(order),
    vocabulary: hashOf(library.vocabulary),
    options: {
      drafts,
      withoutLaw: order.withoutLaw === true,
      lastHour: order.lastHour ?? null,
      now: order.now === undefined ? null : new Date(order.now).toISOString(),
      period: order.period ?? null,
    },
  };
  return { sha256: hashOf(made), ...made };
}

/** Whether a seal is what its own hash says. */
export const isWhole = ({ sha256, ...made }: AuditSeal): boolean => hashOf(made) === sha256;

function ofLibrary(
  { volumes, calendars, law }: Library,
  { books }: AuditOrder,
): Pick<AuditSeal, "rulebooks" | "law" | "calendars"> {
  const ordered = new Set(books.map(({ book }) => nameOf(book)));
  const used = volumes.filter(({ book }) => ordered.has(nameOf(book)));
  const countries = law === undefined || law === "left-out" ? [] : used.map(({ book }) => lawBeneath(book));
  return {
    rulebooks: used.map(({ book, sha256 }) => ({ id: book.id, version: book.version ?? null, sha256 })),
    law: things(
      countries.map((beneath) => beneath?.country),
      (country) => (law === undefined || law === "left-out" ? undefined : law.of(country)?.sha256),
    ),
    calendars: things(
      used.map(({ book }) => book.calendar),
      (country) => calendars.of(country).sha256,
    ),
  };
}

const nameOf = ({ id, version }: BookAtWork["book"]): string => `${id}@${version ?? ""}`;

/** Each thing once, in the order of their names. */
function things(
  names: readonly (string | undefined)[],
  hashOfName: (name: string) => string | undefined,
): SealedThing[] {
  const once = [...new Set(names)].filter((name) => name !== undefined).sort();
  return once.flatMap((id) => {
    const sha256 = hashOfName(id);
    return sha256 === undefined ? [] : [{ id, sha256 }];
  });
}

function zonesOf({ books, readIn }: AuditOrder): SealedThing[] {
  const tables = new Map<string, ZoneTable>();
  for (const zone of [...books.map((atWork) => atWork.zone), ...(readIn === undefined ? [] : [readIn])])
    tables.set(zone.zone, zone);
  return things([...tables.keys()], (name) => {
    const table = tables.get(name);
    return table === undefined ? undefined : hash("sha256", clockOf(table), "hex");
  });
}

const clockOf = ({ from, offset }: ZoneTable): string => `${from.join(" ")};${offset.join(" ")}`;
