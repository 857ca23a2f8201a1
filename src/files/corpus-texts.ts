import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { readAbout } from "./read-about.ts";
import { root } from "./root.ts";

/** A text of the corpus and the id of its act. */
export interface CorpusText {
  readonly id: string;
  readonly path: string;
}

/** Whether a file is one of the texts that Tarmaq brings, which are never edited. */
export const isBrought = (path: string): boolean => dirname(path) === join(root, "corpus");

/** The texts that Tarmaq brings; none where it was installed without them. */
export function corpusTexts(): readonly CorpusText[] {
  const folder = join(root, "corpus");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".about.json"))
    .sort()
    .map((name) => {
      const { id, file } = readAbout(join(folder, name));
      return { id, path: join(folder, file) };
    });
}
