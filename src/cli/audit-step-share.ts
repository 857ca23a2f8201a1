/**
 * What share of the judging of a part each step takes, for the bar to guess by: measured on ten million events of one
 * rulebook in Parquet (two processors, 2 GB), with more for the reading of times, which text takes longer for. A step that
 * is not here is taken to be short.
 */
export const STEP_SHARE: Readonly<Record<string, number>> = {
  rows: 0.16,
  duplicates: 0.15,
  log_case: 0.19,
  judged_case: 0.03,
  kept_event: 0.07,
  suspension_event: 0.01,
  suspension: 0.015,
  hard_term: 0.035,
  term_shift: 0.01,
  hard_held: 0.01,
  hard_due: 0.015,
  hard_verdict: 0.02,
  stood_still: 0.01,
  deadline_finding: 0.16,
  outside_hours: 0.06,
  intake_finding: 0.01,
  refused_row: 0.01,
};
