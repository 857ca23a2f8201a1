import { linesOf, type Line } from "./lines.ts";
import type { Block } from "./source-text.ts";
import type { TextFormat } from "./text-format.ts";
import { paragraphStarts } from "./unindented.ts";

/** A paragraph of the converted texts begins six columns in; three are enough to tell. */
const INDENT = 3;
/** Of a hundred lines so many are indented or blank where these tell the paragraphs. */
const TELLING = 4;

/**
 * The paragraphs of a plain text: an indented line or one after a blank line begins a new one. Where a text has neither,
 * its lines tell by their lengths and by how they begin and end.
 */
function plainTextBlocks(content: string): Block[] {
  const lines = [...linesOf(content)];
  const starts = tellsByLayout(content, lines) ? undefined : paragraphStarts(content, lines);
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
  for (const line of lines) {
    if (isBlank(line)) {
      close();
      blankLines += 1;
      if (line.end > line.start) afterSection = true;
      continue;
    }
    const indent = line.wordsStart - line.start;
    if (indent >= INDENT || starts?.has(line) === true) close();
    if (open === undefined) {
      open = { start: line.wordsStart, end: line.wordsEnd, indent, blankLines, afterSection };
      afterSection = false;
    } else open.end = line.wordsEnd;
    blankLines = 0;
  }
  close();
  return blocks;
}

const isBlank = (line: Line): boolean => line.wordsStart === line.wordsEnd;

/**
 * Whether indents or blank lines part the paragraphs: there are enough of them, and numbered paragraphs begin behind them
 * rather than right under the line before.
 */
function tellsByLayout(content: string, lines: readonly Line[]): boolean {
  const words = lines.filter((line) => !isBlank(line));
  const indented = words.filter(isIndented).length;
  const blank = lines.length - words.length;
  if ((indented + blank) * 100 < words.length * TELLING) return false;
  const numbered = lines.flatMap((line, index) =>
    NUMBERED.test(content.slice(line.wordsStart, line.wordsStart + LOOKED_AT)) ? [index] : [],
  );
  const apart = numbered.filter((index) => {
    const [line, before] = [lines[index], lines[index - 1]];
    return before === undefined || isBlank(before) || (line !== undefined && isIndented(line));
  });
  return numbered.length < LEAST_NUMBERED || apart.length * 2 >= numbered.length;
}

const isIndented = (line: Line): boolean => line.wordsStart - line.start >= INDENT;

/** A clause begins with a number, a point and a capital letter. */
const NUMBERED = /^\d{1,3}\. ["«]?\p{Lu}/u;
const LOOKED_AT = 8;
/** So many numbered paragraphs say how they are set. */
const LEAST_NUMBERED = 3;

/** Plain text: what shows no signs of another format. */
export const plainText: TextFormat = {
  id: "text",
  layout: "indents",
  tells: () => true,
  blocks: plainTextBlocks,
};
