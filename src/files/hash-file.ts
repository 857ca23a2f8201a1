import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { SealedFile } from "../model/audit-seal.ts";
import { Trouble } from "../model/trouble.ts";

const CHUNK = 1 << 20;

/** What tells that a file is still the one that was hashed, without reading it once more. */
interface Seen extends SealedFile {
  readonly path: string;
  readonly changed: string;
}

/** The name, size and SHA-256 of a file, read piece by piece. Throws `Trouble`. */
export async function hashFile(path: string): Promise<SealedFile> {
  const { name, bytes, sha256 } = await seen(path);
  return { name, bytes, sha256 };
}

/** The name and SHA-256 of a file. Throws `Trouble`. */
export async function nameAndHash(path: string): Promise<Omit<SealedFile, "bytes">> {
  const { name, sha256 } = await seen(path);
  return { name, sha256 };
}

/**
 * The same of the files of a log, and a question to be asked once it has been read: whether they still are what was
 * hashed. It throws `Trouble` where one was changed meanwhile.
 */
export async function hashLog(
  paths: readonly string[],
): Promise<{ readonly files: readonly SealedFile[]; readonly stillTheSame: () => Promise<void> }> {
  const all: Seen[] = [];
  for (const path of paths) all.push(await seen(path));
  return {
    files: all.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    stillTheSame: async () => {
      for (const { path, changed } of all)
        if ((await changedAt(path)) !== changed)
          throw new Trouble("was changed while it was read", {
            file: path,
            wayOut: "Audit it once more when nobody writes to it any longer.",
          });
    },
  };
}

async function seen(path: string): Promise<Seen> {
  const changed = await changedAt(path);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { path, changed, name: basename(path), bytes, sha256: hash.digest("hex") };
}

async function changedAt(path: string): Promise<string> {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true });
    return `${size} ${mtimeNs} ${ino}`;
  } catch {
    throw new Trouble("is not there or cannot be read", { file: path, wayOut: "Check the path." });
  }
}
