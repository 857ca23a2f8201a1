/**
 * Work on what arrives in the same turn of the event loop, done together at its end, step by step: with the processor's
 * caches warm from the one before, each after the first costs a third. What arrives alone waits for nobody; what is more
 * than can be done in one go is left for the next turn, so that others are heard between.
 */
export class Together<Item> {
  #waiting: Item[] = [];
  /** How much work each of those waiting is. */
  #weights: number[] = [];

  constructor(
    private readonly work: (items: readonly Item[]) => void,
    private readonly mostAtOnce: number,
  ) {}

  add(item: Item, weight: number): void {
    this.#weights.push(weight);
    if (this.#waiting.push(item) === 1) setImmediate(this.#begin);
  }

  readonly #begin = (): void => {
    const [items, weights] = [this.#waiting, this.#weights];
    let count = 0;
    for (let left = this.mostAtOnce; count < items.length && left > 0; count += 1)
      left -= weights[count] ?? 0;
    this.#waiting = items.slice(count);
    this.#weights = weights.slice(count);
    if (this.#waiting.length > 0) setImmediate(this.#begin);
    this.work(count === items.length ? items : items.slice(0, count));
  };
}

/**
 * One step of work on all items, before the next step is taken for any of them: nor does a step then find the caches cold
 * from the others. What a step throws stands in the place of its result, and later steps leave it as it is.
 */
export function stepForAll<Item, Result>(
  items: readonly (Item | Error)[],
  step: (item: Item) => Result,
): (Result | Error)[] {
  return items.map((item) => (item instanceof Error ? item : tried(() => step(item))));
}

/** The result of work, or what it threw. */
export function tried<Result>(work: () => Result): Result | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error("something was thrown that is no error");
  }
}
