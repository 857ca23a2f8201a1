import type { Unkept } from "./unkept.ts";
import { unkeptBy } from "./unkept.ts";

interface Waiting<Entry> {
  readonly entry: Entry;
  readonly done: () => void;
  readonly failed: (error: Unkept) => void;
}

/** How entries get to where they are kept. */
export interface Writing<Entry> {
  /** What is written to, as it is called where it fails. */
  readonly place: string;
  /** Writes all of them or none, and resolves once a crash does not reach them. */
  readonly write: (entries: readonly Entry[]) => Promise<void>;
  /** Rejects while nothing can be kept. `hasFailed`: the last that was written could not be. */
  readonly probe: (hasFailed: boolean) => Promise<void>;
  readonly mostAtOnce?: number;
}

/** Keeps entries in the order in which they come; those that come while others are written are written together. */
export class WrittenTogether<Entry> {
  #waiting: Waiting<Entry>[] = [];
  #writing: Promise<void> | undefined;
  #failing: Unkept | undefined;
  #probing: Promise<void> | undefined;

  constructor(private readonly writing: Writing<Entry>) {}

  /** Rejects with `Unkept` where the entry is not kept. */
  keep(entry: Entry): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed });
      this.#writing ??= this.#writeWaiting();
    });
  }

  /** Why nothing can be kept at present; asking tries whether it can, once for all who ask meanwhile. */
  async trouble(): Promise<Unkept | undefined> {
    this.#probing ??= this.#probe().finally(() => (this.#probing = undefined));
    await this.#probing;
    return this.#failing;
  }

  /** Resolves once nothing waits. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #writeWaiting(): Promise<void> {
    const { place, write, mostAtOnce = Infinity } = this.writing;
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, mostAtOnce);
      try {
        await write(together.map(({ entry }) => entry));
        this.#failing = undefined;
        for (const { done } of together) done();
      } catch (error) {
        const unkept = (this.#failing = unkeptBy(error, place));
        for (const { failed } of together) failed(unkept);
      }
    }
    this.#writing = undefined;
  }

  async #probe(): Promise<void> {
    const { place, probe } = this.writing;
    try {
      await probe(this.#failing !== undefined);
      this.#failing = undefined;
    } catch (error) {
      this.#failing = unkeptBy(error, place);
    }
  }
}
