import { daysAfter } from "../model/iso-day.ts";

/** A stretch of a line of values on which no comparison changes: a sample of it, and where it ends if it is no point. */
export interface Stretch<T> {
  readonly sample: T;
  readonly from?: T;
  readonly to?: T;
}

/** What whole or other numbers between which comparisons change lie in. */
export function numberStretches(type: "integer" | "number", numbers: readonly number[]): Stretch<number>[] {
  const points =
    type === "integer" ? [...new Set(numbers.flatMap((at) => [Math.floor(at), Math.ceil(at)]))] : numbers;
  const between = (a: number, b: number): number | undefined =>
    type === "number" ? (a + b) / 2 : b - a > 1 ? a + 1 : undefined;
  return stretches(
    points,
    (at) => at - 1,
    between,
    (at) => at + 1,
  );
}

/** The same of days, `YYYY-MM-DD`. */
export const dateStretches = (dates: readonly string[]): Stretch<string>[] =>
  stretches(
    dates,
    () => "0001-01-01",
    (a, b) => (dayAfter(a) < b ? dayAfter(a) : undefined),
    dayAfter,
  );

const dayAfter = (iso: string): string => daysAfter(iso, 1);

/** The points and what lies before, between and after them. */
function stretches<T>(
  points: readonly T[],
  before: (at: T) => T,
  between: (a: T, b: T) => T | undefined,
  after: (at: T) => T,
): Stretch<T>[] {
  const [first] = points;
  if (first === undefined) return [];
  const rest = points.flatMap((at, index): Stretch<T>[] => {
    const next = points[index + 1];
    const sample = next === undefined ? after(at) : between(at, next);
    const gap = next === undefined ? { from: at } : { from: at, to: next };
    return [{ sample: at, from: at, to: at }, ...(sample === undefined ? [] : [{ sample, ...gap }])];
  });
  return [{ sample: before(first), to: first }, ...rest];
}
