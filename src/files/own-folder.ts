import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Trouble } from "../model/trouble.ts";

/** What a shell reports of a command that a signal ended: 128 and the signal's number. */
const STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof STATUS;
const SIGNALS = Object.keys(STATUS) as Signal[];

/**
 * A folder of this run's own, thrown away with all that is in it when the work is done or the process is stopped. The
 * work is told of a stop by `stopped`, at once and for the last time: what it must not leave behind it removes there,
 * and what runs outside JavaScript it ends, because the process waits for that. Signals are left alone where the process
 * is another's, who has to decide what they do.
 */
export async function inOwnFolder<T>(
  work: (folder: string, stopped: AbortSignal) => Promise<T>,
  { signals }: { readonly signals: "heard" | "left alone" } = { signals: "heard" },
): Promise<T> {
  const stopping = new AbortController();
  let folder: string | undefined;
  const clear = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const leave = (): void => {
    stopping.abort();
    clear();
  };
  const stop = (signal: Signal): void => {
    stopping.abort();
    process.exit(STATUS[signal]);
  };
  // Listening begins before there is something to throw away.
  process.once("exit", leave);
  const heard = signals === "heard" ? SIGNALS : [];
  for (const signal of heard) process.once(signal, stop);
  try {
    folder = ownFolder();
    return await work(folder, stopping.signal);
  } finally {
    clear();
    process.off("exit", leave);
    for (const signal of heard) process.off(signal, stop);
  }
}

/** The folder of temporary files, on the disk that an audit may fill. */
export const temporaryFolder = (): string => tmpdir();

function ownFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "tarmaq-audit-"));
  } catch (error) {
    throw new Trouble(`no folder can be made there: ${error instanceof Error ? error.message : ""}`, {
      file: tmpdir(),
      wayOut: "Name another place for temporary files: TMPDIR=/some/folder tarmaq audit …",
    });
  }
}
