import type { CheckedStratum } from "./estimate.ts";

/** A line of a sample's file as it came back: of which stratum, and whether the audit was right there; nothing: not checked. */
export interface CheckedCase {
  readonly stratum: string;
  readonly cases: number;
  readonly drawn: number;
  readonly right: boolean | undefined;
}

/** Checked cases put together by stratum, in the order of the file. */
export function checkedStrata(cases: readonly CheckedCase[]): readonly CheckedStratum[] {
  const strata = new Map<string, CheckedStratum>();
  for (const { stratum, cases: all, drawn, right } of cases) {
    const known = strata.get(stratum) ?? { stratum, cases: all, drawn, checked: 0, wrong: 0 };
    strata.set(stratum, {
      ...known,
      checked: known.checked + (right === undefined ? 0 : 1),
      wrong: known.wrong + (right === false ? 1 : 0),
    });
  }
  return [...strata.values()];
}
