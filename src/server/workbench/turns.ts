import { Overtaken } from "../../store/kept-decisions.ts";

/**
 * Lets changes of one file wait for each other, so that each is decided on what the one before it has left. A change that
 * another server was quicker with is made anew on what that has left.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(file: string, change: () => Promise<T>): Promise<T> {
    const before = this.#last.get(file) ?? Promise.resolve();
    const made = (): Promise<T> => madeAnew(change);
    const turn = before.then(made, made);
    this.#last.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

const MOST_TRIES = 20;

async function madeAnew<T>(change: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === MOST_TRIES) throw error;
    }
}
