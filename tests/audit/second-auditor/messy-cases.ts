import { type Channel, CHANNELS, type RefusalRule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { DAY, type Day, dateOf, dayOf, HOUR, type Instant, MINUTE, SECOND, timeOf, wallAt } from "./clock.ts";
import { judgingDeadlines } from "./deadlines.ts";
import type { LogLine } from "./log.ts";
import { Lot } from "./lot.ts";
import { type Office, officeOf } from "./office.ts";
import { type AuditedService, bookOf, CALENDARS } from "./services.ts";

/** Of which book cases are made, between which days, and by whose clock. */
export interface Making {
  readonly lot: Lot;
  readonly book: Rulebook;
  readonly office: Office;
  readonly days: readonly Day[];
  readonly showsSatisfaction: boolean;
}

/** An event as it happened, before it is written down. */
export interface Happened {
  readonly activity: string;
  readonly at: Instant;
  readonly channel: string;
  readonly reason?: string;
  readonly document?: string;
}

const CLOCKS = [
  "08:00",
  "09:00",
  "12:00",
  "13:00",
  "14:00",
  "14:30",
  "17:00",
  "18:00",
  "18:30",
  "20:00",
  "23:30",
];

/** A time of a day: mostly in the morning or afternoon, often about an hour at which something opens or ends. */
export function timeIn({ lot, office }: Making, day: Day): Instant {
  if (lot.chance(0.35))
    return timeOf(office.zone, day, lot.one(CLOCKS)) + lot.one([-1, 0, 0, 1, 60, 600, -600]) * SECOND;
  if (lot.chance(0.15)) return timeOf(office.zone, day, "00:00") + lot.below(DAY / SECOND) * SECOND;
  return timeOf(office.zone, day, "09:00") + lot.below((9 * HOUR) / SECOND) * SECOND;
}

/** Days of the book's time, those about days off and about the change of the clock more often. */
function daysOf(book: Rulebook, office: Office, until: Day): readonly Day[] {
  const from = dayOf(book.inForce?.adopted ?? "2015-01-01") + (book.inForce?.entersAfterDays ?? -1) + 1;
  const all = Array.from({ length: until - from }, (_, index) => from + index);
  const odd = all.filter((day) => office.works(day) !== office.works(day + 1) && office.weekday(day) !== 7);
  const clock = all.filter((day) => office.covered(day) && isChange(office.zone, day));
  return [...all, ...odd, ...odd, ...repeated(clock, Math.ceil(all.length / 25))];
}

const isChange = (zone: string, day: Day): boolean =>
  [0, 1].some((later) => timeOf(zone, day + later + 1, "00:00") - timeOf(zone, day + later, "00:00") !== DAY);

const repeated = <T>(list: readonly T[], times: number): readonly T[] =>
  Array.from({ length: times }, () => list).flat();

/** How long something takes that has a term: well within it, about it, over it, or over nights and days. */
export function gap({ lot }: Making, amount: number, unit: string): number {
  if (unit === "minute") {
    const term = amount * MINUTE;
    return lot.one([
      0,
      term / 2,
      term - SECOND,
      term,
      term,
      term + SECOND,
      term * 2,
      term * 5,
      16 * HOUR,
      3 * DAY,
    ]);
  }
  const days = unit === "same-day" ? lot.below(3) : lot.below(Math.ceil(amount * 2) + 3);
  return days * DAY + lot.one([0, lot.below(20) * HOUR, lot.below(DAY / SECOND) * SECOND]);
}

/** The steps of a service, each after those that it follows on. */
function stepsOf(book: Rulebook): readonly { from: string; to: string; amount: number; unit: string }[] {
  const seen = new Set<string>();
  return judgingDeadlines(book)
    .filter(({ subject }) => subject !== "complaint" && subject !== "waiting")
    .flatMap(({ fromEvent = "", toEvent = "", amount, unit }) => {
      const key = `${fromEvent} ${toEvent}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ from: fromEvent, to: toEvent, amount, unit }];
    })
    .sort((one, other) => Number(one.to === "result-issued") - Number(other.to === "result-issued"));
}

/** The way of a request from the queue to the result, with what is missing, repeated or in the wrong order. */
function request(making: Making, channel: string): Happened[] {
  const { lot, book, days } = making;
  const submitted = timeIn(making, lot.one(days));
  const out: Happened[] = [];
  const add = (activity: string, at: Instant, more: Partial<Happened> = {}): void => {
    out.push({ activity, at, channel, ...more });
    if (lot.chance(0.04)) out.push({ activity, at: at + lot.one([MINUTE, HOUR, DAY]), channel, ...more });
  };
  if (lot.chance(0.4)) add("arrived", submitted - gap(making, 30, "minute"));
  if (lot.chance(0.95)) add("submitted", submitted);
  if (lot.chance(0.4)) add("registered", submitted + lot.one([0, MINUTE, HOUR, 15 * HOUR, DAY]));
  for (const paper of papersOf(book))
    if (lot.chance(0.35)) add("documents-provided", submitted, { document: paper });
  if (lot.chance(0.15))
    add("documents-requested", submitted + lot.below(2 * DAY), {
      document: lot.one([...papersOf(book), "astrologers-opinion"]),
    });
  const times = new Map([["submitted", submitted]]);
  let last = submitted;
  for (const { from, to, amount, unit } of stepsOf(book)) {
    if (!times.has(from)) {
      times.set(from, last);
      if (from.startsWith("step:") && lot.chance(0.9)) add(from, last);
    }
    const began = times.get(from) ?? last;
    const at = began + (lot.chance(0.04) ? -lot.one([MINUTE, HOUR, DAY]) : gap(making, amount, unit));
    times.set(to, at);
    last = Math.max(last, at);
    if (to === "result-issued" && lot.chance(0.3)) add("refused", at, { reason: ground(making) });
    else if (lot.chance(0.9)) add(to, at);
  }
  if (!times.has("result-issued") && lot.chance(0.6))
    add(lot.one(["result-issued", "refused"]), last, { reason: "" });
  return out;
}

export const papersOf = (book: Rulebook): readonly string[] => [
  ...new Set(
    book.rules.flatMap((rule) => (rule.kind === "document" && rule.document ? [rule.document] : [])),
  ),
];

/** A ground of the book, of whatever channel; no word of why; or one that no law knows. */
function ground({ lot, book }: Making): string {
  const grounds = book.rules.filter((rule): rule is RefusalRule => rule.kind === "refusal");
  return lot.one([...grounds.map(({ id }) => id), ...grounds.map(({ id }) => id), "", "the moon was full"]);
}

/** Times in which the clock stands still: ended, never ended, begun after closing, twice, or resumed out of nothing. */
function pauses(making: Making, request: readonly Happened[], channel: string): Happened[] {
  const { lot } = making;
  const out: Happened[] = [];
  for (let left = lot.chance(0.3) ? 1 + lot.below(2) : 0; left > 0; left -= 1) {
    const near = lot.one(request).at;
    const from = lot.one([
      near + lot.one([MINUTE, HOUR, DAY]),
      near + lot.below(3 * DAY),
      timeIn(making, dayOf(dateOf(Math.floor(near / DAY)))),
    ]);
    out.push({ activity: "suspended", at: from, channel });
    const length = lot.one([MINUTE, 10 * MINUTE, HOUR, 12 * HOUR, 2 * DAY, 6 * DAY]);
    if (lot.chance(0.8)) out.push({ activity: "resumed", at: from + length, channel });
  }
  if (lot.chance(0.02)) out.push({ activity: "resumed", at: lot.one(request).at, channel });
  return out;
}

/** A complaint: filed, answered, forwarded, each of them perhaps not, and perhaps twice. */
function complaint(making: Making, after: Instant, channel: string): Happened[] {
  const { lot } = making;
  if (!lot.chance(0.3)) return [];
  const filed = after + lot.below(4 * DAY);
  const out: Happened[] = [];
  if (lot.chance(0.9)) out.push({ activity: "complaint-filed", at: filed, channel });
  if (lot.chance(0.8))
    out.push({
      activity: "complaint-answered",
      at: filed + gap(making, lot.one([3, 5, 15]), "working-day"),
      channel,
    });
  if (lot.chance(0.6))
    out.push({ activity: "complaint-forwarded", at: filed + gap(making, 3, "working-day"), channel });
  if (making.showsSatisfaction && lot.chance(0.2))
    out.push({ activity: "complaint-satisfied", at: filed + lot.below(6 * DAY), channel });
  if (lot.chance(0.06))
    out.push({ activity: "complaint-answered", at: filed + 2 * DAY + lot.below(6 * DAY), channel });
  return out;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** As a register writes it: with an offset, without one, or the date alone. */
function written({ lot, office }: Making, at: Instant, offsets: boolean): string {
  if (lot.chance(0.01))
    return lot.one([
      "1899-12-30",
      "1900-01-01",
      "1970-01-01T00:00Z",
      "2203-05-06T10:00",
      "2025-02-30T10:00",
      "",
    ]);
  const wall = wallAt(office.zone, at);
  const local = new Date(wall).toISOString().slice(0, 19);
  if (lot.chance(0.07)) return local.slice(0, 10);
  if (!offsets) return local;
  return `${local}+${two(Math.round((wall - at) / HOUR))}:00`;
}

/** One case number, with one pass or two. */
function messyCase(making: Making, name: string, channels: readonly (Channel | "")[]): LogLine[] {
  const { lot } = making;
  const passes = lot.chance(0.1) ? 2 : 1;
  const offsets = lot.chance(0.6);
  const out: LogLine[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const channel = lot.one(channels);
    const asked = request(making, channel);
    if (asked.length === 0) continue;
    const last = Math.max(...asked.map(({ at }) => at));
    const all = [...asked, ...pauses(making, asked, channel), ...complaint(making, last, channel)];
    for (const { activity, at, reason = "", document = "", ...event } of all) {
      const shown = lot.chance(0.03) ? lot.one(channels) : event.channel;
      const line = {
        case: name,
        activity,
        time: written(making, at, offsets),
        channel: shown,
        reason,
        document,
      };
      out.push(line);
      if (lot.chance(0.01)) out.push(line);
    }
  }
  return lot.chance(0.2) ? [...out].reverse() : out;
}

/** So many messy cases of a service, the same for the same seed. */
export function messyLog(audited: AuditedService, count: number, seed: number): readonly LogLine[] {
  const book = bookOf(audited.service);
  const office = officeOf(book, CALENDARS, "provider");
  const { showsSatisfaction, until } = audited;
  const days = daysOf(book, office, dayOf(until));
  const making: Making = { lot: new Lot(seed), book, office, days, showsSatisfaction };
  const named = book.rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : []));
  const channels: readonly (Channel | "")[] = [...named, ...named, ...named, ...CHANNELS, ""];
  return Array.from({ length: count }, (_, index) => messyCase(making, `case-${index + 1}`, channels)).flat();
}
