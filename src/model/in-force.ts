import { daysAfter } from "./iso-day.ts";

/** A date (`YYYY-MM-DD`), `unknown`, or a date that is assumed and says why. */
export type ValidityDate =
  | string
  | {
      readonly assumed: string;
      /** First day on which no doubt is left: from `assumed` until then it is a perhaps. Absent: doubt stays. */
      readonly surely?: string;
      readonly why: string;
    };

/** When a version is in force. The interval is half-open, as spans are. */
export interface InForce {
  /** First day in force. */
  readonly from: ValidityDate;
  /** First day on which it is no longer in force; `null`: no end is known. */
  readonly until: ValidityDate | null;
  /** Day of the act itself: before it the version cannot have been in force, whatever `from` turns out to be. */
  readonly adopted?: string;
  /**
   * Calendar days that have to pass after its first official publication before it takes effect, as its own words say.
   * Published it was on the day of the act at the earliest: these days are no perhaps.
   */
  readonly entersAfterDays?: number;
  /** Day of the act that repealed it: whatever `until` turns out to be, on that day it was in force. */
  readonly repealed?: string;
  /** The same days of the act that repealed it: until they have passed since that day it surely is in force. */
  readonly repealedAfterDays?: number;
}

/** Whether a version is in force: surely, perhaps, or not. */
export type Standing = "in-force" | "perhaps" | "not";

/** The days of a version, half-open, `YYYY-MM-DD`; `undefined`: no such day is known. */
export interface StandingDays {
  /** First day on which it can be in force. */
  readonly first: string | undefined;
  /** First day on which it surely is. */
  readonly surely: string | undefined;
  /** First day on which it perhaps is no longer in force. */
  readonly end: string | undefined;
  /** First day on which nobody is judged by it any more. */
  readonly over: string | undefined;
}

/** When a version judges, and how surely. One that says nothing of its validity judges whatever the date. */
export function standingDays(inForce: InForce | undefined): StandingDays {
  if (inForce === undefined) return { first: BEGINNING, surely: BEGINNING, end: undefined, over: undefined };
  const { from, until, adopted, entersAfterDays, repealed } = inForce;
  const effective = adopted === undefined ? undefined : daysAfterPublication(adopted, entersAfterDays);
  const known = dateOf(from);
  const first = isDate(from) ? later(known, adopted) : later(known, effective);
  // Nobody repeals what is not in force.
  const surely = isDate(from) ? first : (surelyBy(from) ?? repealed);
  return { first, surely, ...endOf(until, inForce) };
}

function endOf(
  until: InForce["until"],
  { repealed, repealedAfterDays }: InForce,
): Pick<StandingDays, "end" | "over"> {
  if (until === null) return { end: undefined, over: undefined };
  const known = dateOf(until);
  if (isDate(until)) return { end: known, over: known };
  const repeal = repealed === undefined ? undefined : daysAfterPublication(repealed, repealedAfterDays);
  const over = surelyBy(until) ?? known ?? (repeal === undefined ? undefined : daysAfter(repeal, MOST_DOUBT));
  return { end: repeal ?? (surelyBy(until) === undefined ? BEGINNING : known), over };
}

/** Before every day there is: an end that may have come at any time, or a beginning that no version lacks. */
const BEGINNING = "";

/** Days after which nobody is judged any more by what was repealed on a day that is not known: ours, no law's. */
const MOST_DOUBT = 365;

/**
 * First day on which an act takes effect that was published on the day on which it was made, the earliest there is: some
 * days after that have passed, the day of publication not counted; that day itself where its words name no days.
 */
const daysAfterPublication = (made: string, days: number | undefined): string =>
  days === undefined ? made : daysAfter(made, days + 1);

/** Whether a version was in force on a day. */
export const standingOn = (inForce: InForce | undefined, isoDay: string): Standing =>
  standingAmong(standingDays(inForce), isoDay);

/** The same of its days: in whatever they and the day are written, as long as it is in order. */
export function standingAmong<Day extends string | number>(
  { first, surely, end, over }: Readonly<Record<keyof StandingDays, Day | undefined>>,
  day: Day,
): Standing {
  if ((first !== undefined && day < first) || (over !== undefined && day >= over)) return "not";
  return surely !== undefined && day >= surely && (end === undefined || day < end) ? "in-force" : "perhaps";
}

/** The day of a validity date, known or assumed; undefined where it is unknown. */
export const dateOf = (date: ValidityDate): string | undefined =>
  typeof date === "object" ? date.assumed : isDate(date) ? date : undefined;

/** The day from which a validity date has surely come; undefined where no day is known on which it has. */
export const surelyBy = (date: ValidityDate): string | undefined =>
  typeof date === "object" ? date.surely : isDate(date) ? date : undefined;

const isDate = (date: ValidityDate): boolean => typeof date === "string" && date !== "unknown";

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
