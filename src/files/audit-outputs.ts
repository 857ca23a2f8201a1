import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { Trouble } from "../model/trouble.ts";

interface Output {
  readonly made: string;
  readonly place: string;
}

/**
 * What a run writes. Every file is made in the run's own folder first, and only when all of them are whole do they take
 * their places together: a run that is stopped, or whose disk is full, leaves there what was there before.
 */
export class Outputs {
  readonly #files: Output[] = [];
  /** Beside the places that files are to take, not yet in them. */
  readonly #beside = new Set<string>();

  constructor(
    private readonly own: string,
    stopped: AbortSignal,
  ) {
    stopped.addEventListener("abort", () => {
      for (const file of this.#beside) rmSync(file, { force: true });
    });
  }

  /** The files so far: where each is made, and which place it is to take. */
  get made(): readonly { readonly made: string; readonly place: string }[] {
    return [...this.#files];
  }

  /** Where to make the file that is to stand at `place`. */
  make(place: string): string {
    const made = join(this.own, `output-${this.#files.length}`);
    this.#files.push({ made, place: resolve(place) });
    return made;
  }

  async bytes(place: string, content: Uint8Array): Promise<void> {
    await writeFile(this.make(place), content);
  }

  async text(place: string, content: string): Promise<void> {
    await writeFile(this.make(place), content);
  }

  /** Makes a file, piece by piece. */
  async pieces(place: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
    await pipeline(pieces, createWriteStream(this.make(place)));
  }

  /** Brings all files beside their places, then renames them into them. Throws `Trouble` where that cannot be done. */
  async publish(): Promise<void> {
    const ready: (readonly [string, string])[] = [];
    try {
      for (const { made, place } of this.#files)
        ready.push([await placed(place, () => this.#bring(made, place)), place]);
      for (const [beside, place] of ready) {
        renameSync(beside, place);
        this.#beside.delete(beside);
      }
    } finally {
      for (const file of this.#beside) await rm(file, { force: true });
    }
  }

  /** Our folder may be on another disk than the place: then the file is copied, piece by piece so that a stop is heard. */
  async #bring(made: string, place: string): Promise<string> {
    await mkdir(dirname(place), { recursive: true });
    const beside = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString("hex")}.tmp`);
    this.#beside.add(beside);
    await rename(made, beside).catch(async (error: unknown) => {
      if (codeOf(error) !== "EXDEV") throw error;
      await pipeline(createReadStream(made), createWriteStream(beside, { flags: "wx" }));
    });
    const file = await open(beside, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    return beside;
  }
}

/** Makes sure, before hours of work, that a file can be written at each of these places. Throws `Trouble`. */
export async function tryPlaces(places: readonly string[]): Promise<void> {
  for (const place of places) {
    const there = await stat(place).catch(() => undefined);
    if (there !== undefined && !there.isFile())
      throw new Trouble(there.isDirectory() ? "is a folder" : "is no plain file", {
        file: place,
        wayOut: "Name a file; it is put there whole, in place of one that is there.",
      });
    await placed(place, async () => {
      const probe = join(
        await nearestFolder(dirname(resolve(place))),
        `.tarmaq.${randomBytes(6).toString("hex")}.tmp`,
      );
      await writeFile(probe, "", { flag: "wx" });
      await rm(probe);
    });
  }
}

/** The folder itself, or the one above it that is there: those between are made when there is something to put in. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (there === undefined) return nearestFolder(dirname(folder));
  if (!there.isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: "ENOTDIR" });
  return folder;
}

async function placed<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new Trouble(
      code === "ENOSPC" || code === "EDQUOT"
        ? "the disk is full; nothing was written"
        : `cannot be written: ${(error as Error).message}`,
      { file: place, wayOut: "Make room, or name another place; what was there before is untouched." },
    );
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
