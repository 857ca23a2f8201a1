/** Numbers that look drawn by lot and are the same every time. */
export class Lot {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** From 0 up to, and without, 1. */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  below(count: number): number {
    return Math.floor(this.number() * count);
  }
  chance(share: number): boolean {
    return this.number() < share;
  }
  one<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new RangeError("nothing to draw from");
    return found;
  }
}
