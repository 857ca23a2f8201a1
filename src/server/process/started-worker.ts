import cluster, { type Worker } from "node:cluster";
import { Trouble } from "../../model/trouble.ts";
import { Calls, type Answers, type Message } from "./calls.ts";
import type { ToldTrouble } from "./worker.ts";

/** Where a worker listens, and what it knows. */
interface Told {
  readonly address: string;
  readonly rulebooks: number;
  /** Tells the rulebooks from all others. */
  readonly prints: string;
}

/** A process that answers. */
export interface Started {
  readonly worker: Worker;
  readonly calls: Calls;
  readonly told: Told;
  /** What it has counted, as it has told last. */
  readonly counted: () => string;
}

/** Calls back once a process has ended. */
export type Ended = (then: () => void) => void;

/** What a process is answered: `counted` takes what it has counted. */
export type AnswersOf = (counted: (text: string) => void, ended: Ended) => Answers;

/** Starts a process with this one's arguments. `listening` rejects with the `Trouble` for which it could not begin. */
export function startedWorker(
  answers: AnswersOf,
): Omit<Started, "told"> & { readonly listening: Promise<Told> } {
  const worker = cluster.fork();
  let counted = "";
  let begun: (told: Told) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const listening = new Promise<Told>((done, not) => {
    begun = done;
    failed = not;
  });
  const calls = new Calls(
    (message) => {
      if (worker.isConnected()) worker.send(message, () => undefined);
    },
    {
      ...answers(
        (text) => (counted = text),
        (then) => worker.once("exit", then),
      ),
      listening: (told: Told) => {
        begun(told);
      },
      trouble: ({ message, at }: ToldTrouble) => {
        failed(new Trouble(message, at));
      },
    },
  );
  worker.on("message", (message: Message) => {
    calls.take(message);
  });
  worker.once("exit", () => {
    const gone = new Error("the process has ended");
    calls.lose(gone);
    failed(gone);
  });
  return { worker, calls, counted: () => counted, listening };
}
