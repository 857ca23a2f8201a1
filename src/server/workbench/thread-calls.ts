import { Worker } from "node:worker_threads";
import type { ReviewOptions } from "./workbench.ts";

/** A request that a thread is to answer. */
export interface Asked {
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array | undefined;
  /** Where it came from, and whether by TLS. */
  readonly address: string;
  readonly isSecure: boolean;
  /** What time it is: the thread asks no clock. */
  readonly at: number;
}

/** Of a request within the thread: it came by TLS. */
export const SECURE = "x-tarmaq-secure";

/** What it has answered; without a status, a fault of ours. */
export interface Answered {
  readonly number: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Uint8Array;
}

/** What a thread is started with. */
export type ThreadOptions = Omit<ReviewOptions, "now" | "isSecure"> & {
  /** The address of the store that decisions are kept in, where that is no folder. */
  readonly store?: string;
};

interface Waiting {
  readonly done: (answered: Answered) => void;
  readonly failed: (error: Error) => void;
}

/** A thread that answers requests: started with the first of them, and anew after one that broke down. */
export class ThreadCalls {
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #last = 0;

  /** `file`: the thread's program, as it was built from `workbench-thread.ts`. */
  constructor(
    private readonly file: string,
    private readonly options: ThreadOptions,
  ) {}

  call(asked: Omit<Asked, "number">): Promise<Answered> {
    const number = (this.#last += 1);
    return new Promise((done, failed) => {
      this.#waiting.set(number, { done, failed });
      (this.#thread ??= this.#started()).postMessage({ number, ...asked } satisfies Asked);
    });
  }

  /** Ends the thread; what it has not answered is not waited for. */
  async close(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    this.#lose(thread, new Error("the workbench is closed"));
    await thread.terminate();
  }

  #started(): Worker {
    const thread = new Worker(this.file, { workerData: this.options });
    thread.on("message", (answered: Answered) => {
      this.#waiting.get(answered.number)?.done(answered);
      this.#waiting.delete(answered.number);
    });
    thread.on("error", (error) => {
      this.#lose(thread, error instanceof Error ? error : new Error(String(error)));
    });
    thread.on("exit", () => {
      this.#lose(thread, new Error("the thread of the workbench has ended"));
    });
    return thread;
  }

  #lose(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
