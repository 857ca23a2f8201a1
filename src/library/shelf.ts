import { day as dayFrom, type Day } from "../calendar/day.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { Setting } from "../check/check.ts";
import { Memory } from "../check/memory.ts";
import { timetableOf } from "../compile/timetable-of.ts";
import { standingOf, type Standing } from "../model/in-force.ts";
import type { Channel } from "../model/rule.ts";
import type { Calendars } from "./calendars.ts";
import { readZone } from "./read-zone.ts";
import type { Timetables } from "./timetables.ts";
import { latestFirst, type Volume } from "./volume.ts";

/** The versions of a service that are at hand. */
export class Shelf {
  readonly #latestFirst: readonly Version[];
  #zone: ZoneTable | undefined;

  constructor(readonly versions: readonly Version[]) {
    this.#latestFirst = versions.toSorted((a, b) => latestFirst(a.volume, b.volume));
  }

  /** The zone of the provider, where a version names one. */
  get zone(): ZoneTable | undefined {
    if (this.#zone !== undefined) return this.#zone;
    const named = this.versions.find(({ volume }) => volume.book.zone !== undefined)?.volume;
    const zone = named?.book.zone;
    if (named === undefined || zone === undefined) return undefined;
    return (this.#zone = readZone(zone, { file: named.file, place: "/zone" }));
  }

  /** The version that judges on a day: one that surely is in force before one that perhaps is, then the latest. */
  on(day: Day): Version | undefined {
    let found: Version | undefined;
    for (const version of this.#latestFirst)
      if (version.judgesOn(day)) {
        if (version.standing === "in-force") return version;
        found ??= version;
      }
    return found;
  }
}

/** A version, the days on which it judges, and what requests to it are judged with. */
export class Version {
  /** First of those days, and the first day after them. */
  readonly #first: number;
  readonly #end: number;
  /** Whether it surely is in force on them. */
  readonly standing: Standing["standing"];
  readonly #settings = new Map<ZoneTable | undefined, Map<Channel, Setting>>();

  /** Verdicts through every channel share what they see and say of a rule. */
  readonly #memory: Memory;

  constructor(
    readonly volume: Volume,
    private readonly calendars: Calendars,
    private readonly timetables: Timetables,
  ) {
    const { first, end, standing } = standingOf(volume.book.inForce);
    this.#first = first === undefined ? -Infinity : dayFrom(first);
    this.#end = end === undefined ? Infinity : dayFrom(end);
    this.standing = standing;
    this.#memory = new Memory(volume.book.rules.length);
  }

  judgesOn(day: Day): boolean {
    return day >= this.#first && day < this.#end;
  }

  /** What requests through a channel to a provider in a zone are judged with; made once. */
  setting(channel: Channel, zone: ZoneTable | undefined): Setting {
    return this.#settings.get(zone)?.get(channel) ?? this.#made(channel, zone);
  }

  #made(channel: Channel, zone: ZoneTable | undefined): Setting {
    const { book, sha256 } = this.volume;
    const { id, version, inForce } = book;
    const calendar = book.calendar === undefined ? undefined : this.calendars.of(book.calendar);
    const place = zone === undefined ? undefined : { zone, calendar: calendar?.calendar };
    const made: Setting = {
      zone,
      timetable:
        place === undefined
          ? undefined
          : timetableOf(book, channel, place, (input) => this.timetables.of(input)),
      rulebook: {
        id,
        ...(version === undefined ? {} : { version }),
        sha256,
        ...(inForce === undefined ? {} : { inForce }),
        standing: this.standing,
        unread: book.unread ?? "unknown",
      },
      calendar: calendar === undefined ? undefined : { id: calendar.id, sha256: calendar.sha256 },
      memory: this.#memory,
    };
    const there = this.#settings.get(zone);
    if (there !== undefined) there.set(channel, made);
    else {
      const [oldest] = this.#settings.keys();
      if (this.#settings.size >= MOST_ZONES) this.#settings.delete(oldest);
      this.#settings.set(zone, new Map([[channel, made]]));
    }
    return made;
  }
}

/** Zones of a version that are kept ready at a time: requests may name any there is. */
const MOST_ZONES = 20;
