import type { TextFile } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import { readAct, type ActReading } from "./read-act.ts";

/** What to do about a text that is none of the same act in its other language. */
export const NAME_THE_TWIN = "Name the text of the same act in its other language.";

/**
 * The reading of what was given as the text of an act in its other language. Throws `Trouble` that names `path` where it
 * cannot be read, or is in the same language.
 */
export async function readTwin(
  reading: ActReading,
  { name, bytes }: TextFile,
  path: string,
): Promise<ActReading> {
  const twin = await readAct(bytes, { file: name }, path);
  if (twin.language.code === reading.language.code)
    throw new Trouble(`both texts are in ${reading.language.name}`, { file: path, wayOut: NAME_THE_TWIN });
  return twin;
}
