import { existsSync } from "node:fs";
import type { About } from "../model/about.ts";
import { aboutFile } from "./acts-folder.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const ABOUT: JsonKind<"about"> = { what: "What is known of a text", schema: "about" };

/** What is known of a text; absent where no such file lies beside it. Throws `Trouble` for one that is not as it should be. */
export function aboutOf(path: string): About | undefined {
  const file = aboutFile(path);
  return existsSync(file) ? readAbout(file) : undefined;
}

/** What an `about.json` says. Throws `Trouble` for one that is not as it should be. */
export const readAbout = (file: string): About => readJson(file, ABOUT);
