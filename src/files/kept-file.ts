import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { RulesFolder } from "./rules-folder.ts";
import { writeToDisk } from "./to-disk.ts";

/** A file of a folder of rules. */
export interface KeptFile {
  /** Where it is kept. */
  readonly file: string;
  /** What stands for it while it is not there, and what it begins with when it is written to. */
  readonly begins?: string;
}

/** The file with this path in a folder of rules. */
export function keptFile({ folder, begins }: RulesFolder, ...path: readonly string[]): KeptFile {
  const file = join(folder, ...path);
  return begins === undefined ? { file } : { file, begins: join(begins, ...path) };
}

/** Where to read it: its own place, or before it was written to that of its beginning. */
export const asItIs = ({ file, begins }: KeptFile): string =>
  begins === undefined || existsSync(file) || !existsSync(begins) ? file : begins;

/** Whether it is there, or what it begins with is. */
export const isThere = (kept: KeptFile): boolean => existsSync(asItIs(kept));

/** Puts the beginning into the file's place, whole or not at all, so that it can be added to. A file that is there stays. */
export async function begun(kept: KeptFile): Promise<void> {
  const { file } = kept;
  const from = asItIs(kept);
  if (from === file) return;
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    // A copy would have the beginning's mode as well, and that of an installed package may be one that cannot be written.
    await writeToDisk(temporary, await readFile(from), 0o644);
    await takeItsPlace(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link, unlike a rename, does not replace what another process has put there meanwhile. */
async function takeItsPlace(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
    // A file system without links.
    await rename(temporary, file);
  }
}
