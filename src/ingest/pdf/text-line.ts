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
  let open = new OpenLine();
  for (const text of texts) {
    const last = open.texts.at(-1);
    const goesOn =
      last !== undefined && onOneLine(open, text) && text.x > last.x + last.width - BACK * last.size;
    if (last !== undefined && !goesOn) {
      lines.push(lineOf(page, open));
      open = new OpenLine();
    }
    open.push(text);
  }
  if (open.texts.length > 0) lines.push(lineOf(page, open));
  return lines;
}

/** A line as far as its words have come; what it stands on is kept, so that each of its words is looked at once. */
class OpenLine {
  readonly texts: DrawnText[] = [];
  /** Of its largest letters. */
  size = 0;
  /** Which of its words are the first that are not small beside these. */
  #based = 0;

  /** Where its first words that are not raised stand. */
  get base(): number {
    return this.texts[this.#based]?.y ?? 0;
  }

  push(text: DrawnText): void {
    this.texts.push(text);
    this.size = Math.max(this.size, text.size);
    while (this.#isSmall(this.texts[this.#based])) this.#based += 1;
  }

  #isSmall(text: DrawnText | undefined): boolean {
    return text !== undefined && text.size < this.size * SMALL;
  }
}

function onOneLine({ size, base }: OpenLine, text: DrawnText): boolean {
  const rise = base - text.y;
  if (Math.abs(rise) < LEVEL * Math.min(size, text.size)) return true;
  // Raised words, or the line that begins with them.
  if (text.size < size * SMALL) return rise > 0 && rise < size * BACK;
  return size < text.size * SMALL && rise < 0 && -rise < text.size * BACK;
}

function lineOf(page: number, { texts, size, base: y }: OpenLine): TextLine {
  const pieces: LinePiece[] = [];
  let left = Infinity;
  let right = 0;
  for (const text of texts) {
    const raised = text.size < size * SMALL && y - text.y > size * 0.1;
    const words = text.spaced && pieces.length > 0 ? ` ${text.text}` : text.text;
    const last = pieces.at(-1);
    if (last?.raised === raised) pieces[pieces.length - 1] = { text: last.text + words, raised };
    else pieces.push({ text: words, raised });
    left = Math.min(left, text.x);
    right = Math.max(right, text.x + text.width);
  }
  const letters = texts.filter(({ size: own }) => own >= size * SMALL);
  return {
    page,
    pieces,
    text: pieces.map(({ text }) => text).join(""),
    left,
    right,
    y,
    size,
    bold: letters.every(({ bold }) => bold),
    italic: letters.every(({ italic }) => italic),
  };
}
