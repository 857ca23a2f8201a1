import { basename, dirname, join } from "node:path";
import { filesBeside } from "../files/files-beside.ts";
import { twinNames } from "./twin-names.ts";

/** The file of the same act in its other language, where one lies beside this one and is called so. */
export function twinBeside(path: string): string | undefined {
  const [name] = twinNames(basename(path), filesBeside(path));
  return name === undefined ? undefined : join(dirname(path), name);
}
