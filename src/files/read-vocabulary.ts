import { join } from "node:path";
import type { Vocabulary } from "../model/vocabulary.ts";
import { readJson } from "./read-json.ts";
import { root } from "./root.ts";

/** The vocabulary that Tarmaq brings. Throws `Trouble` where it is not as it came. */
export const readVocabulary = (): Vocabulary =>
  readJson(join(root, "rules", "vocabulary.json"), {
    what: "The vocabulary",
    schema: "vocabulary",
    help: "put the file back as it came with Tarmaq",
  });
