import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { rulebookFaults } from "../rulebook/faults.ts";
import { nameFaults } from "../rulebook/name-faults.ts";
import { fill } from "../rulebook/fill.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { Trouble } from "../model/trouble.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { jsonIn, passed, refuse, type JsonKind } from "./read-json.ts";
import { isLawFolder } from "./read-law.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import { root } from "./root.ts";

/** A rulebook as it was read, with the hash of its bytes. */
export interface ReadRulebook {
  readonly file: string;
  readonly book: Rulebook;
  readonly sha256: string;
}

const LIMIT: Limit = { megabytes: 64, wayOut: "Hand in one rulebook a file." };
const RULEBOOK: JsonKind<"rulebook"> = { what: "A rulebook", schema: "rulebook", limit: LIMIT, placeOf };

/** The rulebook in a file. Throws `Trouble` that names the file, the rule, the field and what was expected. */
export const readRulebook = (file: string): Rulebook => rulebookIn(readBytes(file, LIMIT), file).book;

/**
 * The rulebooks in these files and folders (a folder stands for every rulebook below it), in order of their paths; those
 * that Tarmaq brings where none are named. With `service`, only the books that name it are held against their schema,
 * if there are any. Every file is read once. Throws `Trouble`.
 */
export function readRulebooks(paths: readonly string[] = [], service?: string): ReadRulebook[] {
  const from = paths.length > 0 ? paths : [join(root, "rules")];
  const files = from.flatMap((path) => rulebookFiles(path));
  if (files.length === 0)
    throw new Trouble("holds no rulebook", {
      file: from.join(", "),
      wayOut: "Name a rulebook file or a folder with rulebooks, for example rules/.",
    });
  if (service === undefined) return files.map((file) => rulebookIn(readBytes(file, LIMIT), file));
  const name = JSON.stringify(service);
  const all = files.map((file) => ({ file, bytes: readBytes(file, LIMIT) }));
  const naming = all.filter(({ bytes }) => bytes.includes(name));
  return (naming.length > 0 ? naming : all).map(({ file, bytes }) => rulebookIn(bytes, file));
}

/** Folders beside rulebooks that hold other things. */
const NO_RULEBOOKS = new Set(["calendars", "zones"]);

/** Files below a path that may be rulebooks: JSON files but for the vocabulary, `calendars`, `zones` and the general law (`kz-law`). */
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
      if (entry.isDirectory())
        return NO_RULEBOOKS.has(entry.name) || isLawFolder(entry.name)
          ? []
          : rulebookFiles(join(path, entry.name));
      return entry.name.endsWith(".json") && entry.name !== "vocabulary.json" ? [join(path, entry.name)] : [];
    });
}

/** The rulebook that bytes spell out; `file` names it. Throws `Trouble` as `readRulebook` does. */
export function rulebookIn(bytes: Uint8Array, file: string): ReadRulebook {
  const book = passed(fill(jsonIn(bytes, file, RULEBOOK)), file, RULEBOOK);
  refuse(rulebookFaults(book), book, file, RULEBOOK);
  // Whoever lists names of their own has listed them all; a book without such a list is told of in words alone.
  if (book.vocabulary !== undefined) refuse(nameFaults(book, readVocabulary()), book, file, RULEBOOK);
  return { file, book, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A pointer into a book in words: the rule by its number and `id`, then the field. */
function placeOf(pointer: string, book: unknown): string {
  const [, list, index, ...field] = pointer.split("/");
  if (list !== "rules" || index === undefined) return pointer === "" ? "the whole file" : pointer;
  const rules = (book as { rules?: unknown[] }).rules ?? [];
  const rule = rules[Number(index)] as { id?: unknown } | undefined;
  const id = typeof rule?.id === "string" ? ` (${rule.id})` : "";
  return `rule ${Number(index) + 1}${id}${field.length > 0 ? `, field ${field.join("/")}` : ""}`;
}
