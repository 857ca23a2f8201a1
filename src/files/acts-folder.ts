import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { link, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { About } from "../model/about.ts";
import { print } from "../model/print.ts";
import { Trouble } from "../model/trouble.ts";
import { ACT_ENDINGS, endingOf } from "./act-endings.ts";
import type { TextFile } from "./read-text.ts";
import { syncFolder, writeToDisk } from "./to-disk.ts";
import { writeFileWhole } from "./write-file.ts";

/** The texts in a folder, by their endings, in the order of their names; none where there is no such folder. */
export function actFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap(({ name }) =>
        !name.startsWith(".") && ACT_ENDINGS.has(endingOf(name)) ? [join(folder, name)] : [],
      )
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
      .sort();
  } catch {
    return [];
  }
}

/** The file that lies beside a text and says what is known of it. */
export const aboutFile = (path: string): string =>
  join(dirname(path), `${stemOf(basename(path))}.about.json`);

/** A file's name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/u, "");

/** Whether a file holds just these bytes. */
export function holds(path: string, bytes: Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  return readFileSync(path).equals(bytes);
}

/**
 * Keeps a text that is not there yet, with what is known of it. The text is written last, under its name only once it is
 * whole: a process killed before that leaves no act. Throws `Trouble` where another has taken its name.
 */
export async function keepAct(folder: string, { name, bytes }: TextFile, about: About): Promise<string> {
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${print(name)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeToDisk(temporary, bytes);
    await keepAbout(path, about);
    // A link, unlike a rename, replaces nothing that another process has put there meanwhile.
    await link(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw nameTaken(name);
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return path;
}

/** A file of that name is there already. */
export const nameTaken = (name: string): Trouble =>
  new Trouble("another act is kept under this name", {
    file: name,
    wayOut: "Give the file another name, and open it again.",
  });

/** Writes what is known of a text beside it, whole or not at all. */
export async function keepAbout(path: string, about: About): Promise<void> {
  await writeFileWhole(aboutFile(path), `${JSON.stringify(about, undefined, 2)}\n`);
}

/** So old are files that a killed process has left behind, and no other still writes. */
const LEFT_MS = 10 * 60_000;

/** Removes what a process that was killed while it kept an act has left in a folder. */
export async function sweep(folder: string, now: number): Promise<void> {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const about = /^\..*\.[0-9a-f]{12}\.tmp$/u.test(name)
      ? statSync(path, { throwIfNoEntry: false })
      : undefined;
    if (about?.isFile() === true && now - about.mtimeMs > LEFT_MS) await rm(path, { force: true });
  }
}
