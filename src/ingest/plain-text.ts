import { linesOf } from "./lines.ts";
import type { Block } from "./source-text.ts";

/** A paragraph of the converted texts begins six columns in; three are enough to tell. */
const INDENT = 3;

/** The paragraphs of a plain text: an indented line or one after a blank line begins a new one. */
export function plainTextBlocks(content: string): Block[] {
  const blocks: Block[] = [];
  let open:
    { start: number; end: number; indent: number; blankLines: number; afterSection: boolean } | undefined;
  let blankLines = 0;
  let afterSection = false;
  const close = (): void => {
    if (open === undefined) return;
    const { start, end, ...rest } = open;
    blocks.push({ kind: "paragraph", span: { start, end }, ...rest });
    open = undefined;
  };
  for (const line of linesOf(content)) {
    if (line.wordsStart === line.wordsEnd) {
      close();
      blankLines += 1;
      if (line.end > line.start) afterSection = true;
      continue;
    }
    const indent = line.wordsStart - line.start;
    if (indent >= INDENT) close();
    if (open === undefined) {
      open = { start: line.wordsStart, end: line.wordsEnd, indent, blankLines, afterSection };
      afterSection = false;
    } else open.end = line.wordsEnd;
    blankLines = 0;
  }
  close();
  return blocks;
}
