import { Trouble } from "../model/trouble.ts";

/** Does something with what a file says; trouble with it names the file, and `--at` where a day was named there. */
export function inFile<T>(file: string, work: () => T, at?: unknown): T {
  try {
    return work();
  } catch (error) {
    // The day of submission was not looked at.
    if (error instanceof Trouble && at !== undefined && error.at.place === "/submitted")
      throw new Trouble(error.message, { ...error.at, place: "--at" });
    if (error instanceof Trouble && error.at.file === undefined)
      throw new Trouble(error.message, { file, ...error.at });
    throw error;
  }
}
