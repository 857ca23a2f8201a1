import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OwnLintFile } from "../lint/own/own-lint-file.ts";
import { Trouble } from "../model/trouble.ts";
import { readJson, type JsonKind } from "./read-json.ts";
import { whatIsAt } from "./what-is-at.ts";

const OWN_LINT: JsonKind<"own-lint"> = { what: "A lint of your own", schema: "own-lint" };

/** The lints that lie in a folder, one a file, in the order of the files. Throws `Trouble` with file, place and way out. */
export function readOwnLints(
  folder: string,
): readonly { readonly file: string; readonly lint: OwnLintFile }[] {
  if (whatIsAt(folder) !== "folder")
    throw new Trouble("there is no such folder", { file: folder, wayOut: "Check the name and the folder." });
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (files.length === 0)
    throw new Trouble("there is no lint in this folder", {
      file: folder,
      wayOut: "A lint of your own is one .json file (schemas/own-lint.schema.json).",
    });
  return files.sort().map((name) => {
    const file = join(folder, name);
    return { file, lint: readJson(file, OWN_LINT) };
  });
}
