import type { DrawnText } from "./drawn-page.ts";

/** A piece of a line's words; `raised`: the number of a footnote, or of a square metre. */
export interface LinePiece {
  readonly text: string;
  readonly raised: boolean;
}

/** Words that stand on one line of a page, column or cell. */
export interface TextLine {
  readonly page: number;
  readonly pieces: readonly LinePiece[];
  /** The words of all pieces. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line it stands on, from the top of the page. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** How far two pieces on one line may stand apart in height, as a share of their size. */
const LEVEL = 0.3;
/** Raised words are smaller than this share of the line's size. */
const SMALL = 0.86;
/** A gap so many times the size parts columns of words that stand on one line by chance; they keep one blank. */
const BACK = 0.6;

/** Lines of words in the order in which they are drawn: a new one begins where the next words stand lower, higher or before. */
export function linesOf(page: number, texts: readonly DrawnText[]): TextLine[] {
  const lines: TextLine[] = [];
  let open: DrawnText[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(page, open));
    open = [];
  };
  for (const text of texts) {
    const last = open.at(-1);
    const goesOn =
      last !== undefined && onOneLine(open, text) && text.x > last.x + last.width - BACK * last.size;
    if (!goesOn) close();
    open.push(text);
  }
  close();
  return lines;
}

/** The size of most letters. */
const sizeOf = (texts: readonly DrawnText[]): number => Math.max(...texts.map(({ size }) => size));

const baseOf = (texts: readonly DrawnText[]): number => {
  const size = sizeOf(texts);
  return texts.find((text) => text.size >= size * SMALL)?.y ?? 0;
};

function onOneLine(open: readonly DrawnText[], text: DrawnText): boolean {
  const size = sizeOf(open);
  const rise = baseOf(open) - text.y;
  if (Math.abs(rise) < LEVEL * Math.min(size, text.size)) return true;
  // Raised words, or the line that begins with them.
  if (text.size < size * SMALL) return rise > 0 && rise < size * BACK;
  return size < text.size * SMALL && rise < 0 && -rise < text.size * BACK;
}

function lineOf(page: number, texts: readonly DrawnText[]): TextLine {
  const size = sizeOf(texts);
  const y = baseOf(texts);
  const pieces: LinePiece[] = [];
  let right = 0;
  for (const text of texts) {
    const raised = text.size < size * SMALL && y - text.y > size * 0.1;
    const words = text.spaced && pieces.length > 0 ? ` ${text.text}` : text.text;
    const last = pieces.at(-1);
    if (last?.raised === raised) pieces[pieces.length - 1] = { text: last.text + words, raised };
    else pieces.push({ text: words, raised });
    right = Math.max(right, text.x + text.width);
  }
  const letters = texts.filter(({ size: own }) => own >= size * SMALL);
  return {
    page,
    pieces,
    text: pieces.map(({ text }) => text).join(""),
    left: Math.min(...texts.map(({ x }) => x)),
    right,
    y,
    size,
    bold: letters.every(({ bold }) => bold),
    italic: letters.every(({ italic }) => italic),
  };
}
