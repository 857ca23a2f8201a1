import type { ZoneTable } from "../calendar/zone-table.ts";
import type { Setting } from "../check/check.ts";
import { Memory } from "../check/memory.ts";
import { leavesLastHourOpen } from "../law/last-hour.ts";
import type { Plan } from "../compile/plan.ts";
import { timetableOf } from "../compile/timetable-of.ts";
import type { Provision } from "../model/law.ts";
import type { Standing } from "../model/in-force.ts";
import type { Channel } from "../model/rule.ts";
import type { JudgingBook } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Calendars } from "./calendars.ts";
import type { BookLaw } from "./laws.ts";
import { registrationByDay, registrationsOf } from "./registrations.ts";
import type { Timetables } from "./timetables.ts";

/** What a version is bound to: its rules with those of the law that judge beneath them on some days, or its own alone. */
export interface Binding {
  readonly book: Rulebook;
  readonly sha256: string;
  readonly standing: Standing;
  readonly plan: () => Plan;
  /** `left-out`: somebody asked for it to be. */
  readonly law: BookLaw | "left-out" | undefined;
}

/** A version as it judges on some days: what requests of these days are judged with. */
export class Bound {
  readonly #settings = new Map<ZoneTable | undefined, Map<Channel, Setting>>();
  /** Verdicts through every channel share what they see and say of a rule. */
  readonly #memory: Memory;
  readonly #book: JudgingBook;
  /** What of the law beneath governs the service; undefined without one. */
  readonly #provisions: readonly Provision[] | undefined;
  readonly #registration: Setting["registration"];

  constructor(
    private readonly binding: Binding,
    private readonly calendars: Calendars,
    private readonly timetables: Timetables,
  ) {
    this.#memory = new Memory(binding.book.rules.length);
    this.#book = judgingBook(binding);
    const { law } = binding;
    this.#provisions = law === undefined || law === "left-out" ? undefined : law.provisions;
    this.#registration = this.#provisions === undefined ? undefined : registrationByDay(this.#provisions);
  }

  get plan(): Plan {
    return this.binding.plan();
  }

  /** What requests through a channel to a provider in a zone are judged with; made once. */
  setting(channel: Channel, zone: ZoneTable | undefined): Setting {
    return this.#settings.get(zone)?.get(channel) ?? this.#made(channel, zone);
  }

  #made(channel: Channel, zone: ZoneTable | undefined): Setting {
    const { book } = this.binding;
    const calendar = book.calendar === undefined ? undefined : this.calendars.of(book.calendar);
    const provisions = this.#provisions;
    const registration =
      provisions === undefined ? undefined : (event: string) => registrationsOf(provisions, event);
    const place = zone === undefined ? undefined : { zone, calendar: calendar?.calendar, registration };
    const made: Setting = {
      zone,
      timetable:
        place === undefined
          ? undefined
          : timetableOf(book, channel, place, (input) => this.timetables.of(input)),
      rulebook: this.#book,
      calendar: calendar === undefined ? undefined : { id: calendar.id, sha256: calendar.sha256 },
      registration: this.#registration,
      lastHourOpen: provisions !== undefined && leavesLastHourOpen(provisions),
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

function judgingBook({ book, sha256, standing, law }: Binding): JudgingBook {
  const { id, version, inForce } = book;
  return {
    id,
    ...(version === undefined ? {} : { version }),
    sha256,
    ...(inForce === undefined ? {} : { inForce }),
    standing,
    unread: book.unread ?? "unknown",
    ...(law === undefined
      ? {}
      : { law: law === "left-out" ? law : { country: law.law.country, sha256: law.law.sha256 } }),
  };
}

/** Zones of a version that are kept ready at a time: requests may name any there is. */
const MOST_ZONES = 20;
