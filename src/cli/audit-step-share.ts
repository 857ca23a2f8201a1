/**
 * What part of the judging each step takes, for the bar to guess by: measured on four million events of one rulebook in
 * CSV (two processors, 2 GB). A step that is not here is taken to be short.
 */
export const STEP_SHARE: Readonly<Record<string, number>> = {
  duplicates: 0.53,
  log_case: 0.07,
  judged_case: 0.03,
  span: 0.02,
  suspension_event: 0.007,
  suspension: 0.005,
  begun: 0.03,
  suspension_chain: 0.007,
  shift: 0.018,
  term_due: 0.02,
  verdict: 0.09,
  stood_still: 0.024,
  lateness: 0.027,
  deadline_finding: 0.039,
  outside_hours: 0.041,
  intake_finding: 0.005,
  refused_row: 0.004,
  check_finding: 0.005,
  summary: 0.018,
};
