import type { Timetable } from "./timetable.ts";
import { localDay } from "./zone-table.ts";

/** A stretch in which the clock stands still, `until` not included; epoch ms. */
export interface Suspension {
  readonly from: number;
  readonly until: number;
}

/** Days from first to last, both included, that hold suspended time. */
export interface SuspendedDays {
  readonly from: number;
  readonly to: number;
}

/** The suspensions in order, overlapping ones made one, empty ones left out. */
export function merged(suspensions: readonly Suspension[]): readonly Suspension[] {
  const out: { from: number; until: number }[] = [];
  for (const { from, until } of [...suspensions].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (until <= from) continue;
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else out.push({ from, until });
  }
  return out;
}

/**
 * The suspensions that a term meets, in order: what stops at or after its due time changes nothing, on its last day
 * too. `dueAfter` says when the term is due when only some of them, the first ones, stop it (epoch ms; NaN: not known).
 */
export function metByTerm(
  suspensions: readonly Suspension[],
  dueAfter: (some: readonly Suspension[]) => number,
): readonly Suspension[] {
  const all = merged(suspensions);
  const met: Suspension[] = [];
  for (const suspension of all) {
    if (suspension.from >= dueAfter(met)) break;
    met.push(suspension);
  }
  return met;
}

/** The days that hold any suspended time, as ranges in order and apart from one another. */
export function suspendedDays(
  suspensions: readonly Suspension[],
  table: Timetable,
): readonly SuspendedDays[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, until } of merged(suspensions)) {
    const first = localDay(table.zone, from);
    const to = localDay(table.zone, until - 1);
    const last = out.at(-1);
    if (last !== undefined && first <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from: first, to });
  }
  return out;
}

/** How many days after `after` and up to `until` are suspended; `count` says how many days of a range count. */
export function suspendedBetween(
  days: readonly SuspendedDays[],
  after: number,
  until: number,
  count: (from: number, to: number) => number,
): number {
  let sum = 0;
  for (const { from, to } of days) {
    const first = Math.max(from, after + 1);
    const last = Math.min(to, until);
    if (first <= last) sum += count(first, last);
  }
  return sum;
}

export const isSuspended = (days: readonly SuspendedDays[], day: number): boolean =>
  days.some(({ from, to }) => from <= day && day <= to);
