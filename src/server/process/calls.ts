/** What goes between two processes: something asked, or the answer to it. */
export type Message =
  | { readonly ask: string; readonly number: number; readonly given: unknown }
  | { readonly answer: unknown; readonly number: number; readonly failed?: string };

/** What a process answers to the other, by name. */
export type Answers = Readonly<Record<string, (given: never) => unknown>>;

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
}

/** Questions and answers between two processes, both ways, over a channel that keeps their order. */
export class Calls {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #lost: Error | undefined;

  constructor(
    private readonly post: (message: Message) => void,
    private readonly answers: Answers,
  ) {}

  /** What the other process answers. Rejects where it fails, and where it ends before it has answered. */
  call<Answer>(ask: string, given?: unknown): Promise<Answer> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    const number = (this.#last += 1);
    return new Promise<Answer>((done, failed) => {
      this.#waiting.set(number, { done, failed });
      this.post({ ask, number, given });
    });
  }

  /** Takes in what the other process has sent. */
  take(message: Message): void {
    if ("ask" in message) {
      void this.#answer(message);
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.failed === undefined) waiting?.done(message.answer as never);
    else waiting?.failed(new Error(message.failed));
  }

  /** The other process is gone. */
  lose(error: Error): void {
    this.#lost = error;
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }

  async #answer({ ask, number, given }: { ask: string; number: number; given: unknown }): Promise<void> {
    try {
      const answer = await this.answers[ask]?.(given as never);
      this.post({ answer, number });
    } catch (error) {
      this.post({
        answer: undefined,
        number,
        failed: error instanceof Error ? error.message : String(error),
      });
    }
  }
}
