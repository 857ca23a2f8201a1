/** A date (`YYYY-MM-DD`), `unknown`, or a date that is assumed and says why. */
export type ValidityDate = string | { readonly assumed: string; readonly why: string };

/** When a version is in force. The interval is half-open, as spans are. */
export interface InForce {
  /** First day in force. */
  readonly from: ValidityDate;
  /** First day on which it is no longer in force; `null`: no end is known. */
  readonly until: ValidityDate | null;
  /** Day of the act itself: before it the version cannot have been in force, whatever `from` turns out to be. */
  readonly adopted?: string;
  /** Day of the act that repealed it: where `until` is unknown, nobody is judged by it from that day on. */
  readonly repealed?: string;
}

/**
 * Whether a version was in force on a day: surely, perhaps (a bound is unknown or assumed and the day lies where it
 * matters not that it is), or not. A version that says nothing of its validity judges whatever the date.
 */
export function standingOn(inForce: InForce | undefined, isoDay: string): "in-force" | "perhaps" | "not" {
  if (inForce === undefined) return "in-force";
  const { from, until, adopted, repealed } = inForce;
  if (adopted !== undefined && isoDay < adopted) return "not";
  const first = dateOf(from);
  if (first !== undefined && isoDay < first) return "not";
  const end = until === null ? undefined : (dateOf(until) ?? repealed);
  if (end !== undefined && isoDay >= end) return "not";
  const sure = isDate(from) && (until === null || isDate(until) || repealed !== undefined);
  return sure ? "in-force" : "perhaps";
}

/** The day of a validity date, known or assumed; undefined where it is unknown. */
export const dateOf = (date: ValidityDate): string | undefined =>
  typeof date === "object" ? date.assumed : isDate(date) ? date : undefined;

const isDate = (date: ValidityDate): boolean => typeof date === "string" && date !== "unknown";
