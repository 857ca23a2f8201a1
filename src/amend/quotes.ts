/** Words in quotation marks: the words, and where the marks begin and end. */
export interface Quoted {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const OPENS = /[«“„]/u;
const CLOSES = /[»”]/u;
const BEFORE_OPENING = /[\s([«“„"]/u;

/** Whether a letter of a text opens a quotation, closes one, or does neither; a straight mark by what is beside it. */
export function markAt(text: string, at: number): "opens" | "closes" | undefined {
  const letter = text.charAt(at);
  if (OPENS.test(letter)) return "opens";
  if (CLOSES.test(letter)) return "closes";
  if (letter !== '"') return undefined;
  const before = text.charAt(at - 1);
  return before === "" || BEFORE_OPENING.test(before) ? "opens" : "closes";
}

/** How many quotations a text opens more than it closes. */
export function openQuotes(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = markAt(text, at);
    if (mark !== undefined) depth += mark === "opens" ? 1 : -1;
  }
  return depth;
}

/**
 * The outermost quotations of a text. Acts close a quotation within a quotation with one mark for both: a mark behind which
 * a word stands that speaks of what was quoted closes all that are open.
 */
export function quotesIn(text: string, speaksOfQuoted: (next: string) => boolean): readonly Quoted[] {
  const found: Quoted[] = [];
  let [depth, from, lastClose] = [0, 0, -1];
  const end = (to: number): void => {
    found.push({ text: text.slice(from + 1, to - 1), from, to });
    depth = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = markAt(text, at);
    if (mark === "opens") {
      if (depth === 0) [from, lastClose] = [at, -1];
      depth += 1;
    } else if (mark === "closes" && depth > 0) {
      depth -= 1;
      lastClose = at;
      if (depth === 0 || speaksOfQuoted(nextWord(text, at + 1))) end(at + 1);
    }
  }
  if (depth > 0 && lastClose >= 0) end(lastClose + 1);
  return found;
}

const NEXT = /^[\s,]*(\p{L}+)/u;

const nextWord = (text: string, at: number): string =>
  NEXT.exec(text.slice(at, at + 40))?.[1]?.toLowerCase() ?? "";

/** A text with spaces in the place of its quotations, so that offsets stay. */
export const withoutQuotes = (text: string): string =>
  quotesIn(text, () => false).reduce(
    (left, { from, to }) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
    text,
  );
