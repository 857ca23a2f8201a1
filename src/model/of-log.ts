/** That a rule is the deadline which a log itself carries in a column, and of no book. */
export interface OfLog {
  /** The column says when it is due, or in how many days. */
  readonly carries: "due" | "days";
  /** What it is called, by language. */
  readonly cites: Readonly<Record<string, string>>;
}
