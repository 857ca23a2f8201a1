import { readFileSync, statSync } from "node:fs";
import { Trouble } from "../model/trouble.ts";

const MEGABYTE = 1024 * 1024;

/** How large a file of some kind can be, and what to do about one that is larger. */
export interface Limit {
  readonly megabytes: number;
  readonly wayOut: string;
}

/** The bytes of a file. Throws `Trouble` where it is not there, cannot be read or is larger than its kind can be. */
export function readBytes(file: string, { megabytes, wayOut }: Limit): Buffer {
  try {
    if (statSync(file).size > megabytes * MEGABYTE)
      throw new Trouble(`is larger than ${megabytes} MB`, { file, wayOut });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble("is not there or cannot be read", { file, wayOut: "Check the path." });
  }
}
