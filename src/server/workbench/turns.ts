/** Lets changes of one file wait for each other, so that each is decided on what the one before it has left. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(file: string, change: () => Promise<T>): Promise<T> {
    const before = this.#last.get(file) ?? Promise.resolve();
    const turn = before.then(change, change);
    this.#last.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
