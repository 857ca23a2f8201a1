import type { ChangeCode, Gains } from "../model/change.ts";
import type { ClockTime, CutoffRule, HoursRule, Weekday } from "../model/rule.ts";
import { channelChange } from "./compare-channels.ts";
import { eventsChange } from "./compare-events.ts";
import { compareLengths } from "./compare-lengths.ts";
import { fieldChange, type Difference } from "./difference.ts";
import { FOR_APPLICANT, FOR_PROVIDER, MIXED, together, UNCLEAR } from "./gains.ts";
import { DAY_MINUTES } from "../model/time-units.ts";

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** `HH:MM` as minutes of the day; undefined for what is no time. */
function minutesOf(time: ClockTime | undefined): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})$/u.exec(time ?? "");
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

type Intervals = readonly (readonly [number, number])[];

/** When a rule opens on one day, as minutes; the break cuts the interval in two. */
function openOn(rule: HoursRule, day: Weekday): Intervals {
  if (rule.days !== undefined && !rule.days.includes(day)) return [];
  if (rule.roundTheClock === true) return [[0, DAY_MINUTES]];
  const [open, close] = [minutesOf(rule.open), minutesOf(rule.close)];
  if (open === undefined || close === undefined) return [];
  const [from, until] = [minutesOf(rule.break?.[0]), minutesOf(rule.break?.[1])];
  return from === undefined || until === undefined
    ? [[open, close]]
    : [
        [open, from],
        [until, close],
      ];
}

/** The open minutes of a week under some rules, by day: the same timetable however many rules tell it. */
export function timetable(rules: readonly HoursRule[]): string {
  const days = WEEK.map((day) =>
    rules.flatMap((rule) => openOn(rule, day).map((interval) => `${interval.join("-")}${exclusion(rule)}`)),
  );
  return JSON.stringify(days.map((intervals) => [...new Set(intervals)].sort()));
}

const exclusion = (rule: HoursRule): string => (rule.holidaysExcluded === true ? "h" : "");

/** Longer hours are better for the applicant, shorter ones for the provider; holidays excluded are shorter hours. */
export function compareHours(old: HoursRule, now: HoursRule): Difference | undefined {
  const fields = [
    ...fieldChange("who", old.who, now.who),
    ...fieldChange("days", old.days, now.days),
    ...fieldChange("open", old.open, now.open),
    ...fieldChange("close", old.close, now.close),
    ...fieldChange("break", old.break, now.break),
    ...fieldChange("roundTheClock", old.roundTheClock ?? false, now.roundTheClock ?? false),
    ...fieldChange("holidaysExcluded", old.holidaysExcluded ?? false, now.holidaysExcluded ?? false),
  ];
  if (fields.length === 0) return undefined;
  const gained = WEEK.some((day) => outside(openOn(now, day), openOn(old, day)));
  const lost = WEEK.some((day) => outside(openOn(old, day), openOn(now, day)));
  const [more, less] = [
    gained || (old.holidaysExcluded === true && now.holidaysExcluded !== true),
    lost || (old.holidaysExcluded !== true && now.holidaysExcluded === true),
  ];
  return { code: hoursCode(more, less), fields, gains: hoursGains(more, less) };
}

/** Whether any minute of `ours` is not covered by `theirs`. */
function outside(ours: Intervals, theirs: Intervals): boolean {
  return ours.some(([from, until]) => {
    let at = from;
    for (const [start, end] of [...theirs].sort((a, b) => a[0] - b[0]))
      if (start <= at) at = Math.max(at, end);
    return at < until;
  });
}

const hoursCode = (more: boolean, less: boolean): ChangeCode =>
  more === less ? "hours-changed" : more ? "hours-extended" : "hours-cut";

const hoursGains = (more: boolean, less: boolean): Gains =>
  more === less ? (more ? MIXED : UNCLEAR) : more ? FOR_APPLICANT : FOR_PROVIDER;

/** A later cutoff is better for the applicant; `before` counts where there is no time. */
export function compareCutoffs(old: CutoffRule, now: CutoffRule): Difference | undefined {
  const when = [...fieldChange("time", old.time, now.time), ...fieldChange("before", old.before, now.before)];
  const days = fieldChange("days", old.days, now.days);
  const scopes = [channelChange(old, now), eventsChange(old, now)].filter(({ fields }) => fields.length > 0);
  const fields = [...when, ...days, ...scopes.flatMap((scope) => scope.fields)];
  if (fields.length === 0) return undefined;
  const later = laterBy(old, now);
  return {
    code:
      later === undefined || later === 0 ? "cutoff-changed" : later > 0 ? "cutoff-later" : "cutoff-earlier",
    fields,
    gains: together([
      ...(when.length === 0
        ? []
        : [later === undefined || later === 0 ? UNCLEAR : later > 0 ? FOR_APPLICANT : FOR_PROVIDER]),
      ...(days.length === 0 ? [] : [UNCLEAR]),
      ...scopes.map((scope) => scope.gains),
    ]),
  };
}

function laterBy(old: CutoffRule, now: CutoffRule): number | undefined {
  const [before, after] = [minutesOf(old.time), minutesOf(now.time)];
  if (before !== undefined && after !== undefined && before !== after) return after - before;
  if (old.before === undefined || now.before === undefined) return undefined;
  return compareLengths(old.before, now.before);
}
