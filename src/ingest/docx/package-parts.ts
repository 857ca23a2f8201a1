import { Damaged } from "./damaged.ts";
import { xmlOf, childrenOf, type Xml } from "./xml.ts";
import type { Archive } from "./zip.ts";

/** The parts of a Word document that its text is made of. */
export interface Parts {
  readonly document: Xml;
  readonly styles?: Xml;
  readonly numbering?: Xml;
  readonly footnotes?: Xml;
  readonly endnotes?: Xml;
}

const NAMES = ["styles", "numbering", "footnotes", "endnotes"] as const;

/** Finds the parts by the relations that the package states, else by their usual names. Throws `Damaged`. */
export function partsOf(archive: Archive): Parts {
  const main = relationsOf(archive, "_rels/.rels", "").get("officeDocument") ?? "word/document.xml";
  const bytes = archive.part(main);
  if (bytes === undefined) throw new Damaged("ingest/broken-archive", { part: main });
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const related = relationsOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const others = NAMES.flatMap((name) => {
    const part = related.get(name) ?? `${folder}${name}.xml`;
    const found = archive.part(part);
    return found === undefined ? [] : [[name, xmlOf(found, part)] as const];
  });
  return { document: xmlOf(bytes, main), ...Object.fromEntries(others) };
}

/** Targets of a part's relations by the last word of their type. */
function relationsOf(archive: Archive, name: string, folder: string): Map<string, string> {
  const bytes = archive.part(name);
  const targets = new Map<string, string>();
  if (bytes === undefined) return targets;
  for (const { attributes } of childrenOf(xmlOf(bytes, name), "Relationship")) {
    const { Type: type = "", Target: target = "" } = attributes;
    const of = type.slice(type.lastIndexOf("/") + 1);
    const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
    if (!targets.has(of) && archive.has(path)) targets.set(of, path);
  }
  return targets;
}
