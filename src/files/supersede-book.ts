import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import type { KeptFile } from "./kept-file.ts";

/** Puts a rulebook out of the way of judging, under a name that is no rulebook's; gives that, or undefined where there is none. */
export async function supersedeBook({ file }: KeptFile, at: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const name = `${file}.superseded-${at.replace(/[:.]/gu, "-")}`;
  await rename(file, name);
  return name;
}
