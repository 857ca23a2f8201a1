import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vocabulary } from "../rulebook/vocabulary.ts";
import { Library } from "./library.ts";
import { readWithHash, rulebookFiles } from "../files/read-rulebook.ts";
import { root } from "../files/root.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "../files/validate.ts";

/**
 * The rulebooks in these files and folders, those that Tarmaq brings where none are named. With `service`, only the
 * books that name it are held against their schema. Throws `Trouble` as `readRulebook` does.
 */
export function openLibrary(paths: readonly string[] = [], service?: string): Library {
  const from = paths.length > 0 ? paths : [join(root, "rules")];
  const files = from.flatMap((path) => rulebookFiles(path));
  const wanted = service === undefined ? files : files.filter((file) => names(file, service));
  const chosen = wanted.length > 0 ? wanted : files;
  if (chosen.length === 0)
    throw new Trouble("holds no rulebook", {
      file: from.join(", "),
      wayOut: "Name a rulebook file or a folder with rulebooks, for example rules/.",
    });
  return new Library(chosen.map(readWithHash), readVocabulary());
}

/** Whether a file may be a rulebook of the service: its text says the name. Faulty files are left to the reader. */
function names(file: string, service: string): boolean {
  try {
    return readFileSync(file, "utf8").includes(JSON.stringify(service));
  } catch {
    return true;
  }
}

/** The vocabulary that Tarmaq brings. */
export function readVocabulary(): Vocabulary {
  const file = join(root, "rules", "vocabulary.json");
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    throw new Trouble(`cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      file,
      wayOut: "Put the file back as it came with Tarmaq.",
    });
  }
  const [fault] = faults("vocabulary", value);
  if (fault !== undefined)
    throw new Trouble(fault.message, {
      file,
      place: fault.pointer,
      wayOut: "The format is described in schemas/vocabulary.schema.json.",
    });
  return value as Vocabulary;
}
