/** What a process is told by signals. */
export interface Signals {
  /** Resolves with the first signal to stop. */
  readonly toStop: Promise<NodeJS.Signals>;
  /** Aborted by the second one. */
  readonly hurry: AbortSignal;
  /** No signal is heard any more. */
  readonly close: () => void;
}

/** Hears `SIGTERM` and `SIGINT`, the second of which is an order to be quick, and `SIGHUP`, upon which `reload` is called. */
export function hearSignals(reload: () => void): Signals {
  const hurry = new AbortController();
  let isTold = false;
  let told: (signal: NodeJS.Signals) => void = () => undefined;
  const toStop = new Promise<NodeJS.Signals>((resolve) => (told = resolve));
  const stop = (signal: NodeJS.Signals): void => {
    if (isTold) hurry.abort();
    isTold = true;
    told(signal);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", reload);
  const close = (): void => void process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", reload);
  return { toStop, hurry: hurry.signal, close };
}
