import { createReadStream, openSync, closeSync, readSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { createGunzip, gunzipSync, constants } from "node:zlib";
import { Trouble } from "../model/trouble.ts";

export type LogFormat = "csv" | "jsonl" | "xes" | "parquet";

/** A file of a log: what it holds, told by its content. */
export interface LogFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly format: LogFormat;
  readonly encoding: string;
  /** Lines end in a carriage return alone, as on old Macintoshes. */
  readonly returns: boolean;
}

const HEAD = 65_536;
const CHUNK = 262_144;
const KNOWN = /\.(?:csv|tsv|txt|jsonl|ndjson|xes|parquet)(?:\.gz)?$/i;

/** The files of a log: each named, and of each named folder those whose endings say that they are logs. */
export function logFiles(
  paths: readonly string[],
  stated: { format?: LogFormat; encoding?: string },
): LogFile[] {
  const files = paths.flatMap((path) => {
    if (!statOf(path).isDirectory()) return [path];
    const inside = insideOf(path).filter(isLog);
    if (inside.length === 0)
      throw new Trouble("holds no log", {
        file: path,
        wayOut: "Logs end in .csv, .jsonl, .xes or .parquet, each also .gz.",
      });
    return inside.map((name) => join(path, name));
  });
  return files.map((path) => logFile(path, stated));
}

/** What the folders of a log hold beside its files, and what is therefore not read. */
export const leftAside = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => statOf(path).isDirectory())
    .flatMap((path) =>
      insideOf(path)
        .filter((entry) => !isLog(entry) && !entry.startsWith("."))
        .map((name) => join(path, name)),
    );

const isLog = (name: string): boolean => KNOWN.test(name);

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

function logFile(path: string, stated: { format?: LogFormat; encoding?: string }): LogFile {
  const first = head(path);
  if (first.length === 0)
    throw new Trouble("is empty", { file: path, wayOut: "A log has at least a header and a row." });
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const bytes = gzip ? unzippedHead(first, path) : first;
  const format = stated.format ?? formatOf(bytes, path);
  const encoding = stated.encoding ?? (format === "parquet" ? "binary" : encodingOf(bytes, path));
  if (format !== "parquet") decoder(encoding, path);
  const returns = format === "csv" && endsInReturns(bytes);
  return { path, name: basename(path), bytes: Number(statOf(path).size), gzip, format, encoding, returns };
}

function head(path: string): Buffer {
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

function endsInReturns(bytes: Buffer): boolean {
  const text = bytes.toString("latin1").replaceAll("\0", "");
  return !text.includes("\n") && /\r./s.test(text);
}

function formatOf(bytes: Buffer, path: string): LogFormat {
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  const text = bytes
    .subarray(0, 1000)
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "");
  const start = text.replaceAll("\0", "").trimStart();
  if (start.startsWith("<")) return "xes";
  if (/^\[\s*\{/.test(start))
    throw new Trouble("is one JSON array", {
      file: path,
      wayOut: "JSON Lines has one object a line: jq -c '.[]' makes it.",
    });
  if (start.startsWith("{") || /^\[.*\n\s*\{/.test(start)) return "jsonl";
  return "csv";
}

/** UTF-8 and UTF-16 by mark or by their bytes; otherwise windows-1251, where the bytes are Cyrillic in it. */
function encodingOf(bytes: Buffer, path: string): string {
  const mark = bytes.subarray(0, 4).toString("hex");
  if (mark === "fffe0000" || mark === "0000feff")
    throw new Trouble("is in UTF-32", { file: path, wayOut: "Save it in UTF-8." });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, HEAD);
  const nul = [0, 1].map(
    (parity) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length,
  );
  if ((nul[1] ?? 0) > sample.length / 4 && nul[0] === 0) return "utf-16le";
  if ((nul[0] ?? 0) > sample.length / 4 && nul[1] === 0) return "utf-16be";
  // A few are refused with their rows; so many, and it is something else.
  if ((nul[0] ?? 0) + (nul[1] ?? 0) > sample.length / 1000)
    throw new Trouble("is no text: it holds NUL bytes", {
      file: path,
      wayOut: "Hand in CSV, JSON Lines, XES or Parquet.",
    });
  const text = new TextDecoder("utf-8").decode(sample.subarray(0, Math.max(0, sample.length - 4)));
  const bad = (text.match(/\uFFFD/g) ?? []).length;
  const good = (text.match(/[^\0-\u007F\uFFFD]/gu) ?? []).length;
  if (bad <= good) return "utf-8";
  const cyrillic = sample.filter((byte) => byte >= 0xc0).length;
  if (cyrillic * 10 > sample.filter((byte) => byte >= 0x80).length * 9) return "windows-1251";
  throw new Trouble("is in an encoding that its bytes do not tell", {
    file: path,
    wayOut: 'Name it in the mapping: "file": {"encoding": "windows-1251"}.',
  });
}

function decoder(encoding: string, path: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new Trouble(`there is no encoding ${encoding}`, {
      file: path,
      wayOut: "Name one that browsers know, for example windows-1251.",
    });
  }
}

/** The text of a file, piece by piece, unpacked and decoded; `onBytes` hears how many bytes of the file have been read. */
export async function* textOf(file: LogFile, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decode = decoder(file.encoding, file.path);
  for await (const chunk of bytesOf(file, onBytes)) {
    const text = decode.decode(chunk, { stream: true });
    yield file.returns ? text.replaceAll("\r", "\n") : text;
  }
  yield decode.decode();
}

/** The bytes of a file, unpacked. Throws `Trouble` where the pack ends too early. */
export async function* bytesOf(file: LogFile, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  const source = createReadStream(file.path, { highWaterMark: CHUNK });
  source.on("data", (chunk) => {
    onBytes(chunk.length);
  });
  const stream = file.gzip ? source.pipe(createGunzip({ chunkSize: CHUNK })) : source;
  source.on("error", (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(file.gzip ? `its gzip is damaged: ${message}` : message, {
      file: file.path,
      wayOut: file.gzip ? "It was cut off or changed on the way: fetch it again." : "Check the disk.",
    });
  }
}
