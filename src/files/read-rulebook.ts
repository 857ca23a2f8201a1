import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { rulebookFaults } from "../rulebook/faults.ts";
import { fill } from "../rulebook/fill.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "./validate.ts";

/** A rulebook as it was read, with the hash of its bytes. */
export interface ReadRulebook {
  readonly file: string;
  readonly book: Rulebook;
  readonly sha256: string;
}

const LARGEST = 64 * 1024 * 1024;

/** The rulebook in a file. Throws `Trouble` that names the file, the rule, the field and what was expected. */
export const readRulebook = (file: string): Rulebook => readWithHash(file).book;

/** The rulebooks in these files and folders (a folder stands for every rulebook below it), in order of their paths. */
export function readRulebooks(paths: readonly string[]): ReadRulebook[] {
  const files = paths.flatMap((path) => rulebookFiles(path));
  if (files.length === 0)
    throw new Trouble("holds no rulebook", {
      file: paths.join(", "),
      wayOut: "Name a rulebook file or a folder with rulebooks, for example rules/.",
    });
  return files.map(readWithHash);
}

/** Files below a path that may be rulebooks: JSON files outside `calendars`, but for the vocabulary. */
export function rulebookFiles(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    throw new Trouble("is not there or cannot be read", { file: path, wayOut: "Check the path." });
  }
  if (!isFolder) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === "calendars" ? [] : rulebookFiles(join(path, entry.name));
      return entry.name.endsWith(".json") && entry.name !== "vocabulary.json" ? [join(path, entry.name)] : [];
    });
}

export function readWithHash(file: string): ReadRulebook {
  const bytes = readBytes(file);
  const value = fill(parse(bytes, file));
  const wrong = faults("rulebook", value);
  const book = value as Rulebook;
  const [fault] = wrong.length > 0 ? wrong : rulebookFaults(book);
  if (fault !== undefined)
    throw new Trouble(fault.message, {
      file,
      place: placeOf(value, fault.pointer),
      wayOut: `The format is described in schemas/rulebook.schema.json.${more(wrong.length)}`,
    });
  return { file, book, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const more = (count: number): string =>
  count > 1 ? ` There are ${count - 1} more faults after this one.` : "";

function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size > LARGEST)
      throw new Trouble("is larger than 64 MB", { file, wayOut: "Hand in one rulebook a file." });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble("is not there or cannot be read", { file, wayOut: "Check the path." });
  }
}

function parse(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(`is no JSON: ${message}`, { file, wayOut: "A rulebook is one JSON object in UTF-8." });
  }
}

/** A pointer into a book in words: the rule by its number and `id`, then the field. */
function placeOf(book: unknown, pointer: string): string {
  const [, list, index, ...field] = pointer.split("/");
  if (list !== "rules" || index === undefined) return pointer === "" ? "the whole file" : pointer;
  const rules = (book as { rules?: unknown[] }).rules ?? [];
  const rule = rules[Number(index)] as { id?: unknown } | undefined;
  const id = typeof rule?.id === "string" ? ` (${rule.id})` : "";
  return `rule ${Number(index) + 1}${id}${field.length > 0 ? `, field ${field.join("/")}` : ""}`;
}
