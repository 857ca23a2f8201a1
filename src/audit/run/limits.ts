import type { Limits } from "../../engine/database.ts";
import { Trouble } from "../../model/trouble.ts";

/** How much of the machine an audit may take, as the options say it. Throws `Trouble`. */
export function limitsOf(
  { memory, threads }: { readonly memory: string; readonly threads?: string },
  folder: string,
  stopped?: AbortSignal,
): Limits {
  if (!/^\d+(?:\.\d+)? ?(?:MB|GB|MiB|GiB)$/i.test(memory))
    throw new Trouble(`${JSON.stringify(memory)} is no size`, {
      place: "--memory",
      wayOut: "Write it as 2GB or 500MB.",
    });
  const number = threads === undefined ? undefined : Number(threads);
  if (number !== undefined && (!Number.isInteger(number) || number < 1 || number > 256))
    throw new Trouble(`${JSON.stringify(threads)} is no number of processors`, {
      place: "--threads",
      wayOut: "Write 1 or more.",
    });
  return {
    memory,
    folder,
    ...(stopped === undefined ? {} : { stopped }),
    ...(number === undefined ? {} : { threads: number }),
  };
}

/**
 * What goes beyond the machine is no fault of ours: says of an error which limit it met, and gives others as they are.
 * `temporary` is the folder of temporary files.
 */
export function limitMet(error: unknown, temporary: string): unknown {
  if (!(error instanceof Error)) return error;
  const full = "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
  if (full || /max_temp_directory_size|No space left on device/.test(error.message))
    return new Trouble("the disk for temporary files is full", {
      file: temporary,
      wayOut:
        "Make room, or name another place: TMPDIR=/some/folder tarmaq audit …; --memory 8GB needs less of it.",
    });
  if (error.message.startsWith("Out of Memory Error"))
    return new Trouble("the audit needs more memory than it may take", {
      place: "--memory",
      wayOut: "Give it more, for example --memory 4GB, or fewer processors: --threads 1.",
    });
  return error;
}
