import { isoOf, type Day } from "../calendar/day.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import { check, type Setting } from "../check/check.ts";
import type { Request } from "../check/request.ts";
import { smallestFix } from "../check/smallest-fix.ts";
import { submissionOf } from "../check/submission.ts";
import { compile, type Plan } from "../compile/plan.ts";
import { timetableOf } from "../compile/timetable-of.ts";
import { standingOn, type ValidityDate } from "../model/in-force.ts";
import type { Channel } from "../model/rule.ts";
import type { Ignored, Verdict } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../rulebook/vocabulary.ts";
import { readCalendar, type ReadCalendar } from "./read-calendar.ts";
import type { ReadRulebook } from "./read-rulebook.ts";
import { readZone } from "./read-zone.ts";
import { Trouble } from "./trouble.ts";

/** One version of a service's rules, made ready when it is first asked for. */
export interface Volume extends ReadRulebook {
  readonly plan: () => Plan;
}

/** How a request is to be judged. */
export interface Judging {
  /** Day by whose version is judged, where it is not that of submission. */
  readonly at?: Day | undefined;
  /** Also the fewest changes that would make it admissible. */
  readonly withFix?: boolean | undefined;
}

/** A version, and whether it surely was in force. */
interface Standing {
  readonly volume: Volume;
  readonly standing: "in-force" | "perhaps";
}

/** Rulebooks at hand, and the calendars and zones they name: what requests are judged with. */
export class Library {
  readonly #volumes: readonly Volume[];
  readonly #byService = new Map<string, Volume[]>();
  readonly #calendars = new Map<string, ReadCalendar>();
  readonly #settings = new WeakMap<Volume, Map<string, Setting>>();

  constructor(
    books: readonly ReadRulebook[],
    readonly vocabulary: Vocabulary,
  ) {
    this.#volumes = books.map((read) => {
      let plan: Plan | undefined;
      return { ...read, plan: () => (plan ??= compile(read.book, vocabulary)) };
    });
    for (const volume of this.#volumes)
      for (const name of new Set([volume.book.id, volume.book.service?.id ?? volume.book.id]))
        this.#byService.set(name, [...(this.#byService.get(name) ?? []), volume]);
  }

  /** Every version at hand. */
  get volumes(): readonly Volume[] {
    return this.#volumes;
  }

  /** The versions of a service, named by its books' `id` or by its own. Throws `Trouble` where there are none. */
  versionsOf(service: string): readonly Volume[] {
    const found = this.#byService.get(service);
    if (found !== undefined) return found;
    const ids = [...new Set(this.#volumes.map(({ book }) => book.id))].sort();
    throw new Trouble(`no rulebook is at hand for the service ${JSON.stringify(service)}`, {
      place: "/service",
      wayOut: `At hand are: ${ids.join(", ")}. Other rulebooks are named with --rules.`,
    });
  }

  /** The version in force on a day; where none is, throws `Trouble` that names the intervals that are. */
  versionOn(service: string, day: Day): Standing {
    return this.#versionOn(service, isoOf(day));
  }

  #versionOn(service: string, iso: string): Standing {
    const versions = this.versionsOf(service);
    for (const standing of ["in-force", "perhaps"] as const) {
      const found = versions.filter(({ book }) => standingOn(book.inForce, iso) === standing);
      const [latest] = found.toSorted(latestFirst);
      if (latest !== undefined) return { volume: latest, standing };
    }
    throw new Trouble(`no version of ${service} at hand was in force on ${iso}`, {
      place: "/submitted",
      wayOut: `At hand are: ${versions.map(({ book }) => intervalOf(book)).join("; ")}. --at DAY judges by the version of another day.`,
    });
  }

  /** The version of a service for those who ask without a day: in force on `today`, otherwise the latest. */
  latestOf(service: string, today: Day): Volume {
    const versions = this.versionsOf(service);
    const iso = isoOf(today);
    const standing = versions.filter(({ book }) => standingOn(book.inForce, iso) !== "not");
    const [latest] = (standing.length > 0 ? standing : versions).toSorted(latestFirst);
    if (latest === undefined) throw new RangeError(`no version of ${service}`);
    return latest;
  }

  /** The verdict on a request that its schema has passed, by the version in force at submission or on the day `at`. */
  judge(request: Request, { at, withFix = false }: Judging = {}): Verdict {
    const ignored: Ignored[] = [];
    const named = this.versionsOf(request.service).find(({ book }) => book.zone !== undefined)?.book.zone;
    const zone = zoneFor(request.zone, named, ignored);
    const { isoDay } = submissionOf(request.submitted, zone);
    const { volume, standing } = this.#versionOn(request.service, at === undefined ? isoDay : isoOf(at));
    const setting = this.#setting(volume, request.channel, zone, standing);
    const verdict = check(volume.plan(), request, ignored.length === 0 ? setting : { ...setting, ignored });
    return withFix ? { ...verdict, smallestFix: smallestFix(volume.plan(), request, isoDay) } : verdict;
  }

  /** The book that a verdict was made with. */
  bookOf({ rulebook }: Verdict): Rulebook {
    const found = this.#volumes.find(
      ({ sha256, book }) => sha256 === rulebook.sha256 && book.id === rulebook.id,
    );
    if (found === undefined) throw new RangeError(`the book of a verdict on ${rulebook.id} is not at hand`);
    return found.book;
  }

  /** What requests to a version through a channel are judged with; made once. */
  #setting(
    volume: Volume,
    channel: Channel,
    zone: ZoneTable | undefined,
    standing: "in-force" | "perhaps",
  ): Setting {
    const kept = this.#settings.get(volume) ?? new Map<string, Setting>();
    const key = `${channel} ${zone?.zone ?? ""} ${standing}`;
    const there = kept.get(key);
    if (there !== undefined) return there;
    const { book, sha256 } = volume;
    const calendar = book.calendar === undefined ? undefined : this.#calendar(book.calendar);
    const made: Setting = {
      zone,
      timetable:
        zone === undefined ? undefined : timetableOf(book, channel, { zone, calendar: calendar?.calendar }),
      rulebook: {
        id: book.id,
        ...(book.version === undefined ? {} : { version: book.version }),
        sha256,
        ...(book.inForce === undefined ? {} : { inForce: book.inForce }),
        standing,
      },
      calendar: calendar === undefined ? undefined : { id: calendar.id, sha256: calendar.sha256 },
    };
    const [oldest] = kept.keys();
    if (kept.size >= MOST_SETTINGS && oldest !== undefined) kept.delete(oldest);
    this.#settings.set(volume, kept.set(key, made));
    return made;
  }

  #calendar(country: string): ReadCalendar {
    const there = this.#calendars.get(country);
    if (there !== undefined) return there;
    const read = readCalendar(country);
    this.#calendars.set(country, read);
    return read;
  }
}

/** Channels and zones of a version that are kept ready at a time: requests may name any zone there is. */
const MOST_SETTINGS = 100;

/** The request's own zone where the runtime knows it, otherwise the book's. */
function zoneFor(
  own: string | undefined,
  named: string | undefined,
  ignored: Ignored[],
): ZoneTable | undefined {
  if (own !== undefined) {
    try {
      return readZone(own);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      ignored.push({ pointer: "/zone", why: "unknown-zone" });
    }
  }
  return named === undefined ? undefined : readZone(named);
}

const latestFirst = (a: Volume, b: Volume): number => (firstDay(a.book) < firstDay(b.book) ? 1 : -1);

const firstDay = ({ inForce, act }: Rulebook): string =>
  (typeof inForce?.from === "object"
    ? inForce.from.assumed
    : inForce?.from !== "unknown"
      ? inForce?.from
      : undefined) ??
  inForce?.adopted ??
  act?.date ??
  "";

function intervalOf(book: Rulebook): string {
  const name = book.version === undefined ? book.id : `${book.id} ${book.version}`;
  const { inForce } = book;
  if (inForce === undefined) return `${name} (at any time)`;
  const adopted = inForce.adopted === undefined ? "" : ` (adopted ${inForce.adopted})`;
  const repealed = inForce.repealed === undefined ? "" : ` (repealed by an act of ${inForce.repealed})`;
  const until = inForce.until === null ? "" : `, until ${say(inForce.until)}${repealed}`;
  return `${name}, in force from ${say(inForce.from)}${adopted}${until}`;
}

const say = (date: ValidityDate): string =>
  typeof date === "string" ? date : `${date.assumed} (assumed: ${date.why})`;
