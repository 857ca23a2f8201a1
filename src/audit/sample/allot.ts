/** Cases of a stratum that are drawn at least, where it has so many. */
const LEAST = 2;

/**
 * How many are drawn of each stratum, by its share of all cases (largest remainders), and two of each at least; never more
 * than it has. Where the strata alone ask for more than was wanted, there are more.
 */
export function allot(cases: readonly number[], wanted: number): readonly number[] {
  const all = cases.reduce((sum, count) => sum + count, 0);
  const size = Math.min(wanted, all);
  const exact = cases.map((count) => (all === 0 ? 0 : (count * size) / all));
  const drawn = exact.map((share, index) => Math.min(cases[index] ?? 0, Math.max(LEAST, Math.floor(share))));
  const rest = exact
    .map((share, index) => ({ index, rest: share - (drawn[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = size - drawn.reduce((sum, count) => sum + count, 0);
  for (let round = 0; left > 0 && round <= size; round += 1)
    for (const { index } of rest) {
      if (left <= 0 || (drawn[index] ?? 0) >= (cases[index] ?? 0)) continue;
      drawn[index] = (drawn[index] ?? 0) + 1;
      left -= 1;
    }
  return drawn;
}
