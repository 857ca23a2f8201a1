/** One line of a text: where it begins and ends (without its line break), and where its words begin and end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Equal to `wordsEnd` where the line is blank. */
  readonly wordsStart: number;
  readonly wordsEnd: number;
}

/** The lines of a text; CRLF, LF and form feeds end one. */
export function* linesOf(content: string): Generator<Line> {
  let start = 0;
  while (start <= content.length) {
    const feed = content.indexOf("\n", start);
    const next = feed < 0 ? content.length : feed;
    let end = next;
    while (end > start && isBreak(content.charCodeAt(end - 1))) end -= 1;
    let wordsStart = start;
    while (wordsStart < end && isSpace(content.charCodeAt(wordsStart))) wordsStart += 1;
    let wordsEnd = end;
    while (wordsEnd > wordsStart && isSpace(content.charCodeAt(wordsEnd - 1))) wordsEnd -= 1;
    yield { start, end, wordsStart, wordsEnd };
    if (feed < 0) return;
    start = next + 1;
  }
}

const isBreak = (code: number): boolean => code === 13 || code === 12;

/** No-break space, narrow no-break space, figure space. */
const HARD_SPACES = new Set([0xa0, 0x202f, 0x2007]);

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 12 || code === 13 || HARD_SPACES.has(code);
