import { statSync } from "node:fs";

/** What there is at a path. */
export function whatIsAt(path: string): "nothing" | "folder" | "file" {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}
