import type { Finding } from "../model/finding.ts";

/** In a DOC this stands behind the words of each cell. */
const CELL_END = "\u0007";
/** So many letters on either side of it are looked for; a cell with fewer is passed over. */
const SIDE = 6;
/** So many cells are looked at: a table that was lost shows in its first ones. */
const MOST = 1_000;

/**
 * A warning where words of two cells of a DOC stand side by side without a space in the text that another program made of it:
 * that has lost the table, and rules of several rows look like one sentence. LibreOffice 7.4 does so with a DOC that it has
 * itself written from a DOCX whose cells have no widths.
 */
export function tableLost(doc: Uint8Array, content: string, file: string): readonly Finding[] {
  const words = runTogether(doc, content);
  if (words === undefined) return [];
  return [
    { code: "ingest/table-lost", severity: "warning", where: { in: "file", file }, details: { words } },
  ];
}

/** The words about the first end of a cell that the text does not show; in UTF-16, as a DOC holds all Cyrillic letters. */
function runTogether(doc: Uint8Array, content: string): string | undefined {
  const letters = Buffer.from(doc.buffer, doc.byteOffset, doc.byteLength).toString("utf16le");
  let cells = 0;
  for (let at = letters.indexOf(CELL_END); at >= 0 && cells < MOST; at = letters.indexOf(CELL_END, at + 1)) {
    const words = letters.slice(Math.max(0, at - SIDE), at) + letters.slice(at + 1, at + 1 + SIDE);
    if (words.length < 2 * SIDE || /\p{Cc}/u.test(words)) continue;
    cells += 1;
    if (content.includes(words)) return words.trim();
  }
  return undefined;
}
