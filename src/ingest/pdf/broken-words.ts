import type { SetLine } from "./setting.ts";
import type { TextLine } from "./text-line.ts";

/** A line of one word, whatever sign stands before it; its last letters are the word's. */
const ONE_WORD = /^[^\p{L}\s]{0,3}(\p{L}+)$/u;
const FIRST_WORD = /^\p{Ll}+/u;
/** What of a line that takes part may be half a word. */
const UNCERTAIN = /^[^\p{L}\s]{0,3}\p{L}+/u;
const WORDS = /\p{L}+/gu;
/** A word goes on over so many lines at the most. */
const MOST_LINES = 5;
/** Less room than so many letters take may be none, since their widths are estimates; less than `SURELY_NONE` is none. */
const PERHAPS_NONE = 1.3;
const SURELY_NONE = 1.15;

/**
 * The lines whose last word goes on, without a hyphen, in the next: a word too long for its cell is broken where the cell
 * ends. Such a line holds nothing else, and has hardly room for a further letter. That fits many a whole word as well: what
 * is broken is told by the words of the file. `stretches`: lines that follow one another in a cell.
 */
export function brokenWords(stretches: readonly (readonly SetLine[])[]): ReadonlySet<TextLine> {
  const chains = stretches.flatMap(chainsOf);
  if (chains.length === 0) return new Set();
  const whole = wholeWords(stretches, new Set(chains.flat()));
  const broken = new Set<TextLine>();
  const rest = chains.flatMap((chain) => withoutKnown(chain, whole, broken));
  if (broken.size === 0) return broken;
  // Where words are broken, halves that are words nowhere are one as well.
  const isNoWord = (word: string): boolean => !whole.has(word);
  for (const [first, second] of rest)
    if (roomOf(first, second) <= SURELY_NONE && [wordOf(first, false), wordOf(second, true)].every(isNoWord))
      broken.add(first.line);
  return broken;
}

/** Finds the words of a chain that the file has whole elsewhere; gives the pairs of lines that are in none of them. */
function withoutKnown(
  chain: readonly SetLine[],
  whole: ReadonlySet<string>,
  broken: Set<TextLine>,
): (readonly [SetLine, SetLine])[] {
  const pairs: (readonly [SetLine, SetLine])[] = [];
  let before: SetLine | undefined;
  for (let from = 0; from < chain.length;) {
    const to = lastOfKnown(chain, from, whole);
    const line = chain[from];
    if (to === undefined && before !== undefined && line !== undefined) pairs.push([before, line]);
    before = to === undefined ? line : undefined;
    for (const set of chain.slice(from, to ?? from)) broken.add(set.line);
    from = (to ?? from) + 1;
  }
  return pairs;
}

/** Runs of lines each of which may be broken at its end; the last only takes the rest. */
function chainsOf(lines: readonly SetLine[]): SetLine[][] {
  const chains: SetLine[][] = [];
  let open: SetLine[] | undefined;
  for (const [index, line] of lines.entries()) {
    open?.push(line);
    const next = lines[index + 1];
    if (next === undefined || roomOf(line, next) > PERHAPS_NONE) open = undefined;
    else if (open === undefined) chains.push((open = [line]));
  }
  return chains;
}

/** For how many letters a line of one word has room in its column; for any number where no word can go on over its end. */
function roomOf({ line, column }: SetLine, { line: next }: SetLine): number {
  if (!ONE_WORD.test(line.text) || !FIRST_WORD.test(next.text)) return Infinity;
  const letter = (line.right - line.left + next.right - next.left) / (line.text.length + next.text.length);
  return (column.right - line.right) / letter;
}

/** Up to which line of a chain a word goes on that the file has whole elsewhere; the longest such word. */
function lastOfKnown(
  chain: readonly SetLine[],
  from: number,
  whole: ReadonlySet<string>,
): number | undefined {
  let found: number | undefined;
  let word = wordOf(chain[from], false);
  for (let at = from + 1; at < Math.min(chain.length, from + MOST_LINES); at += 1) {
    word += wordOf(chain[at], true);
    if (whole.has(word)) found = at;
  }
  return found;
}

/** The word of a line that takes part, in small letters: the only one, or of a line that goes on the first. */
const wordOf = (set: SetLine | undefined, goesOn: boolean): string => {
  const text = set?.line.text ?? "";
  return (goesOn ? FIRST_WORD.exec(text)?.[0] : ONE_WORD.exec(text)?.[1])?.toLowerCase() ?? "";
};

/** The words of all lines but those that may be halves. */
function wholeWords(
  stretches: readonly (readonly SetLine[])[],
  uncertain: ReadonlySet<SetLine>,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const set of stretches.flat())
    for (const word of (uncertain.has(set) ? set.line.text.replace(UNCERTAIN, "") : set.line.text).match(
      WORDS,
    ) ?? [])
      words.add(word.toLowerCase());
  return words;
}
