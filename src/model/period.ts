/** The days of an audit, whole ones on the log's clock, first and last included, and the event by which a case is of them. */
export interface Period {
  /** ISO days; null: from the beginning, to the end. */
  readonly from: string | null;
  readonly until: string | null;
  /** The first of these in a case says when the case was. */
  readonly by: readonly string[];
}

/** A period, and what of the log lies outside of it and was not judged. */
export interface AuditPeriod extends Period {
  /** Whose clock says when a day begins. */
  readonly zone: string;
  /** Cases before and after it, and those that have none of its events. */
  readonly cases: { readonly before: number; readonly after: number; readonly without: number };
  /** Rows of those cases. */
  readonly rows: number;
}
