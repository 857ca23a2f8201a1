import type { Readable } from "node:stream";

/**
 * What arrives of a stream, piece by piece, as it is asked for. Whoever watches the time may have it end: an end of the stream itself would
 * take the connection with it, on which the answer is still to go out.
 */
export class Arriving {
  #wake: (() => void) | undefined;
  #error: Error | undefined;
  #isOver = false;

  constructor(private readonly stream: Readable) {
    stream.on("readable", this.#look);
    stream.on("end", this.#end);
    stream.on("close", this.#end);
    stream.on("error", this.giveUp);
  }

  /** Whether somebody waits for a piece that has not arrived. */
  get isAwaited(): boolean {
    return this.#wake !== undefined;
  }

  /** Whether it ends before its end. */
  get isGivenUp(): boolean {
    return this.#error !== undefined;
  }

  /** The next piece; none after the end. Throws what it was given up for. */
  async next(): Promise<Buffer | undefined> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      const piece = this.stream.read() as Buffer | null;
      if (piece !== null) return piece;
      if (this.#isOver) return undefined;
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  /** Nothing more is taken: who waits gets this error. */
  readonly giveUp = (error: Error): void => {
    this.#error ??= error;
    this.#look();
  };

  readonly #end = (): void => {
    if (!this.stream.readableEnded) this.#error ??= new Error("the stream broke off");
    this.#isOver = true;
    this.#look();
  };

  readonly #look = (): void => {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  };
}
