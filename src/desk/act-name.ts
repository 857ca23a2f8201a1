import { ACT_ENDINGS, endingOf } from "../files/act-endings.ts";
import { stemOf } from "../files/acts-folder.ts";
import { Trouble } from "../model/trouble.ts";

/** A name that can be a folder and part of an id, whatever the file is called. */
export const folderName = (stem: string): string =>
  stem.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|(?<!-)-+$/gu, "") || "act";

/** Letters of a name at most: a file's may have 255 bytes, of which a letter can take three, and some are wanted for what goes beside it. */
const LONGEST = 60;

/**
 * The name that a file is kept under: letters, figures, hyphens and low lines of its own name, and its ending. Whatever
 * folders it names are left out. Throws `Trouble` where it does not end as texts do.
 */
export function actName(named: string): string {
  const name = (named.split(/[/\\]/u).at(-1) ?? "").normalize("NFC");
  const ending = endingOf(name);
  if (!ACT_ENDINGS.has(ending))
    throw new Trouble("is called like no text", {
      file: name,
      wayOut: `Texts are read whose names end in ${[...ACT_ENDINGS].map((one) => `.${one}`).join(", ")}.`,
    });
  const stem = folderName(stemOf(name)).slice(0, LONGEST);
  return `${folderName(stem)}.${ending}`;
}
