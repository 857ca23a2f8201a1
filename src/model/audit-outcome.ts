/** Outcomes in the order in which they are told: of deadlines, then of what else a case can break. */
export const OUTCOMES = [
  "met",
  "late",
  "running",
  "overdue",
  "cannot-be-told",
  "outside-hours",
  "after-cutoff",
  "not-rolled-over",
  "unknown-ground",
  "unlisted-document",
  "groundless-refusal",
  "refused-without-reason",
  "asked-for-what-systems-give",
  "suspension-without-basis",
  "extension-without-basis",
  "longer-than-law",
  "straddles-versions",
] as const;
export type AuditOutcome = (typeof OUTCOMES)[number];

/** Outcomes that nobody has to look into. */
export const HARMLESS: ReadonlySet<AuditOutcome> = new Set(["met", "running", "straddles-versions"]);

/** Outcomes to look into by which nothing is broken yet: a deadline that is too long may be kept in the law's time. */
export const NO_BREACH: ReadonlySet<AuditOutcome> = new Set(["longer-than-law"]);
