import { actFilesIn, holds, keepAct, nameTaken, stemOf } from "../files/acts-folder.ts";
import { isRulebook, type TextFile } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import type { Provision, ProvisionType } from "../structure/provision.ts";
import { aboutOfHead, headOf } from "./about-of.ts";
import { actName, folderName } from "./act-name.ts";
import { readAct } from "./read-act.ts";

/** Where acts are kept that people open, who opens one, and what is open already. */
export interface Opening {
  readonly folder: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** Files of the acts that are open, with their ids. */
  readonly open: readonly { readonly path: string; readonly id: string }[];
}

/**
 * Keeps a text as an act of its own, with what its head says of it beside it, and gives its path. Throws `Trouble` where it
 * is empty, no text, no act, in a language that is not read, or there already: under its name or by its content.
 */
export async function openFile(file: TextFile, opening: Opening): Promise<string> {
  const name = actName(file.name);
  const { bytes } = file;
  if (bytes.length === 0)
    throw new Trouble("is empty", { file: file.name, wayOut: "Choose the file that holds the act's text." });
  if (isRulebook(file))
    throw new Trouble("this is a rulebook", {
      file: file.name,
      wayOut: "Name the text of the act in either language.",
    });
  refuseKnown(file, name, opening);
  const reading = await readAct(bytes, { file: name }, file.name);
  if (!hasProvisions(reading.tree))
    throw new Trouble("is no act: it has no clause, no regulation and no annex", {
      file: file.name,
      wayOut: "Choose a file that holds the text of an act.",
    });
  const about = aboutOfHead(headOf(reading), {
    id: folderName(stemOf(name)),
    file: name,
    origin: `Opened at the desk as ${file.name} by ${opening.by}, ${opening.at}.`,
    language: reading.language.code,
    sha256: reading.sha256,
  });
  return await keepAct(opening.folder, { name, bytes }, about);
}

function refuseKnown({ name: given, bytes }: TextFile, name: string, { folder, open }: Opening): void {
  const same = open.find(({ path }) => holds(path, bytes));
  if (same !== undefined)
    throw new Trouble(`is open already: its content is that of ${same.id}`, {
      file: given,
      wayOut: "It is on the shelf.",
    });
  const stem = folded(stemOf(name));
  const taken =
    actFilesIn(folder).some((path) => folded(stemOf(path)) === stem) ||
    open.some(({ id }) => folded(id) === folded(folderName(stemOf(name))));
  if (taken) throw nameTaken(given);
}

/** Some file systems take capitals for small letters. */
const folded = (name: string): string => name.normalize("NFC").toLowerCase();

const OF_ACTS: ReadonlySet<ProvisionType> = new Set(["regulation", "annex", "chapter", "clause"]);

const hasProvisions = (node: Provision): boolean =>
  OF_ACTS.has(node.type) || (node.children ?? []).some(hasProvisions);
