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
  /** Day of the act that repealed it: where `until` is unknown, nobody is judged by it from that day on. */
  readonly repealed?: string;
}

/** The days on which a version can judge, and whether it then surely is in force; half-open, `undefined`: no bound. */
export interface Standing {
  readonly first: string | undefined;
  readonly end: string | undefined;
  /** `perhaps`: a bound is unknown or assumed, and it matters that it is. */
  readonly standing: "in-force" | "perhaps";
}

/** When a version judges. One that says nothing of its validity judges whatever the date. */
export function standingOf(inForce: InForce | undefined): Standing {
  if (inForce === undefined) return { first: undefined, end: undefined, standing: "in-force" };
  const { from, until, adopted, repealed } = inForce;
  const first = dateOf(from);
  const end = until === null ? undefined : (dateOf(until) ?? repealed);
  const isSure = isDate(from) && (until === null || isDate(until) || repealed !== undefined);
  return {
    first: first === undefined || (adopted !== undefined && adopted > first) ? adopted : first,
    end,
    standing: isSure ? "in-force" : "perhaps",
  };
}

/** Whether a version was in force on a day: surely, perhaps, or not. */
export function standingOn(inForce: InForce | undefined, isoDay: string): "in-force" | "perhaps" | "not" {
  const { first, end, standing } = standingOf(inForce);
  if (first !== undefined && isoDay < first) return "not";
  return end !== undefined && isoDay >= end ? "not" : standing;
}

/** The day of a validity date, known or assumed; undefined where it is unknown. */
export const dateOf = (date: ValidityDate): string | undefined =>
  typeof date === "object" ? date.assumed : isDate(date) ? date : undefined;

/** The day from which a validity date has surely come; undefined where no day is known on which it has. */
export const surelyBy = (date: ValidityDate): string | undefined =>
  typeof date === "object" ? date.surely : isDate(date) ? date : undefined;

const isDate = (date: ValidityDate): boolean => typeof date === "string" && date !== "unknown";
