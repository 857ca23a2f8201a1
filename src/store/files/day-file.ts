import { readdirSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../../files/to-disk.ts";
import { EMPTY, type Head } from "../chain.ts";
import { fileEnd } from "./last-line.ts";

/** What comes between a day and the file's ending where several processes write to one folder. */
const NAME = /^decisions-(\d{4}-\d{2}-\d{2})(?:\.([a-z0-9-]{1,40}))?\.jsonl$/;

/** A file of a decision log: one day of one writer. */
export interface LogFileName {
  readonly name: string;
  readonly day: string;
  /** Empty: the only one there is. */
  readonly writer: string;
}

const logFileName = (day: string, writer: string): string =>
  `decisions-${day}${writer === "" ? "" : `.${writer}`}.jsonl`;

/** The files of a decision log, the oldest first. */
export const logFilesIn = (folder: string): LogFileName[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const [, day, writer = ""] = NAME.exec(name) ?? [];
      return day === undefined ? [] : [{ name, day, writer }];
    });

/** A day's file that is open for writing, its end whole. */
export interface DayFile {
  readonly day: string;
  readonly handle: FileHandle;
  /** Bytes of whole lines. */
  readonly size: number;
  readonly head: Head;
}

/**
 * Opens the file of a day. Half a line at its end is what a killed process or a full disk has left, and nobody was told
 * that it had been written: it is cut off, so that no line is glued to it. Gives how many bytes that were.
 */
export async function openDay(
  folder: string,
  day: string,
  writer: string,
): Promise<DayFile & { readonly cut: number }> {
  const handle = await open(join(folder, logFileName(day, writer)), "a+", 0o600);
  try {
    const { size } = await handle.stat();
    if (size === 0) await syncFolder(folder);
    const { line, wholeTo, torn } = await fileEnd(handle, size);
    // A whole entry may lack no more than its line's end.
    const isWhole = headIn(torn) !== undefined;
    if (torn !== "" && isWhole) await handle.appendFile("\n");
    else if (torn !== "") await handle.truncate(wholeTo);
    if (torn !== "") await handle.datasync();
    const head =
      headIn(isWhole ? torn : line) ?? (line === undefined ? await headBefore(folder, day, writer) : EMPTY);
    return { day, handle, size: (await handle.stat()).size, head, cut: isWhole ? 0 : size - wholeTo };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Where the chain of a writer ended on the days before. */
async function headBefore(folder: string, day: string, writer: string): Promise<Head> {
  const before = logFilesIn(folder).filter((one) => one.writer === writer && one.day < day);
  for (const { name } of before.reverse()) {
    const handle = await open(join(folder, name), "r");
    try {
      const { line } = await fileEnd(handle, (await handle.stat()).size);
      if (line !== undefined) return headIn(line) ?? EMPTY;
    } finally {
      await handle.close();
    }
  }
  return EMPTY;
}

/** The end of the chain that a line is; undefined where it is no entry of one. */
function headIn(line: string | undefined): Head | undefined {
  if (line === undefined || line === "") return undefined;
  try {
    const { number, hash } = JSON.parse(line) as { number?: unknown; hash?: unknown };
    return typeof number === "number" && typeof hash === "string" ? { number, hash } : undefined;
  } catch {
    return undefined;
  }
}
