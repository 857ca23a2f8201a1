/** Units of a term, as the law names them. `day` is a *күн* that the text does not qualify; `same-day` has amount 0. */
export const UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "calendar-day",
  "working-day",
  "week",
  "month",
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
