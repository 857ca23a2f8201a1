import { dayOfInstant, isoOf, type Day } from "../../calendar/day.ts";
import { localDay } from "../../calendar/zone-table.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import type { Library } from "../../library/library.ts";
import { readZone } from "../../library/read-zone.ts";
import { servicesOf } from "../../library/services.ts";
import type { Volume } from "../../library/volume.ts";
import { dateOf, standingDays, standingOn } from "../../model/in-force.ts";
import { daysAfter } from "../../model/iso-day.ts";
import type { Language } from "../../model/language.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import type { ListedService, ListedVersion } from "../../web/apply/apply-views.ts";

/** When a service is asked of: the time in its zone, as a request has it, and the day. */
export interface Moment {
  readonly submitted: string;
  readonly day: Day;
  readonly isoDay: string;
}

/** Now, where a service is given. Throws `Trouble` where there is no such service. */
export function momentAt(library: Library, service: string, now: number): Moment {
  const instant = Math.floor(now / SECOND_MS) * SECOND_MS;
  return momentIn(library.versionsOf(service), instant);
}

function momentIn(versions: readonly Volume[], instant: number): Moment {
  const name = versions.find(({ book }) => book.zone !== undefined)?.book.zone;
  if (name === undefined) {
    const day = dayOfInstant(instant);
    return { submitted: new Date(instant).toISOString(), day, isoDay: isoOf(day) };
  }
  const zone = readZone(name);
  const day = localDay(zone, instant);
  return { submitted: isoInstant(zone, instant), day, isoDay: isoOf(day) };
}

/** What a book's service is called. */
export const nameOf = ({ book }: Pick<Volume, "book">, lang: Language): string =>
  book.service?.name[lang] ?? Object.values(book.service?.name ?? {})[0] ?? book.id;

/** Where a service's page is. A name of more than two parts stands in the address as one. */
export function pathOf(base: string, service: string): string {
  const parts = service.split("/");
  return `${base}/${parts.length > 2 ? encodeURIComponent(service) : parts.map(encodeURIComponent).join("/")}`;
}

/** Every service at hand, and whether it can be asked of by rules that are in force now. */
export const listedServices = (
  library: Library,
  now: number,
  base: string,
  lang: Language,
): readonly ListedService[] =>
  servicesOf(library.volumes).map(({ id, name, act }) => {
    const own = library.versionsOf(id);
    const { isoDay } = momentIn(own, now);
    return {
      href: pathOf(base, id),
      name: name?.[lang] ?? Object.values(name ?? {})[0] ?? id,
      act,
      textLanguage: own[0]?.book.language,
      isInForce: own.some(({ book }) => standingOn(book.inForce, isoDay) !== "not"),
    };
  });

/** The versions of a service, each with the address of its form on a day on which it judges. */
export const listedVersions = (volumes: readonly Volume[], path: string): readonly ListedVersion[] =>
  volumes.map(({ book: { inForce } }) => {
    const day = judgedOn(inForce);
    return {
      href: day === undefined ? undefined : `${path}?at=${day}`,
      from: (inForce && dateOf(inForce.from)) ?? standingDays(inForce).first,
      until: inForce?.until == null ? undefined : (dateOf(inForce.until) ?? inForce.repealed ?? "unknown"),
    };
  });

/** A day on which a version judges, the surest first; undefined where none is known. */
function judgedOn(inForce: Volume["book"]["inForce"]): string | undefined {
  const { first, surely, end, over } = standingDays(inForce);
  const before = (day: string | undefined): string | undefined =>
    day === undefined || day === "" ? undefined : daysAfter(day, -1);
  return [surely, first, before(end), before(over)]
    .filter((day): day is string => day !== undefined && day !== "")
    .sort((a, b) => Number(isSure(b)) - Number(isSure(a)))
    .find((day) => standingOn(inForce, day) !== "not");

  function isSure(day: string): boolean {
    return standingOn(inForce, day) === "in-force";
  }
}
