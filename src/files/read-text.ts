import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Trouble } from "../model/trouble.ts";

/** A larger file is no act; it would not fit into one string. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A text as it lies on the disk. */
export interface TextFile {
  /** The file's name without its folder: what findings and citations name it by. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A text by the path of its file, or as it was handed in; `cwd` is where paths start. */
export const textOf = async (source: string | TextFile, cwd: string): Promise<TextFile> =>
  typeof source === "string" ? await readText(source, { cwd }) : source;

/** Whether bytes are those of a rulebook: it begins with a brace, which no act does. */
export const isRulebook = ({ bytes }: TextFile): boolean =>
  /^\s*\{/u.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** Reads a file's bytes; throws `Trouble` where there is no file, or it is no text that could be read. */
export async function readText(path: string, { cwd }: { readonly cwd: string }): Promise<TextFile> {
  const file = resolve(cwd, path);
  try {
    const about = await stat(file);
    if (about.isDirectory())
      throw new Trouble("this is a folder", { file: path, wayOut: "Name the file of a text." });
    // A pipe or a device may have no end.
    if (!about.isFile())
      throw new Trouble("this is no file", { file: path, wayOut: "Name the file of a text." });
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
