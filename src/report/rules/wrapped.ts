/** Letters of a terminal's usual line. */
const WIDTH = 100;

/** Words broken at blanks so that no line is wider than the terminal's usual hundred letters. */
export function wrapped(words: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of words.split(/\s+/u)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
