import { channelsOf, deadlinesOf, eventsOf, termOf, type BookAtWork } from "../../src/audit/plan/book.ts";
import type { WholeMapping } from "../../src/log/mapping.ts";
import { due, type Due } from "../../src/calendar/due.ts";
import { clockInstant, intervalsOf } from "../../src/calendar/open-time.ts";
import { effectiveStart } from "../../src/calendar/start.ts";
import type { Suspension } from "../../src/calendar/suspension.ts";
import type { Term } from "../../src/calendar/term.ts";
import type { Timetable } from "../../src/calendar/timetable.ts";
import { day, dayAt, weekdayOf } from "../../src/calendar/day.ts";
import { instantOf, localDay } from "../../src/calendar/zone-table.ts";
import { dateOf, type InForce } from "../../src/model/in-force.ts";
import {
  CHANNELS,
  type Channel,
  type DeadlineRule,
  type DocumentRule,
  type RefusalRule,
  type Rule,
  type Weekday,
} from "../../src/model/rule.ts";
import { seeded } from "./run-on.ts";

/** An event of a made-up case. */
export interface MadeEvent {
  readonly event: string;
  readonly at: number;
  readonly reason?: string;
  readonly document?: string;
}

/** A made-up case, and what an audit must find in it: `<rule>|<outcome>|<reason>`, sorted. */
export interface MadeCase {
  readonly id: string;
  readonly channel: Channel;
  readonly provider: string;
  readonly events: readonly MadeEvent[];
  readonly truth: readonly string[];
}

export interface Making {
  readonly seed: number;
  readonly cases: number;
  /** Days between which cases begin. */
  readonly from: string;
  readonly until: string;
  /** Nothing is known after it: what is then due and not done is overdue. */
  readonly now?: number;
  /** When the version ceases to be in force: cases that go on after it straddle a change. */
  readonly ends?: number;
}

/** The first day on which an act takes effect at the earliest: its own, or the one after the days that its words name. */
const effective = (made: string | undefined, days: number | undefined): string | undefined =>
  made === undefined || days === undefined
    ? made
    : new Date(Date.parse(made) + (days + 1) * 86_400_000).toISOString().slice(0, 10);

/** Days between which cases are made: while the book was in force, and late if it still is. */
export function timesOf({ book, zone }: BookAtWork): Pick<Making, "from" | "until" | "ends"> {
  const inForce = book.inForce as InForce | undefined;
  const { entersAfterDays, repealed, repealedAfterDays } = inForce ?? {};
  const end =
    inForce?.until == null ? undefined : (dateOf(inForce.until) ?? effective(repealed, repealedAfterDays));
  if (end === undefined) return { from: "2024-12-09", until: "2026-10-01" };
  const from =
    dateOf(inForce?.from ?? "unknown") ?? effective(inForce?.adopted, entersAfterDays) ?? "2010-01-01";
  const until = new Date(Date.parse(end) - 3 * 86_400_000).toISOString().slice(0, 10);
  return { from, until, ends: instantOf(zone, day(end), 0) };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Kinds of events in which somebody of the provider works. */
const WORK = new Set(["registered", "result-issued", "refused", "documents-requested", "complaint-answered"]);
const EXTRA_DOCUMENT = "photo-of-the-cat";
const NO_GROUND = "the queue was long";
/** Days about which cases are thick: the change of the clock in Almaty, Nauryz, New Year. */
const HARD = ["2024-02-29", "2025-03-20", "2024-12-31"];

/** Cases of a service made by a seed, from the rulebook alone: on time to the second, a second late, and all the rest. */
export function* madeCases(atWork: BookAtWork, making: Making): Generator<MadeCase> {
  const random = seeded(making.seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)]!;
  const { book } = atWork;
  const [first, last] = [Date.parse(making.from), Date.parse(making.until)];
  const channels = channelsFor(atWork);
  const documents = book.rules.filter(
    (rule): rule is DocumentRule => rule.kind === "document" && rule.document !== undefined,
  );
  const grounds = book.rules.filter((rule) => rule.kind === "refusal");

  for (let number = 0; number < making.cases; number += 1) {
    const channel = pick(channels);
    const hard = pick(HARD.map((day) => Date.parse(day)));
    const begins =
      random() < 0.1 && hard >= first && hard < last ? hard : first + upTo((last - first) / DAY) * DAY;
    const start = begins + upTo(random() < 0.8 ? 10 * 3600 : 24 * 3600) * SECOND + 3 * HOUR;
    const table = atWork.timetable(channel);
    const events: MadeEvent[] = [{ event: "submitted", at: start }];
    if (random() < 0.5) events.push({ event: "registered", at: start + upTo(3600) * SECOND });
    const suspensions: Suspension[] = [];
    if (random() < 0.15) {
      const from = start + 1 + upTo(4 * 3600) * SECOND;
      suspensions.push({ from, until: from + SECOND + upTo(5 * 24 * 3600) * SECOND });
      if (random() < 0.1) suspensions[0] = { from, until: Infinity };
      events.push({ event: "suspended", at: from });
      if (suspensions[0]!.until < Infinity) events.push({ event: "resumed", at: suspensions[0]!.until });
    }
    const targets: readonly (DeadlineRule | undefined)[] = deadlinesOf(book).filter(
      (rule) => rule.subject === "service" && isFor(rule, channel),
    );
    const target = pick([...targets, undefined]);
    const limit =
      target === undefined
        ? undefined
        : due(
            start,
            termOf(target, channel),
            table,
            suspensions.filter(({ until }) => until < Infinity),
          );
    const end = limit?.is === "due" ? limit.due : start + 3 * DAY;
    const shift = [0, SECOND, -upTo(3 * 3600) * SECOND, upTo(20 * 86_400) * SECOND, -SECOND][upTo(5)]!;
    const done = Math.max(end + shift, events.at(-1)!.at, start);
    const ending = random();
    if (ending < 0.75) events.push({ event: "result-issued", at: done });
    else if (ending < 0.9) {
      const reason =
        random() < 0.6 && grounds.length > 0 ? pick(grounds).id : random() < 0.8 ? NO_GROUND : "";
      events.push({ event: "refused", at: done, reason });
    }
    if (random() < 0.1)
      events.push({
        event: "documents-requested",
        at: start + upTo(7200) * SECOND,
        document: random() < 0.5 && documents.length > 0 ? pick(documents).document! : EXTRA_DOCUMENT,
      });
    for (const rule of deadlinesOf(book)) {
      const between = eventsOf(rule);
      if (between === undefined || rule.subject === "service" || !isFor(rule, channel)) continue;
      if (rule.subject === "waiting" && random() < 0.6 && rule.unit === "minute")
        events.push({
          event: between.from,
          at: start - rule.amount * MINUTE + pick([0, -SECOND, SECOND, -HOUR]),
        });
      if (rule.subject === "waiting" || random() > 0.15) continue;
      const there = events.find(({ event }) => event === between.from)?.at;
      const filed = there ?? Math.max(start, done) + DAY + upTo(86_400) * SECOND;
      if (there === undefined) events.push({ event: between.from, at: filed });
      const answer = due(filed, counted(rule, channel), table);
      const [to] = between.to;
      if (
        to === undefined ||
        answer.is === "unknown" ||
        random() < 0.2 ||
        events.some(({ event }) => event === to)
      )
        continue;
      events.push({
        event: to,
        at: Math.max(
          filed,
          answer.due + [0, SECOND, -upTo(7200) * SECOND, upTo(9 * 86_400) * SECOND][upTo(4)]!,
        ),
      });
    }
    events.sort((a, b) => a.at - b.at);
    const id = `${book.id}#${number}`;
    yield {
      id,
      channel,
      provider: `clinic-${1 + upTo(5)}`,
      events,
      truth: [...truthOf(atWork, channel, events, making.now), ...straddles(events, making.ends)].sort(),
    };
  }
}

function channelsFor({ book }: BookAtWork): readonly Channel[] {
  const named = book.rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : []));
  return named.length > 0 ? [...new Set(named)] : CHANNELS;
}

/** A term as it is counted: a rollover or cutoff is for requests, and moves nothing else. */
const counted = (rule: DeadlineRule, channel: Channel): Term => ({
  ...termOf(rule, channel),
  startMoves: eventsOf(rule)?.from === "submitted",
});

const isFor = (rule: DeadlineRule, channel: Channel): boolean => channelsOf(rule)?.includes(channel) ?? true;

/** What must be found in a case: each deadline by the library, one at a time; the rest by looking at each event. */
function truthOf(
  atWork: BookAtWork,
  channel: Channel,
  events: readonly MadeEvent[],
  now: number | undefined,
): string[] {
  const found: string[] = [];
  for (const rule of deadlinesOf(atWork.book))
    if (isFor(rule, channel)) found.push(...deadlineTruth(atWork, rule, channel, events, now));
  return [
    ...found,
    ...hoursTruth(atWork, channel, events),
    ...intakeTruth(atWork, channel, events),
    ...refusalTruth(atWork, channel, events),
    ...documentTruth(atWork, channel, events),
  ].sort();
}

const straddles = (events: readonly MadeEvent[], ends: number | undefined): string[] =>
  ends !== undefined && events.some(({ at }) => at >= ends) ? [tell("", "straddles-versions")] : [];

const tell = (rule: string | undefined, outcome: string, reason = ""): string =>
  `${rule ?? ""}|${outcome}|${reason}`;

function deadlineTruth(
  { timetable, usual }: BookAtWork,
  rule: DeadlineRule,
  channel: Channel,
  events: readonly MadeEvent[],
  now: number | undefined,
): string[] {
  const between = eventsOf(rule);
  if (between === undefined) return [];
  const starts = events.filter(({ event }) => event === between.from).map(({ at }) => at);
  const judged = rule.subject === "service" || rule.subject === "waiting" ? starts.slice(0, 1) : starts;
  const stops = events.filter(({ event }) => event === "suspended").map(({ at }) => at);
  const goes = events.filter(({ event }) => event === "resumed").map(({ at }) => at);
  const suspensions = stops.map((from) => ({ from, until: goes.find((at) => at >= from) ?? Infinity }));
  const open = suspensions.find(({ until }) => until === Infinity);
  const none = events.find(({ event }) => between.to.includes(event));
  const queued = rule.subject !== "waiting" || channel === "provider" || channel === "corporation";
  if (judged.length === 0)
    return none === undefined || !queued ? [] : [tell(rule.id, "cannot-be-told", "no-start")];
  const first = judged[0] ?? 0;
  const many = rule.subject !== "service" && rule.subject !== "waiting";
  const early = many && none !== undefined && none.at < first;
  const answered = events.some(({ event, at }) => between.to.includes(event) && at >= judged.at(-1)!);
  const orphan = early && answered ? [tell(rule.id, "cannot-be-told", "no-start")] : [];
  const told = judged.map((start) => {
    const done = events.find(({ event, at }) => between.to.includes(event) && at >= start)?.at;
    const maybe = events.find(({ event, at }) => event === between.maybe?.event && at >= start)?.at;
    // What was answered runs no more, and nothing stands still.
    const running = suspensions.filter(({ from }) => done === undefined || from < done);
    const dueBy = (table: ReturnType<typeof timetable>): Due | string => {
      const closed = running.filter(({ until }) => until < Infinity);
      const limit = due(start, counted(rule, channel), table, closed);
      if (limit.is === "unknown") return limit.because;
      return running.some(({ from, until }) => until === Infinity && from < limit.due) ? "stopped" : limit;
    };
    // An end that nothing opened may be that of a start that has none.
    if (early && done === undefined) return tell(rule.id, "cannot-be-told", "order");
    const limit = dueBy(timetable(channel));
    if (limit === "stopped") return tell(rule.id, done === undefined ? "running" : "met", "suspended");
    if (typeof limit === "string") return tell(rule.id, "cannot-be-told", limit);
    // Answered in time and not forwarded: the complaint may have been met in full.
    if ((done ?? Infinity) > limit.due && maybe !== undefined && maybe <= limit.due)
      return tell(rule.id, "cannot-be-told", "maybe-satisfied");
    const at = done ?? now;
    if (done === undefined && (at === undefined || at <= limit.due))
      return tell(rule.id, "running", open === undefined ? "" : "suspended");
    if (at! <= limit.due) return tell(rule.id, "met");
    const latest = dueBy(usual(channel));
    const unknown = timetable(channel).hours === undefined && channel !== "portal" && rule.clock !== "wall";
    const byHours = unknown && (rule.unit === "minute" || rule.unit === "hour" || rule.unit === "second");
    if (byHours && (latest === "stopped" || (typeof latest !== "string" && at! <= latest.due)))
      return tell(rule.id, "cannot-be-told", "hours-unknown");
    return tell(rule.id, done === undefined ? "overdue" : "late");
  });
  return [...orphan, ...told];
}

/** Index of the day of an instant among a timetable's. */
const indexOf = (table: Timetable, at: number): number => localDay(table.zone, at) - table.first;

/** The weekday whose rules a day has: a worked day off has those of the day it replaces. */
function weekdayAt(table: Timetable, at: number): Weekday {
  const day = dayAt(localDay(table.zone, at));
  const worked = table.calendar?.weeks[table.week].worked.get(day);
  return worked === undefined ? weekdayOf(day) : weekdayOf(worked.instead);
}

function hoursTruth(
  { book, timetable }: BookAtWork,
  channel: Channel,
  events: readonly MadeEvent[],
): string[] {
  const table = timetable(channel);
  if (!["provider", "phone", "corporation"].includes(channel) || table.hours === undefined) return [];
  const who = channel === "corporation" ? "corporation" : "provider";
  const rules = book.rules
    .filter((each) => each.kind === "hours")
    .filter((each) => each.who === who && each.judges !== false);
  const ruleAt = (at: number): string | undefined =>
    (rules.find(({ days }) => days?.includes(weekdayAt(table, at)) ?? true) ?? rules[0])?.id;
  return events
    .filter(({ event, at }) => (WORK.has(event) || event.startsWith("step:")) && !isOpen(at))
    .map(({ at }) => tell(ruleAt(at), "outside-hours"));
  function isOpen(at: number): boolean {
    const index = indexOf(table, at);
    return intervalsOf(table, index).some(
      ({ from, until }) => clockInstant(table, index, from) <= at && at <= clockInstant(table, index, until),
    );
  }
}

function intakeTruth(
  { book, timetable }: BookAtWork,
  channel: Channel,
  events: readonly MadeEvent[],
): string[] {
  const table = timetable(channel);
  const submitted = events.find(({ event }) => event === "submitted")!.at;
  const registered = events.find(({ event }) => event === "registered")?.at;
  if (!table.moves) return [];
  const covering = <K extends "cutoff" | "rollover">(kind: K): (Rule & { kind: K })[] =>
    book.rules.filter(
      (rule): rule is Rule & { kind: K } =>
        rule.kind === kind && rule.judges !== false && (!("channel" in rule) || rule.channel === channel),
    );
  const cutoffs = covering("cutoff");
  const weekday = weekdayAt(table, submitted);
  const ofCutoff = (cutoffs.find(({ days }) => days?.includes(weekday) ?? true) ?? cutoffs[0])?.id;
  const index = indexOf(table, submitted);
  const cutoff = table.cutoffs[index] ?? 1440;
  const desk = ["provider", "phone", "corporation"].includes(channel);
  const open = table.working[index] === 1 && (table.hours === undefined || table.pattern[index] !== 0);
  const isLate = cutoff < 1440 && submitted > clockInstant(table, index, cutoff);
  if (desk && open && isLate) return [tell(ofCutoff, "after-cutoff")];
  const begins = effectiveStart(submitted, table);
  // What is registered on the day that it moves to, even before opening, has been put off to that day.
  const moved = localDay(table.zone, begins) > localDay(table.zone, submitted);
  if (registered === undefined || !moved || localDay(table.zone, registered) >= localDay(table.zone, begins))
    return [];
  // A cutoff speaks of the days that it names, and not of days off.
  if (!open && covering("rollover").length === 0) return [];
  const closes = table.hours === undefined ? 1440 : (table.closes[index] ?? 1440);
  const beforeClosing = open && submitted < clockInstant(table, index, closes);
  return [tell(beforeClosing ? ofCutoff : (covering("rollover")[0]?.id ?? ofCutoff), "not-rolled-over")];
}

/** A book that has no rule of a kind, and points to none, says nothing of it. */
const silent = (atWork: BookAtWork, kind: "refusal" | "document"): boolean =>
  !lacks(atWork, kind) && !atWork.book.rules.some((rule) => rule.kind === kind);

const lacks = ({ book }: BookAtWork, kind: string): boolean =>
  book.notHeld?.some(({ kinds }) => kinds.includes(kind)) ?? false;

/** Whether a ground is one in a channel: by its own channel, or by those that its condition names. */
function isGroundIn({ channel, when }: RefusalRule, asked: Channel): boolean {
  const parts = when !== undefined && "all" in when ? when.all : [];
  const others = parts.some(
    (part) =>
      "fact" in part && part.fact === "channel" && Array.isArray(part.value) && !part.value.includes(asked),
  );
  return (channel ?? asked) === asked && !others;
}

function refusalTruth(atWork: BookAtWork, channel: Channel, events: readonly MadeEvent[]): string[] {
  if (silent(atWork, "refusal")) return [];
  const grounds = atWork.book.rules.filter((rule) => rule.kind === "refusal");
  return events.flatMap(({ event, reason }) => {
    if (event !== "refused") return [];
    if (reason === "") return [tell("", "cannot-be-told", "no-ground-given")];
    const named = grounds.find(({ id }) => id === reason);
    if (named === undefined && lacks(atWork, "refusal")) return [tell("", "cannot-be-told", "not-held")];
    return named !== undefined && isGroundIn(named, channel) ? [] : [tell("", "unknown-ground", reason)];
  });
}

function documentTruth(atWork: BookAtWork, channel: Channel, events: readonly MadeEvent[]): string[] {
  if (silent(atWork, "document")) return [];
  const listed = atWork.book.rules.filter(
    (rule): rule is DocumentRule => rule.kind === "document" && (channelsOf(rule)?.includes(channel) ?? true),
  );
  return events
    .filter(
      ({ event, document }) =>
        event === "documents-requested" && !listed.some((rule) => rule.document === document),
    )
    .map(({ document }) =>
      lacks(atWork, "document")
        ? tell("", "cannot-be-told", "not-held")
        : tell("", "unlisted-document", document),
    );
}

const EVENTS = [
  "submitted",
  "registered",
  "result-issued",
  "refused",
  "documents-requested",
  "suspended",
  "resumed",
];

/** The mapping of the logs made here from a rulebook. */
export function madeMapping({ book }: BookAtWork): WholeMapping {
  const own = deadlinesOf(book).flatMap((rule) => {
    const between = eventsOf(rule);
    // The log does not tell a complaint that was met in full from one that was answered.
    return between === undefined
      ? []
      : [between.from, ...between.to.filter((to) => to !== "complaint-satisfied")];
  });
  const columns = {
    case: "case",
    activity: "activity",
    time: "time",
    service: "service",
    channel: "channel",
    provider: "provider",
    reason: "reason",
    document: "document",
  };
  return { columns, events: Object.fromEntries([...EVENTS, ...own].map((event) => [event, event])) };
}

export const MADE_HEADER = "case,activity,time,service,channel,provider,reason,document\n";

/** The lines of a made-up case. */
export const linesOf = ({ id, channel, provider, events }: MadeCase, service: string): string =>
  events
    .map(
      ({ event, at, reason = "", document = "" }) =>
        `${id},${event},${iso(at)},${service},${channel},${provider},${reason},${document}\n`,
    )
    .join("");

const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
