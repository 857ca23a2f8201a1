import { isoOf } from "../calendar/day.ts";
import { due as dueAt, type Due } from "../calendar/due.ts";
import { lateBy } from "../calendar/elapsed.ts";
import { explain } from "../calendar/explain.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { Calendars } from "../library/calendars.ts";
import { dueRequests, troubleOf, type DueRequest } from "../library/due-request.ts";
import { namedDay } from "../library/named-day.ts";
import { instantIn, parseTime } from "../library/parse-start.ts";
import type { DueLine } from "../model/due-line.ts";
import { lawOfDue } from "../library/law-of-due.ts";
import type { DueExplanation, LawOfDue } from "../model/due-explanation.ts";
import { Trouble } from "../model/trouble.ts";
import { attempt, refusedBySchema, type Result } from "./result.ts";
import { SECOND_MS } from "../model/time-units.ts";

/** What else is wanted of a term beside when it ends. */
export interface DueOptions {
  /** Also every day on the way, counted or not, and why. */
  readonly explain?: boolean;
  /** When it was done, `2025-03-18T18:30`, read as the start is: how late that is. */
  readonly done?: string;
  /** Count with what was known of the calendar on this day, `2024-06-01`; without it, with all that is known. */
  readonly asKnown?: string;
  /** A folder of calendars, `<country>/<year>.json`: countries are looked for there before those that Tarmaq brings. */
  readonly calendars?: string;
}

/** When a term ends. Instants are ISO with the offset of the provider's zone. */
export interface DueAnswer {
  /** From when the term runs: the event, or where a rollover or cutoff moved it to. */
  readonly start: string;
  /** Done exactly then is in time. */
  readonly due: string;
  /** The last day, `YYYY-MM-DD`: for a term that ends at 24:00 the day that ends then. */
  readonly dueDay: string;
  /** Where it was asked how late: `null` in time. */
  readonly late?: Late | null;
  /** What of the general law it rests on, where the term names a country's. */
  readonly law?: LawOfDue;
  /** Where it was asked for. */
  readonly explanation?: DueExplanation;
}

/** By how much something was late. */
export interface Late {
  /** Seconds by the clock on the wall. */
  readonly wall: number;
  /** Seconds of open time; `null` where no hours are known. */
  readonly working: number | null;
  /** Working days after the last day, up to and including the day done; `null` where no calendar tells. */
  readonly workingDays: number | null;
}

/**
 * When a term ends. Nothing is taken for granted: zone, hours, week and calendar are named with the term where they
 * matter. Without a calendar no day moves, and working days are a fault, as is a year that the calendar does not cover.
 * Calendars are read once.
 */
export function due(term: DueLine, options: DueOptions = {}): Result<DueAnswer> {
  const wrong = refusedBySchema("dueLine", term, "the term");
  if (wrong !== undefined) return wrong;
  return attempt("the term", () => answered(term, options));
}

function answered(line: DueLine, options: DueOptions): DueAnswer {
  const request = requestsBy(options)(line);
  const { explain: explained, done } = options;
  const { start, term, table } = request;
  const limit = dueAt(start, term, table);
  if (limit.is === "unknown") throw troubleOf(limit);
  return {
    start: isoInstant(table.zone, limit.start),
    due: isoInstant(table.zone, limit.due),
    dueDay: isoOf(limit.lastDay),
    ...(request.law === undefined ? {} : { law: lawOfDue(request, limit, request.law) }),
    ...(done === undefined ? {} : { late: lateness(limit, done, request) }),
    ...(explained === true ? { explanation: explanationOf(request) } : {}),
  };
}

function explanationOf({ start, term, table }: DueRequest): DueExplanation {
  const explanation = explain(start, term, table);
  if ("is" in explanation) throw troubleOf(explanation);
  return explanation;
}

/** What makes requests of lines keeps calendars and timetables, so that one is kept for each way of asking. */
const makers = new Map<string, (line: DueLine) => DueRequest>();
const MOST_MAKERS = 16;

function requestsBy({ asKnown, calendars }: DueOptions): (line: DueLine) => DueRequest {
  const key = JSON.stringify([asKnown, calendars]);
  const there = makers.get(key);
  if (there !== undefined) return there;
  const known = asKnown === undefined ? undefined : namedDay(asKnown, "--as-known");
  const made = dueRequests(new Calendars({ asKnown: known, folder: calendars }));
  const [oldest] = makers.keys();
  if (makers.size >= MOST_MAKERS && oldest !== undefined) makers.delete(oldest);
  makers.set(key, made);
  return made;
}

function lateness(limit: Due, done: string, { table }: DueRequest): Late | null {
  const time = parseTime(done);
  if (time.is === "wrong")
    throw new Trouble(time.message, { place: "/done", wayOut: "Give it as 2025-03-17T10:00." });
  const late = lateBy(limit, instantIn(table.zone, time), table);
  if (late === undefined) return null;
  const { wall, open, workingDays } = late;
  return {
    wall: wall / SECOND_MS,
    working: open === undefined ? null : open / SECOND_MS,
    workingDays: workingDays ?? null,
  };
}
