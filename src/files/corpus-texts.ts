import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** A text of the corpus and the id of its act. */
export interface CorpusText {
  readonly id: string;
  readonly path: string;
}

/** The texts that Tarmaq brings; none where it was installed without them. */
export function corpusTexts(): readonly CorpusText[] {
  const folder = join(root, "corpus");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".about.json"))
    .sort()
    .map((name) => {
      const about = JSON.parse(readFileSync(join(folder, name), "utf8")) as { id: string; file: string };
      return { id: about.id, path: join(folder, about.file) };
    });
}
