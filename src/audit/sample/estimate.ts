import { exactBounds, type Bounds } from "../../chance/chance.ts";
import type { Estimate, Stratum } from "../../model/sample.ts";

/** A stratum with what somebody has found in the cases drawn of it. */
export interface CheckedStratum extends Stratum {
  readonly checked: number;
  readonly wrong: number;
}

/**
 * What a checked sample says of all cases that it was drawn from: the share that the audit is wrong about. Within a stratum
 * the bounds are exact (Clopper & Pearson 1934); of all they are those of a sample of the size that tells as much as this one
 * does with its strata (Korn & Graubard 1998). Where a stratum has nothing checked, nothing is said of all.
 */
export function estimateOf(strata: readonly CheckedStratum[], confidence: number): Estimate {
  const cases = sum(strata.map((one) => one.cases));
  const checked = sum(strata.map((one) => one.checked));
  return {
    confidence,
    strata: strata.map((one) => ({
      ...one,
      ...boundsOf(one, confidence),
    })),
    wrong:
      strata.some((one) => one.checked === 0 && one.cases > 0) || cases === 0
        ? null
        : ofAll(strata, cases, confidence),
    cases,
    checked,
    notChecked: sum(strata.map(({ drawn, checked: done }) => drawn - done)),
  };
}

function boundsOf({ cases, checked, wrong }: CheckedStratum, confidence: number): Bounds {
  if (checked === 0) return { from: 0, to: 1 };
  if (checked >= cases) return { from: wrong / cases, to: wrong / cases };
  return exactBounds({ seen: wrong, all: checked }, confidence);
}

function ofAll(
  strata: readonly CheckedStratum[],
  cases: number,
  confidence: number,
): NonNullable<Estimate["wrong"]> {
  const checked = sum(strata.map((one) => one.checked));
  const share = sum(strata.map((one) => (one.cases / cases) * (one.wrong / Math.max(1, one.checked))));
  const variance = sum(
    strata.map((one) => {
      const own = one.wrong / Math.max(1, one.checked);
      const left = 1 - one.checked / Math.max(1, one.cases);
      return (one.cases / cases) ** 2 * left * ((own * (1 - own)) / Math.max(1, one.checked - 1));
    }),
  );
  if (strata.every((one) => one.checked >= one.cases)) return { share, from: share, to: share };
  // Strata in which all or none are wrong show no variance; the sample never tells more than its size would.
  const worth = variance === 0 ? checked : Math.min((share * (1 - share)) / variance, checked);
  return { share, ...exactBounds({ seen: share * worth, all: worth }, confidence) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
