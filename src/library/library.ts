import { isoOf, type Day } from "../calendar/day.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import { checkAt } from "../check/check.ts";
import type { Request } from "../check/request.ts";
import { smallestFix } from "../check/smallest-fix.ts";
import { submissionOf } from "../check/submission.ts";
import { standingDays, standingOn, type ValidityDate } from "../model/in-force.ts";
import { NameIndex } from "../model/name-index.ts";
import type { Ignored, Verdict } from "../model/verdict.ts";
import type { ChannelPlan } from "../compile/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { ReadRulebook } from "../files/read-rulebook.ts";
import { Trouble } from "../model/trouble.ts";
import { Calendars } from "./calendars.ts";
import { lawBeneath } from "../law/beneath.ts";
import type { BookLaw, Laws } from "./laws.ts";
import { NoVersion } from "./no-version.ts";
import { readZone } from "./read-zone.ts";
import { Shelf, Version } from "./shelf.ts";
import { Timetables } from "./timetables.ts";
import { latestFirst, volumeOf, type Volume } from "./volume.ts";

/** How a request is to be judged. */
export interface Judging {
  /** Day by whose version is judged, where it is not that of submission. */
  readonly at?: Day | undefined;
  /** Also the fewest changes that would make it admissible. */
  readonly withFix?: boolean | undefined;
}

/** A verdict, and the rules as they bear on its channel. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly channel: ChannelPlan;
}

/** Rulebooks at hand, and the calendars and zones they name: what requests are judged with. */
export class Library {
  readonly #volumes: readonly Volume[];
  readonly #shelves: NameIndex<Shelf>;
  readonly #names: ReadonlyMap<string, readonly Volume[]>;

  constructor(
    books: readonly ReadRulebook[],
    readonly vocabulary: Vocabulary,
    readonly calendars: Calendars = new Calendars(),
    /** The general law beneath the books; `left-out`: verdicts say that it is; absent: nobody asked. */
    readonly law?: Laws | "left-out" | undefined,
  ) {
    this.#volumes = books.map((read) => volumeOf(read, vocabulary));
    const byService = new Map<string, Version[]>();
    const timetables = new Timetables();
    for (const volume of this.#volumes) {
      const version = new Version(volume, { calendars, timetables, law: lawOf(volume.book, law) });
      for (const name of new Set([volume.book.id, volume.book.service?.id ?? volume.book.id]))
        byService.set(name, [...(byService.get(name) ?? []), version]);
    }
    this.#names = new Map(
      [...byService].map(([name, versions]) => [name, versions.map(({ volume }) => volume)]),
    );
    this.#shelves = new NameIndex([...byService].map(([name, versions]) => [name, new Shelf(versions)]));
  }

  /** Every version at hand. */
  get volumes(): readonly Volume[] {
    return this.#volumes;
  }

  /** The versions of a service, named by its books' `id` or by its own. Throws `Trouble` where there are none. */
  versionsOf(service: string): readonly Volume[] {
    return this.#shelf(service).versions.map(({ volume }) => volume);
  }

  /** The version in force on a day; where none is, throws `Trouble` that names the intervals that are. */
  versionOn(service: string, day: Day): Version {
    const shelf = this.#shelf(service);
    return shelf.on(day) ?? noneOn(service, day, shelf);
  }

  #shelf(service: string): Shelf {
    const there = this.#shelves.get(service);
    if (there !== undefined) return there;
    const ids = [...new Set(this.#volumes.map(({ book }) => book.id))].sort();
    throw new Trouble(`no rulebook is at hand for the service ${JSON.stringify(service)}`, {
      place: "/service",
      wayOut: `At hand are: ${ids.join(", ")}. Other rulebooks are named with --rules.`,
    });
  }

  /**
   * The version of a service in force on the day `at`, where one is named (Trouble where none is); otherwise the one in
   * force on `today`, or failing that the latest.
   */
  volumeFor(service: string, at: Day | undefined, today: Day): Volume {
    if (at !== undefined) return this.versionOn(service, at).volume;
    const versions = this.versionsOf(service);
    const iso = isoOf(today);
    const standing = versions.filter(({ book }) => standingOn(book.inForce, iso) !== "not");
    const [latest] = (standing.length > 0 ? standing : versions).toSorted(latestFirst);
    if (latest === undefined) throw new RangeError(`no version of ${service}`);
    return latest;
  }

  /** The version that judges what is handed in on a day: the one in force on `at`, or on `today`. Throws `Trouble` where none is. */
  volumeInForce(service: string, at: Day | undefined, today: Day): Volume {
    return this.versionOn(service, at ?? today).volume;
  }

  /** What requests name services by, each with the versions at hand. */
  get names(): ReadonlyMap<string, readonly Volume[]> {
    return this.#names;
  }

  /** The verdict on a request that its schema has passed, by the version in force at submission or on the day `at`. */
  judge(request: Request, judging: Judging = AS_SUBMITTED): Verdict {
    return this.judgement(request, judging).verdict;
  }

  /** The same with the rules that it was made by. */
  judgement(request: Request, { at, withFix }: Judging = AS_SUBMITTED): Judgement {
    const shelf = this.#shelf(request.service);
    const own = request.zone === undefined ? undefined : knownZone(request.zone);
    const zone = own ?? shelf.zone;
    const submission = submissionOf(request.submitted, zone);
    const day = at ?? submission.day;
    const version = shelf.on(day) ?? noneOn(request.service, day, shelf);
    const bound = version.on(submission.day, version.standingOn(day));
    const { plan } = bound;
    const setting = bound.setting(request.channel, zone);
    const isZoneUnknown = request.zone !== undefined && own === undefined;
    const seen = isZoneUnknown ? { ...setting, ignored: UNKNOWN_ZONE } : setting;
    const verdict = checkAt(submission, plan, request, seen);
    const channel = plan.channels[request.channel];
    if (withFix !== true) return { verdict, channel };
    return { verdict: { ...verdict, smallestFix: smallestFix(plan, request, submission.isoDay) }, channel };
  }

  /** The book that a verdict was made with. */
  bookOf(verdict: Verdict): Rulebook {
    return this.#volumeOf(verdict).book;
  }

  /** What the facts and papers of a verdict are called: in all books, and in the one that it was made with. */
  vocabularyOf(verdict: Pick<Verdict, "rulebook">): Vocabulary {
    return this.#volumeOf(verdict).vocabulary;
  }

  #volumeOf({ rulebook }: Pick<Verdict, "rulebook">): Volume {
    const found = this.#volumes.find(
      ({ sha256, book }) => sha256 === rulebook.sha256 && book.id === rulebook.id,
    );
    if (found === undefined) throw new RangeError(`the book of a verdict on ${rulebook.id} is not at hand`);
    return found;
  }
}

/** The law beneath a book, or that it is left out; undefined where its country has none. */
function lawOf(book: Rulebook, law: Laws | "left-out" | undefined): BookLaw | "left-out" | undefined {
  if (law === "left-out") return lawBeneath(book) === undefined ? undefined : law;
  return law?.beneath(book);
}

const AS_SUBMITTED: Judging = {};
const UNKNOWN_ZONE: readonly Ignored[] = [{ pointer: "/zone", why: "unknown-zone" }];

/** A zone that the runtime knows. */
function knownZone(name: string): ZoneTable | undefined {
  try {
    return readZone(name);
  } catch (error) {
    if (error instanceof Trouble) return undefined;
    throw error;
  }
}

function noneOn(service: string, day: Day, { versions }: Shelf): never {
  throw new NoVersion(service, isoOf(day), versions.map(({ volume }) => intervalOf(volume.book)).join("; "));
}

function intervalOf(book: Rulebook): string {
  const name = book.version === undefined ? book.id : `${book.id} ${book.version}`;
  const { inForce } = book;
  if (inForce === undefined) return `${name} (at any time)`;
  const { first, end } = standingDays(inForce);
  const adopted = inForce.adopted === undefined ? "" : ` (adopted ${inForce.adopted})`;
  const earliest = inForce.entersAfterDays === undefined || !first ? "" : ` (not before ${first})`;
  const latest = inForce.repealedAfterDays === undefined || !end ? "" : ` (at least until ${end})`;
  const repealed = inForce.repealed === undefined ? "" : ` (repealed by an act of ${inForce.repealed})`;
  const until = inForce.until === null ? "" : `, until ${say(inForce.until)}${repealed}${latest}`;
  return `${name}, in force from ${say(inForce.from)}${adopted}${earliest}${until}`;
}

const say = (date: ValidityDate): string =>
  typeof date === "string" ? date : `${date.assumed} (assumed: ${date.why})`;
