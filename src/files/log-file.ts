import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { LogFile, OnBytes } from "../log/log-file.ts";
import type { LogFormat } from "../log/log-format.ts";
import { Trouble } from "../model/trouble.ts";

const HEAD = 65_536;
const CHUNK = 262_144;

/** The formats whose files are taken out of a folder. */
type Formats = readonly Pick<LogFormat, "endings">[];

/**
 * The files of a log, opened: each named, and of each named folder those whose endings say that they are logs. What of
 * them has to lie unpacked is put into `own`, a folder of the run's own.
 */
export function logFiles(paths: readonly string[], formats: Formats, own: string): LogFile[] {
  const files = paths.flatMap((path) => {
    if (!statOf(path).isDirectory()) return [path];
    const inside = insideOf(path).filter((name) => isLog(name, formats));
    if (inside.length === 0)
      throw new Trouble("holds no log", {
        file: path,
        wayOut: `Logs end in ${usualEndings(formats)}, each also .gz.`,
      });
    return inside.map((name) => join(path, name));
  });
  return files.map((path, number) => logFile(path, join(own, `unpacked-${number}`)));
}

/** What the folders of a log hold beside its files, and what is therefore not read. */
export const leftAside = (paths: readonly string[], formats: Formats): string[] =>
  paths
    .filter((path) => statOf(path).isDirectory())
    .flatMap((path) =>
      insideOf(path)
        .filter((entry) => !isLog(entry, formats) && !entry.startsWith("."))
        .map((name) => join(path, name)),
    );

function isLog(name: string, formats: Formats): boolean {
  const bare = name.toLowerCase().replace(/\.gz$/, "");
  return formats.some(({ endings }) => endings.some((ending) => bare.endsWith(`.${ending}`)));
}

const usualEndings = (formats: Formats): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
    formats.flatMap(({ endings }) => endings.slice(0, 1).map((ending) => `.${ending}`)),
  );

/** Names in a folder, in order; of folders in it with a slash. */
const insideOf = (path: string): string[] =>
  readdirSync(path)
    .map((name) => (statOf(join(path, name)).isDirectory() ? `${name}/` : name))
    .sort();

function statOf(path: string): ReturnType<typeof statSync> & object {
  try {
    return statSync(path);
  } catch {
    throw new Trouble("is not there or cannot be read", { file: path, wayOut: "Check the path." });
  }
}

function logFile(path: string, unpacked: string): LogFile {
  const size = Number(statOf(path).size);
  const first = headOf(path);
  if (first.length === 0)
    throw new Trouble("is empty", { file: path, wayOut: "A log has at least a header and a row." });
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const bytes = (onBytes: OnBytes): AsyncIterable<Uint8Array> => bytesOf(path, gzip, onBytes);
  return {
    path,
    name: basename(path),
    size,
    head: () => (gzip ? unzippedHead(headOf(path), path) : headOf(path)),
    bytes,
    place: async (where) => {
      if (!gzip && where === undefined) return path;
      await pipeline(
        bytes(() => undefined),
        createWriteStream(unpacked),
      );
      return unpacked;
    },
  };
}

function headOf(path: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const buffer = Buffer.alloc(HEAD);
    return buffer.subarray(0, readSync(file, buffer, 0, HEAD, 0));
  } catch {
    throw new Trouble("cannot be read", { file: path, wayOut: "Check the path and who may read it." });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function unzippedHead(bytes: Buffer, path: string): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new Trouble("begins like gzip and is none", {
      file: path,
      wayOut: "Pack it again, or hand it in unpacked.",
    });
  }
}

/** The bytes of a file, unpacked. Throws `Trouble` where the pack ends too early. */
async function* bytesOf(path: string, gzip: boolean, onBytes: OnBytes): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK });
  source.on("data", (chunk) => {
    onBytes(chunk.length);
  });
  const stream = gzip ? source.pipe(createGunzip({ chunkSize: CHUNK })) : source;
  source.on("error", (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(gzip ? `its gzip is damaged: ${message}` : message, {
      file: path,
      wayOut: gzip ? "It was cut off or changed on the way: fetch it again." : "Check the disk.",
    });
  }
}
