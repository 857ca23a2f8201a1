import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Names of the other files in a file's folder, in the order of their names; none where the folder cannot be read. */
export function filesBeside(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() || entry.name === basename(path) ? [] : [entry.name]))
      .sort();
  } catch {
    return [];
  }
}
