import { day as dayFrom, isoOf, type Day } from "../calendar/day.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import { speaksOfRegistration } from "../language/registration.ts";
import { annotated } from "../law/annotated.ts";
import { changesOf } from "../law/provision-days.ts";
import { rulesFor, underLaw } from "../law/under-law.ts";
import { standingAmong, standingDays, type Standing, type StandingDays } from "../model/in-force.ts";
import type { Plan } from "../compile/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { Bound } from "./bound.ts";
import type { Calendars } from "./calendars.ts";
import type { BookLaw } from "./laws.ts";
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
      switch (version.standingOn(day)) {
        case "in-force":
          return version;
        case "perhaps":
          found ??= version;
          break;
        case "not":
      }
    return found;
  }
}

/** A version, and the days on which it judges. */
export class Version {
  readonly #days: Readonly<Record<keyof StandingDays, number | undefined>>;
  /** First days of the stretches in which the rules of the law beneath are the same; before the first of them begins another. */
  readonly #changes: readonly Day[];
  /** Those stretches that have been asked for. */
  readonly #stretches: (Stretch | undefined)[] = [];

  constructor(
    readonly volume: Volume,
    private readonly shared: {
      readonly calendars: Calendars;
      readonly timetables: Timetables;
      /** The law beneath; `left-out`: somebody asked for it to be. */
      readonly law: BookLaw | "left-out" | undefined;
    },
  ) {
    const { first, surely, end, over } = standingDays(volume.book.inForce);
    this.#days = { first: dayOf(first), surely: dayOf(surely), end: dayOf(end), over: dayOf(over) };
    const { law } = shared;
    this.#changes =
      law === undefined || law === "left-out"
        ? []
        : changesOf(rulesFor(volume.book, law.provisions)).map((day) => dayFrom(day));
  }

  /** Whether it was in force on a day. */
  standingOn(day: Day): Standing {
    return standingAmong(this.#days, day);
  }

  /**
   * The version as it judges a request made on a day: with what of the law beneath it holds then. `standing`: on the day by
   * whose version is judged.
   */
  on(day: Day, standing: Standing): Bound {
    let place = this.#changes.length;
    while (place > 0 && day < (this.#changes[place - 1] ?? 0)) place -= 1;
    const stretch = (this.#stretches[place] ??= this.#stretchOf(day));
    return (stretch.bound[standing] ??= this.#boundOn(stretch, standing));
  }

  #stretchOf(day: Day): Stretch {
    const { law } = this.shared;
    const { book, plan, planWith } = this.volume;
    if (law === undefined || law === "left-out") return { book, plan, bound: {} };
    const under = bookUnder(book, law, isoOf(day));
    return { book: under, plan: once(() => planWith(under)), bound: {} };
  }

  #boundOn({ book, plan }: Stretch, standing: Standing): Bound {
    const { calendars, timetables, law } = this.shared;
    return new Bound({ book, sha256: this.volume.sha256, standing, plan, law }, calendars, timetables);
  }
}

/** Days on which the rules of a version are the same: these rules, and how they judge where it surely is in force or perhaps. */
interface Stretch {
  readonly book: Rulebook;
  readonly plan: () => Plan;
  /** Where it has been asked for. */
  readonly bound: Partial<Record<Standing, Bound>>;
}

/** The number of a day; of one before all others, the least there is. */
const dayOf = (iso: string | undefined): number | undefined =>
  iso === undefined ? undefined : iso === "" ? -Infinity : dayFrom(iso);

const bookUnder = (book: Rulebook, { provisions }: BookLaw, isoDay: string): Rulebook =>
  underLaw({ ...book, rules: annotated(book.rules, provisions, speaksOfRegistration) }, provisions, isoDay);

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
