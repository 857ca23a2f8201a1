import { dirname, join, resolve } from "node:path";
import { filesBeside } from "../files/files-beside.ts";
import { isRulebook, textOf, type TextFile } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import { readAct, type ActReading } from "./read-act.ts";
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
  if (asked !== "beside") return await readTwin(reading, asked.named, cwd);
  if (typeof source !== "string") return undefined;
  const path = resolve(cwd, source);
  for (const name of twinNames(reading.file, filesBeside(path))) {
    const twin = await readTwin(reading, join(dirname(path), name), cwd).catch(withoutTrouble);
    if (twin !== undefined) return twin;
  }
  return undefined;
}

async function readTwin(reading: ActReading, other: string | TextFile, cwd: string): Promise<ActReading> {
  const text = await textOf(other, cwd);
  const path = typeof other === "string" ? other : text.name;
  const wayOut = "Name the text of the same act in its other language.";
  if (isRulebook(text)) throw new Trouble("this is a rulebook", { file: path, wayOut });
  const twin = await readAct(text.bytes, { file: text.name }, path);
  if (twin.language.code === reading.language.code)
    throw new Trouble(`both texts are in ${reading.language.name}`, { file: path, wayOut });
  return twin;
}

function withoutTrouble(error: unknown): undefined {
  if (!(error instanceof Trouble)) throw error;
  return undefined;
}
