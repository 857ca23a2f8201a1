import { SaxesParser } from "saxes";
import { ArchiveFault, type WorkbookArchive } from "./archive.ts";

/** What is told of a part's elements, in order; names without their prefixes. */
export interface PartEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** A name without its prefix. */
const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads a part of a workbook, and gives way after each piece of it. Throws `ArchiveFault` where it is no XML. */
export async function* readPart(
  archive: WorkbookArchive,
  part: string,
  { open, close, text }: PartEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new ArchiveFault(`its part ${part} declares entities, which no workbook does`);
  });
  parser.on("error", (error) => {
    throw new ArchiveFault(`its part ${part} is no well-formed XML: ${error.message}`);
  });
  if (open !== undefined)
    parser.on("opentag", ({ name, attributes }) => {
      open(bare(name), attributes);
    });
  if (close !== undefined)
    parser.on("closetag", ({ name }) => {
      close(bare(name));
    });
  if (text !== undefined) parser.on("text", text);
  for await (const piece of archive.text(part)) {
    parser.write(piece);
    yield;
  }
  parser.close();
}

/** Reads all of a small part; does nothing where there is none of this name. */
export async function readWholePart(
  archive: WorkbookArchive,
  part: string,
  events: PartEvents,
): Promise<void> {
  if (!archive.has(part)) return;
  const pieces = readPart(archive, part, events);
  while ((await pieces.next()).done !== true);
}
