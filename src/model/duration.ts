/**
 * Units of a term, as the law names them. `day` is a *күн* that the text does not qualify, `full-day` a *тәулік*;
 * `same-day` has amount 0.
 */
export const UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "calendar-day",
  "working-day",
  "full-day",
  "week",
  "half-month",
  "month",
  "quarter",
  "half-year",
  "year",
  "same-day",
] as const;
export type Unit = (typeof UNITS)[number];

/** A length of time as the law states it; a unit never turns into another by accident. */
export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}

export const duration = (amount: number, unit: Unit): Duration => ({ amount, unit });

/** Months of the units that are months: the same day number so many on, or that month's last (Civil Code, art. 174). */
export const MONTHS: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

/** Days of the units that are days of a fixed number; half a month is 15 (Civil Code, art. 174). */
export const DAYS: Readonly<Partial<Record<Unit, number>>> = { week: 7, "half-month": 15 };
