/**
 * A second counting of terms, as plain as can be: a loop over days and over minutes, with its own reading of the
 * calendar files, hours and zones. It shares no code with `src/calendar` and is slow on purpose.
 */
import { readdirSync, readFileSync } from "node:fs";

const DAY = 86_400_000;
const MINUTE = 60_000;
const NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

export interface NaiveTerm {
  readonly amount: number;
  readonly unit: string;
  readonly channel?: string | undefined;
  readonly clock?: string | undefined;
  readonly countsStartDay?: boolean | undefined;
  readonly movesToWorkingDay?: boolean | undefined;
  readonly lastHour?: string | undefined;
}

interface Interval {
  readonly from: number;
  readonly until: number;
}

/** Dates (`YYYY-MM-DD`) that are off, and dates worked instead of another, for a week. */
interface YearBook {
  readonly off: Set<string>;
  readonly worked: Map<string, string>;
  readonly years: Set<number>;
}

/** Weekdays of rest (0 is Monday) where they are not those of a five- or six-day week, with the year so made. */
export interface Resting {
  readonly days: readonly number[];
  readonly book: YearBook;
}

/** First days of the law's two ways of registering (APPC, art. 64(3)): days off alone, then the evening too. */
const DAYS_OFF_ALONE = "2021-07-01";
const EVENING_TOO = "2025-12-28";

const dateOf = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
const utcOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const nextDate = (date: string): string => dateOf(utcOf(date) + DAY);
/** 0 is Monday. */
const weekdayAt = (date: string): number => (new Date(utcOf(date)).getUTCDay() + 6) % 7;

/** The calendar of a country for a week, by walking the law: holidays first, then what they move, then the acts. */
export function yearBook(folder: string, week: 5 | 6 | readonly number[]): YearBook {
  const files = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name));
  const years = files.map(
    (name) =>
      JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as {
        year: number;
        holidays: { date: string; moves: boolean; known: { until: string | null } }[];
        movedDays: { off: string; worked: string; known: { until: string | null } }[];
      },
  );
  const current = <T extends { known: { until: string | null } }>(list: T[]): T[] =>
    list.filter((entry) => entry.known.until === null);
  const holidays = current(years.flatMap((year) => year.holidays));
  const moves = current(years.flatMap((year) => year.movedDays));
  const off = new Set(holidays.map(({ date }) => date));
  const byAct = new Set(moves.map((move) => move.off));
  const weekly = (date: string): boolean =>
    typeof week === "number" ? weekdayAt(date) >= week : week.includes(weekdayAt(date));
  const inOrder = [...holidays].sort((a, b) => a.date.localeCompare(b.date));
  // An act that gives up a day binds a week only where that day would have been off in it: by the law alone, for a start.
  const offByLaw = new Set(off);
  for (const holiday of inOrder) {
    if (!holiday.moves || !weekly(holiday.date)) continue;
    let to = nextDate(holiday.date);
    while (weekly(to) || offByLaw.has(to)) to = nextDate(to);
    offByLaw.add(to);
  }
  const binds = (off: string): boolean =>
    moves.some((move) => move.off === off && (weekly(move.worked) || offByLaw.has(move.worked)));
  const taken = (date: string): boolean =>
    byAct.has(date) && (typeof week === "number" ? week === 5 : binds(date));
  for (const holiday of inOrder) {
    if (!holiday.moves || !weekly(holiday.date)) continue;
    let to = nextDate(holiday.date);
    while (weekly(to) || off.has(to) || taken(to)) to = nextDate(to);
    off.add(to);
  }
  const worked = new Map<string, string>();
  for (const move of moves) {
    if (typeof week === "number" ? !weekly(move.worked) && !off.has(move.worked) : !binds(move.off)) continue;
    worked.set(move.worked, move.off);
    off.add(move.off);
    off.delete(move.worked);
  }
  return { off, worked, years: new Set(years.map(({ year }) => year)) };
}

/** Weekly hours from `Mo-Fr 09:00-13:00,14:30-18:30; Sa 09:00-14:00` or `24/7`. */
function naiveHours(notation: string): Interval[][] {
  const week: Interval[][] = NAMES.map(() => []);
  if (notation === "24/7") return week.map(() => [{ from: 0, until: 1440 }]);
  for (const rule of notation.split("; ")) {
    const [days, times] = rule.split(" ") as [string, string];
    const [first, last = first] = days.split("-") as [string, string?];
    for (let index = NAMES.indexOf(first); index <= NAMES.indexOf(last); index += 1)
      week[index] = times.split(",").map((time) => {
        const [from, until] = time.split("-").map((clock) => {
          const [hour, minute] = clock.split(":").map(Number) as [number, number];
          return hour * 60 + minute;
        }) as [number, number];
        return { from, until };
      });
  }
  return week;
}

/** A provider as the naive counting sees it. */
export class Naive {
  private readonly offsets: { at: number; offset: number }[];
  private readonly hours: Interval[][] | undefined;
  private readonly cutoff: (number | undefined)[] | undefined;
  private readonly week: 5 | 6;
  private readonly minutes = new Map<string, Uint8Array>();

  constructor(
    zone: string,
    private readonly books: Record<5 | 6, YearBook>,
    hours: string | undefined,
    private readonly rollover: boolean,
    cutoff: string | undefined,
    private readonly law = false,
    private readonly resting?: Resting,
  ) {
    this.offsets = zones.get(zone) ?? changesOf(zone);
    zones.set(zone, this.offsets);
    this.hours = hours === undefined ? undefined : naiveHours(hours);
    this.cutoff =
      cutoff === undefined
        ? undefined
        : cutoff.split("; ").reduce<(number | undefined)[]>((week, rule) => {
            const [days, clock] = (rule.includes(" ") ? rule : `Mo-Su ${rule}`).split(" ") as [
              string,
              string,
            ];
            const [first, last = first] = days.split("-") as [string, string?];
            for (let index = NAMES.indexOf(first); index <= NAMES.indexOf(last); index += 1)
              week[index] = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
            return week;
          }, []);
    this.week = this.hours !== undefined && (this.hours[5]?.length ?? 0) > 0 ? 6 : 5;
  }

  private offset(instant: number): number {
    let offset = this.offsets[0]!.offset;
    for (const change of this.offsets) if (change.at <= instant) offset = change.offset;
    return offset;
  }

  private date(instant: number): string {
    return dateOf(instant + this.offset(instant));
  }

  /** Minutes after midnight on the clock, with fractions. */
  private clock(instant: number): number {
    return ((((instant + this.offset(instant)) % DAY) + DAY) % DAY) / MINUTE;
  }

  /** The first instant at which the clock shows a minute of a date: tried with every offset the zone ever had. */
  private at(date: string, minute: number): number {
    const local = utcOf(date) + minute * MINUTE;
    const hits = this.offsets
      .map(({ offset }) => local - offset)
      .filter((instant) => instant + this.offset(instant) === local);
    return Math.min(...hits);
  }

  private book(): YearBook {
    return this.resting?.book ?? this.books[this.week];
  }

  private covered(date: string): boolean {
    return this.book().years.has(Number(date.slice(0, 4)));
  }

  private intervals(date: string): Interval[] {
    if (!this.covered(date)) throw new RangeError(date);
    const book = this.book();
    if (this.hours === undefined || book.off.has(date)) return [];
    return this.hours[weekdayAt(book.worked.get(date) ?? date)] ?? [];
  }

  private works(date: string): boolean {
    if (!this.covered(date)) throw new RangeError(date);
    const book = this.book();
    if (this.hours !== undefined) return this.intervals(date).length > 0;
    const rests = this.resting?.days ?? [5, 6];
    return book.worked.has(date) || (!rests.includes(weekdayAt(date)) && !book.off.has(date));
  }

  /** Where the term begins. */
  begin(event: number, unit: string): number {
    if (!this.rollover && this.cutoff === undefined) return this.law ? this.registered(event, unit) : event;
    const date = this.date(event);
    const intervals = this.intervals(date);
    if (this.works(date)) {
      const opens = this.hours === undefined ? 0 : intervals[0]!.from;
      const closes = this.hours === undefined ? 1440 : intervals.at(-1)!.until;
      const cut = this.cutoff?.[weekdayAt(this.book().worked.get(date) ?? date)] ?? Infinity;
      const clock = this.clock(event);
      if (clock < opens) return this.at(date, opens);
      if (clock < closes && clock <= cut) return event;
    }
    let next = nextDate(date);
    while (!this.works(next)) next = nextDate(next);
    return this.at(next, this.hours === undefined ? 0 : this.intervals(next)[0]!.from);
  }

  /** The same where the general law alone speaks: of terms in days, and of nothing before July 2021. */
  private registered(event: number, unit: string): number {
    const date = this.date(event);
    if (["second", "minute", "hour"].includes(unit) || date < DAYS_OFF_ALONE) return event;
    const closes = this.hours === undefined ? 1440 : (this.intervals(date).at(-1)?.until ?? 0);
    const isEvening = date >= EVENING_TOO && this.clock(event) >= closes;
    if (this.works(date) && !isEvening) return event;
    let next = nextDate(date);
    while (!this.works(next)) next = nextDate(next);
    return this.at(next, this.hours === undefined ? 0 : this.intervals(next)[0]!.from);
  }

  /** Due time, or undefined where a day is needed that no year covers. */
  due(event: number, term: NaiveTerm): number | undefined {
    try {
      return this.count(this.begin(event, term.unit), term);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  private count(start: number, term: NaiveTerm): number {
    const unitMs = { second: 1000, minute: MINUTE, hour: 60 * MINUTE }[term.unit];
    if (unitMs !== undefined) {
      const length = unitMs * term.amount;
      const wall =
        term.channel === "portal" || term.clock === "wall" || this.hours === undefined || length >= DAY;
      return wall ? start + length : this.walkOpen(start, length);
    }
    const first = this.date(start);
    if (term.unit === "same-day") {
      const ends = this.end(first, term);
      return ends < start ? this.at(nextDate(first), 0) : ends;
    }
    return this.end(this.lastDate(first, term), term);
  }

  private lastDate(first: string, term: NaiveTerm): string {
    if (term.unit === "working-day") {
      let date = first;
      for (let left = term.amount - (term.countsStartDay === true && this.works(first) ? 1 : 0); left > 0;) {
        date = nextDate(date);
        if (this.works(date)) left -= 1;
      }
      return date;
    }
    let date = nominal(first, term);
    if (term.countsStartDay === true) date = dateOf(utcOf(date) - DAY);
    while (term.movesToWorkingDay !== false && !this.works(date)) date = nextDate(date);
    return date;
  }

  private end(date: string, term: NaiveTerm): number {
    const usual = term.channel === "portal" || term.channel === "post" ? "midnight" : "closing";
    const midnight = this.hours === undefined || (term.lastHour ?? usual) === "midnight";
    const closes = midnight ? undefined : this.intervals(date).at(-1)?.until;
    return closes === undefined || closes === 1440 ? this.at(nextDate(date), 0) : this.at(date, closes);
  }

  /** Walks forward minute by minute (and the rest of a minute), adding up open time. */
  private walkOpen(start: number, length: number): number {
    let left = length;
    let instant = start;
    while (left > 0) {
      const date = this.date(instant);
      const open = this.openMinutes(date);
      const midnight = this.at(nextDate(date), 0);
      if (open.length === 0) {
        instant = midnight;
        continue;
      }
      const plain = this.offset(instant) === this.offset(midnight);
      let clock = this.clock(instant);
      while (left > 0 && instant < midnight) {
        const step = MINUTE - (((instant % MINUTE) + MINUTE) % MINUTE);
        if (open[Math.floor(clock)] === 1) {
          if (left <= step) return instant + left;
          left -= step;
        }
        instant += step;
        clock = plain ? clock + step / MINUTE : this.clock(instant);
      }
    }
    return instant;
  }

  /** 1 for each open minute of a date; empty where it has none. */
  private openMinutes(date: string): Uint8Array {
    const there = this.minutes.get(date);
    if (there !== undefined) return there;
    const intervals = this.intervals(date);
    const open = new Uint8Array(intervals.length === 0 ? 0 : 1440);
    for (const { from, until } of intervals) open.fill(1, from, until);
    this.minutes.set(date, open);
    return open;
  }
}

function nominal(first: string, term: NaiveTerm): string {
  const monthsOf = { month: 1, quarter: 3, "half-year": 6, year: 12 }[term.unit];
  if (monthsOf === undefined) {
    let date = first;
    const daysOf = { week: 7, "half-month": 15 }[term.unit] ?? 1;
    for (let left = term.amount * daysOf; left > 0; left -= 1) date = nextDate(date);
    return date;
  }
  const [year, month, day] = first.split("-").map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + term.amount * monthsOf;
  for (let last = day; ; last -= 1) {
    const date = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
    if (!Number.isNaN(Date.parse(date)) && dateOf(utcOf(date)) === date) return date;
  }
}

const zones = new Map<string, { at: number; offset: number }[]>();

/** The offsets of a zone from 2009 to 2029 by asking Intl hour by hour around the days on which the offset differs. */
function changesOf(zone: string): { at: number; offset: number }[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const offsetOf = (instant: number): number => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  };
  const begin = Date.UTC(2009, 0, 1);
  const changes = [{ at: -Infinity, offset: offsetOf(begin) }];
  for (let day = begin; day < Date.UTC(2029, 0, 1); day += DAY) {
    if (offsetOf(day + DAY) === offsetOf(day)) continue;
    for (let hour = day; hour < day + DAY; hour += 60 * MINUTE)
      if (offsetOf(hour + 60 * MINUTE) !== offsetOf(hour))
        changes.push({ at: hour + 60 * MINUTE, offset: offsetOf(hour + 60 * MINUTE) });
  }
  return changes;
}
