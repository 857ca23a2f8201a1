import { MINUTE_MS } from "../../model/time-units.ts";
import { neighbourhood } from "../api/neighbourhood.ts";

/** So many wrong tokens in so long a time, and an address waits until the first of them is that old. */
const MOST = 10;
const WITHIN_MS = 10 * MINUTE_MS;
const MOST_ADDRESSES = 10_000;

/** Wrong tries to sign in, by the address they came from. */
export class Tries {
  readonly #wrong = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** How long an address has to wait before it may try, in ms. */
  wait(address: string): number {
    const wrong = this.#recent(neighbourhood(address));
    const first = wrong.at(-MOST);
    return first === undefined ? 0 : first + WITHIN_MS - this.now();
  }

  wrong(address: string): void {
    const from = neighbourhood(address);
    const times = [...this.#recent(from), this.now()];
    // The one that was wrong last stands last.
    this.#wrong.delete(from);
    this.#wrong.set(from, times);
    const [oldest] = this.#wrong.keys();
    if (this.#wrong.size > MOST_ADDRESSES && oldest !== undefined) this.#wrong.delete(oldest);
  }

  #recent(from: string): readonly number[] {
    return (this.#wrong.get(from) ?? []).filter((time) => this.now() - time < WITHIN_MS);
  }
}
