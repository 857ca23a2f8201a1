import { join } from "node:path";
import type { Vocabulary } from "../model/vocabulary.ts";
import { readJson } from "./read-json.ts";
import { root } from "./root.ts";

let read: Vocabulary | undefined;

/** The vocabulary that Tarmaq brings, read once. Throws `Trouble` where it is not as it came. */
export const readVocabulary = (): Vocabulary =>
  (read ??= readJson(join(root, "rules", "vocabulary.json"), {
    what: "The vocabulary",
    schema: "vocabulary",
    help: "put the file back as it came with Tarmaq",
  }));
