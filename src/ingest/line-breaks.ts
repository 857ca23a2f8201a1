/** A paragraph within a block, and the empty lines before it. */
export interface Part {
  readonly text: string;
  readonly blankLines: number;
}

const ENDS = /[.;:!?]["»”)]?$/u;
const NUMBERED = /^(?:\d{1,4}(?:-\d{1,3})*[.)]|[-–—•])\s/u;
const GOES_ON = /^[\p{Ll}(]/u;

/**
 * Cuts a block at the line breaks that part paragraphs: an empty line, one behind the end of a sentence, one before a
 * number. In the cell of a table every line is one, but for one that goes on with a small letter.
 */
export function parted(text: string, inCell: boolean): Part[] {
  const parts: { text: string; blankLines: number }[] = [];
  let blankLines = 0;
  /** The words of the last line that is not empty. */
  let before = "";
  for (const line of text.split("\n")) {
    const words = line.trim();
    const last = parts.at(-1);
    if (words === "") {
      blankLines += 1;
      continue;
    }
    if (last === undefined || blankLines > 0 || begins(before, words, inCell)) {
      parts.push({ text: line, blankLines: last === undefined ? 0 : blankLines });
      blankLines = 0;
    } else last.text += `\n${line}`;
    before = words;
  }
  return parts;
}

const begins = (before: string, line: string, inCell: boolean): boolean =>
  ENDS.test(before) || NUMBERED.test(line) || (inCell && !GOES_ON.test(line));
