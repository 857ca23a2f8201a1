/** Bounds of times in seconds: answers of a verdict take a few thousandths, a batch takes as long as its stream. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** How often something took how long. */
export class Histogram {
  /** How many lay below each bound and above the one before; last those above all. */
  readonly #counts: number[] = [...BOUNDS.map(() => 0), 0];
  #sum = 0;

  add(seconds: number, times = 1): void {
    let index = 0;
    while (index < BOUNDS.length && seconds > (BOUNDS[index] ?? 0)) index += 1;
    this.#counts[index] = (this.#counts[index] ?? 0) + times;
    this.#sum += seconds * times;
  }

  count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** Its lines in the text exposition format; `labels` as `a="b",c="d"`. */
  lines(name: string, labels: string): string[] {
    let below = 0;
    const buckets = BOUNDS.map((bound, index) => {
      below += this.#counts[index] ?? 0;
      return `${name}_bucket{${labels},le="${bound}"} ${below}`;
    });
    const count = this.count();
    return [
      ...buckets,
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${this.#sum}`,
      `${name}_count{${labels}} ${count}`,
    ];
  }
}
