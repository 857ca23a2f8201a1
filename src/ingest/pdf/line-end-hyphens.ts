import type { TextLine } from "./text-line.ts";

/** A small letter and a hyphen end a line, and a small letter begins the next. */
const CUT = /(?<!\p{Ll})(\p{Ll}{1,40})[-\u{2010}]$/u;
const REST = /^\p{Ll}+/u;
const WORDS = /\p{L}+(?:[-\u{2010}]\p{L}+)*/gu;

/**
 * Whether a file cuts words at the ends of lines: some of those cut so are elsewhere in it whole, and more of them than have
 * their hyphen elsewhere as well. Where it does not, a hyphen at a line's end is the word's own.
 */
export function cutsWords(lines: readonly TextLine[]): boolean {
  let words: Set<string> | undefined;
  let whole = 0;
  let own = 0;
  for (const [index, line] of lines.entries()) {
    const first = CUT.exec(line.text)?.[1];
    const second = REST.exec(lines[index + 1]?.text ?? "")?.[0];
    if (first === undefined || second === undefined) continue;
    words ??= wordsIn(lines);
    if (words.has(first + second)) whole += 1;
    if (words.has(`${first}-${second}`)) own += 1;
  }
  return whole > own;
}

const wordsIn = (lines: readonly TextLine[]): Set<string> =>
  new Set(
    lines.flatMap(({ text }) =>
      (text.match(WORDS) ?? []).map((word) => word.toLowerCase().replaceAll("\u{2010}", "-")),
    ),
  );

/** What is known of the words that go on over a line's end. */
export interface LineEnds {
  /** The file cuts words at the ends of lines, with hyphens. */
  readonly cuts: boolean;
  /** The lines whose last word goes on in the next without one. */
  readonly broken: ReadonlySet<TextLine>;
}

/**
 * What stands between a line and the next: a line break, or nothing behind a hyphen that is the word's own and in a
 * broken word. Browsers print a soft hyphen as U+2010; it is given back as one.
 */
export function withEnd(
  words: string,
  line: TextLine,
  next: string | undefined,
  { cuts, broken }: LineEnds,
): string {
  if (next === undefined || broken.has(line)) return words;
  if (words.endsWith("\u{2010}") && REST.test(next)) return `${words.slice(0, -1)}\u{AD}\n`;
  return !cuts && /\p{L}-$/u.test(words) && /^\p{L}/u.test(next) ? words : `${words}\n`;
}
