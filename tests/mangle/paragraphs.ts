/** A block of a plain text with what stands before it: the blank lines, and the indent of its first line. */
export interface TextBlock {
  readonly before: string;
  readonly indent: string;
  /** Lines without line breaks, without trailing white space. */
  readonly lines: readonly string[];
}

/** The blocks of a converted plain text: an indented line or one after a blank line begins a new one. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: { before: string; indent: string; lines: string[] }[] = [];
  let before = "";
  let open: { before: string; indent: string; lines: string[] } | undefined;
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      open = undefined;
      before += `${line}\n`;
      continue;
    }
    const indent = /^ */.exec(line)?.[0] ?? "";
    if (open === undefined || indent.length >= 3) {
      open = { before, indent, lines: [] };
      blocks.push(open);
      before = "";
    }
    open.lines.push((open.lines.length === 0 ? line.slice(indent.length) : line).trimEnd());
  }
  return blocks;
}

/** Blocks as a text again. */
export function blocksText(blocks: readonly TextBlock[]): string {
  return blocks.map(({ before, indent, lines }) => `${before}${indent}${lines.join("\n")}\n`).join("");
}
