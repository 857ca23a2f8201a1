import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Finding } from "../model/finding.ts";
import { Trouble } from "../model/trouble.ts";

/** A larger file is no act; it would not fit into one string. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A text as it lies on the disk. */
export interface TextFile {
  /** The file's name without its folder: what findings and citations name it by. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file's bytes; throws `Trouble` where there is no file, or it is no text that could be read. */
export async function readText(path: string, { cwd }: { readonly cwd: string }): Promise<TextFile> {
  const file = resolve(cwd, path);
  try {
    const about = await stat(file);
    if (about.isDirectory())
      throw new Trouble("this is a folder", { file: path, wayOut: "Name the file of a text." });
    if (about.size > MOST_BYTES)
      throw new Trouble(`too large: ${about.size} bytes`, {
        file: path,
        wayOut: `Texts of up to ${MOST_BYTES} bytes are read; cut the file in parts.`,
      });
    return { name: basename(file), bytes: await readFile(file) };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new Trouble("there is no such file", { file: path, wayOut: "Check the name and the folder." });
    const what = error instanceof Error ? error.message : String(error);
    throw new Trouble(`it cannot be opened (${what})`, { file: path, wayOut: "Check who may read it." });
  }
}

const WAYS_OUT: Readonly<Record<string, readonly [what: string, wayOut: string]>> = {
  "ingest/empty": ["there is nothing in it", "Name a file that holds the text of an act."],
  "ingest/binary": [
    "this is no text: it holds bytes that no text has",
    "Save it as plain text or Markdown in UTF-8 (PDF and DOCX are not read yet).",
  ],
  "ingest/utf-16": [
    "this is UTF-16; only UTF-8 is read",
    "Convert it: iconv -f UTF-16LE -t UTF-8 FILE > NEW (UTF-16BE where the first byte of a letter is the smaller one).",
  ],
  "ingest/not-utf-8": [
    "this is not UTF-8",
    "Convert it to UTF-8, for example: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW.",
  ],
};

/** Throws `Trouble` where the findings of a reading say that the file is no text. */
export function refuseUnreadable(findings: readonly Finding[], path: string): void {
  const fatal = findings.find(({ code, severity }) => severity === "error" && code in WAYS_OUT);
  if (fatal === undefined) return;
  const [what, wayOut] = WAYS_OUT[fatal.code] ?? [fatal.code, ""];
  const byte = fatal.details?.["byte"];
  throw new Trouble(what, {
    file: path,
    ...(typeof byte === "number" ? { place: `byte ${byte}` } : {}),
    wayOut,
  });
}
