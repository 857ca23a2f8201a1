import { Packer, type Document } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first moment that a ZIP archive can tell: what is made again from the same is the same to the last byte. */
const FIRST_OF_ZIP = new Date(1980, 0, 1);
/** The part that says who wrote a document and when. */
const CORE = "docProps/core.xml";
const MOMENTS = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;

/** A document's bytes with nothing in them of the moment at which it was made: the same content makes the same file. */
export async function fixedDocx(document: Document): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const core = parts[CORE];
  const all: Record<string, Uint8Array> = { ...parts };
  if (core !== undefined) all[CORE] = strToU8(strFromU8(core).replace(MOMENTS, ""));
  const names = Object.keys(parts).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, all[name] ?? new Uint8Array()])), {
    mtime: FIRST_OF_ZIP,
  });
}
