import { dirname, join, resolve } from "node:path";
import { filesBeside } from "../files/files-beside.ts";
import { isRulebook, textOf, type TextFile } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import type { ActReading } from "./read-act.ts";
import { NAME_THE_TWIN, readTwin } from "./read-twin.ts";
import { twinNames } from "./twin-names.ts";

/** Which text in the other language is wanted: the one named, the one that lies beside the first, or none. */
export type TwinAsked = { readonly named: string | TextFile } | "beside" | "none";

/**
 * The text of an act in its other language. Throws `Trouble` where the one that was named cannot be read or is in the same
 * language; one that only lies beside and is no such text is none.
 */
export async function twinOf(
  reading: ActReading,
  source: string | TextFile,
  asked: TwinAsked,
  cwd: string,
): Promise<ActReading | undefined> {
  if (asked === "none") return undefined;
  if (asked !== "beside") return await twinAt(asked.named, reading, cwd);
  if (typeof source !== "string") return undefined;
  const path = resolve(cwd, source);
  for (const name of twinNames(reading.file, filesBeside(path))) {
    const twin = await twinAt(join(dirname(path), name), reading, cwd).catch(withoutTrouble);
    if (twin !== undefined) return twin;
  }
  return undefined;
}

async function twinAt(other: string | TextFile, reading: ActReading, cwd: string): Promise<ActReading> {
  const text = await textOf(other, cwd);
  const path = typeof other === "string" ? other : text.name;
  if (isRulebook(text)) throw new Trouble("this is a rulebook", { file: path, wayOut: NAME_THE_TWIN });
  return await readTwin(reading, text, path);
}

function withoutTrouble(error: unknown): undefined {
  if (!(error instanceof Trouble)) throw error;
  return undefined;
}
