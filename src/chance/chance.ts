import jstat from "jstat";

const { jStat } = jstat;

/** The chance of at least `seen` of `all`, where each is one with this share: the upper tail of the binomial distribution. */
export function binomialAtLeast(seen: number, all: number, share: number): number {
  if (seen <= 0 || share >= 1) return 1;
  if (seen > all || share <= 0) return 0;
  const tail = jStat.ibeta(share, seen, all - seen + 1);
  return tail === false ? 1 : tail;
}

/** The chance of at least `seen`, where so many are to be expected: the upper tail of the Poisson distribution. */
export function poissonAtLeast(seen: number, expected: number): number {
  if (seen <= 0) return 1;
  return expected <= 0 ? 0 : jStat.lowRegGamma(seen, expected);
}

/** The chance of a sum of squares as large as this, with so many degrees of freedom (Pearson 1900). */
export const chiSquareAtLeast = (sum: number, degrees: number): number =>
  sum <= 0 ? 1 : Math.max(0, 1 - jStat.lowRegGamma(degrees / 2, sum / 2));

/** The natural logarithm of how many ways there are to take k of n. */
const choose = (n: number, k: number): number =>
  jStat.gammaln(n + 1) - jStat.gammaln(k + 1) - jStat.gammaln(n - k + 1);

/** The chance that none of the marked ones is among so many drawn of all. */
export const hypergeometricNone = (all: number, marked: number, drawn: number): number =>
  drawn > all - marked ? 0 : Math.exp(choose(all - marked, drawn) - choose(all, drawn));

/** Terms of a sum that change nothing in it any more. */
const NEGLIGIBLE = 1e-18;

/** So many with a mark among all of a group. */
export interface Marked {
  readonly seen: number;
  readonly all: number;
}

/**
 * The chance that so many of a group or more have a mark, were it no likelier there than in the other group (Fisher's exact
 * test, one-sided).
 */
export function fisherAtLeast(group: Marked, other: Marked): number {
  const marked = group.seen + other.seen;
  const all = group.all + other.all;
  const most = Math.min(group.all, marked);
  const least = Math.max(0, marked - other.all);
  if (group.seen <= least) return 1;
  const whole = choose(all, marked);
  let term = Math.exp(choose(group.all, group.seen) + choose(other.all, marked - group.seen) - whole);
  let sum = 0;
  for (let k = group.seen; k <= most; k += 1) {
    sum += term;
    term *= ((group.all - k) * (marked - k)) / ((k + 1) * (other.all - marked + k + 1));
    if (term < sum * NEGLIGIBLE) break;
  }
  return Math.min(1, sum);
}

/**
 * Chances when so many questions were asked at once (Holm 1979): the one of each as it counts then, in the order given. The
 * chance that any of those at or below a bound is there by chance is at most that bound.
 */
export function holm(chances: readonly number[]): readonly number[] {
  const order = chances.map((chance, index) => ({ chance, index })).sort((a, b) => a.chance - b.chance);
  const told = new Array<number>(chances.length).fill(1);
  let least = 0;
  for (const [rank, { chance, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, chance * (chances.length - rank)));
    told[index] = least;
  }
  return told;
}

/** Bounds of a share. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** The exact bounds of a share of which so many were seen (Clopper & Pearson 1934); `all` may be no whole number. */
export function exactBounds({ seen, all }: Marked, confidence: number): Bounds {
  const tail = (1 - confidence) / 2;
  return {
    from: seen <= 0 ? 0 : jStat.ibetainv(tail, seen, all - seen + 1),
    to: seen >= all ? 1 : jStat.ibetainv(1 - tail, seen + 1, all - seen),
  };
}

/** How many standard deviations around the middle hold this share of a normal distribution. */
export const deviationsFor = (confidence: number): number => jStat.normal.inv((1 + confidence) / 2, 0, 1);
