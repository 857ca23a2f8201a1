import { resolve } from "node:path";
import { corpusTexts } from "../files/corpus-texts.ts";
import { whatIsAt } from "../files/what-is-at.ts";

/** Of commands that have a workbench. */
export const ACTS: readonly [flags: string, description: string] = [
  "--acts <folder>",
  "where acts are kept that are opened at the desk (default: acts/ here)",
];

/** Which acts a workbench opens with, and where it keeps those that people open. */
export interface ActsToOpen {
  readonly acts: { readonly folders: readonly string[]; readonly files: readonly string[] };
  readonly kept: string;
}

/** The files and folders that were named; where none was, the acts that were kept, and those that Tarmaq brings. */
export function actsToOpen(named: readonly string[], cwd: string, folder = "acts"): ActsToOpen {
  const kept = resolve(cwd, folder);
  if (named.length === 0)
    return { acts: { folders: [kept], files: corpusTexts().map(({ path }) => path) }, kept };
  const paths = named.map((path) => resolve(cwd, path));
  const isFolder = (path: string): boolean => whatIsAt(path) === "folder";
  return { acts: { folders: paths.filter(isFolder), files: paths.filter((path) => !isFolder(path)) }, kept };
}
