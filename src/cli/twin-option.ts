import { resolve } from "node:path";
import { Trouble } from "../model/trouble.ts";

/** Of commands that open an act with its decisions, and find its other text beside it. */
export const TWIN: readonly [flags: string, description: string] = [
  "--twin <file>",
  "the same act in its other language (default: act-rus.md beside act-kaz.md, rus.md beside kaz.md)",
];

/** The path that was named; throws `Trouble` where it is named beside several acts. */
export function twinPath(twin: string | undefined, acts: readonly string[], cwd: string): string | undefined {
  if (twin === undefined) return undefined;
  if (acts.length !== 1)
    throw new Trouble("--twin is the other text of one act", { wayOut: "Name one file beside it." });
  return resolve(cwd, twin);
}
