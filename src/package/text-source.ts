import type { TextFile } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";

/** A text: the path of its file, or its bytes with the name by which findings and citations are to call it. */
export type TextSource = string | { readonly bytes: Uint8Array; readonly name: string };

/** Where relative paths start: in the folder that the process works in. */
export const HERE = ".";

/** What was handed in, where it is one of the two: callers without types can hand in anything. Throws `Trouble`. */
export function handedIn(source: TextSource): string | TextFile {
  const { bytes, name } = Object(source) as Partial<TextFile>;
  if (typeof source === "string" || (bytes instanceof Uint8Array && typeof name === "string")) return source;
  throw new Trouble("is neither a path nor { bytes, name }", {
    wayOut: "Hand in the path of a file, or its bytes as a Uint8Array with a name.",
  });
}
