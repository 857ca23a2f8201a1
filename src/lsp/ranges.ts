import type { Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../model/span.ts";
import { spanInFile, type InFile } from "./in-file.ts";

/** Between words that layout has parted there may be so many letters; what is further away is another place. */
const APART = 200;

export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where the words of a citation stand in the editor: from the first to the last that follow one another. */
export function rangeOf(spans: readonly Span[], inFile: InFile, document: TextDocument): Range {
  const [first, ...more] = spans;
  if (first === undefined) return TOP;
  let { end } = first;
  for (const span of more) {
    if (span.start - end > APART) break;
    end = Math.max(end, span.end);
  }
  const inEditor = spanInFile({ start: first.start, end }, inFile);
  return { start: document.positionAt(inEditor.start), end: document.positionAt(inEditor.end) };
}
