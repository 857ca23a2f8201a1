import { RE2JS } from "re2js";

/** A stretch that a pattern matches. */
interface Matched {
  readonly start: number;
  readonly end: number;
}

/** A regular expression whose time is linear in the text, whatever it is. */
export interface BoundedPattern {
  readonly test: (text: string) => boolean;
  /** Every stretch that it matches, in the order of the text; empty ones are none. */
  readonly all: (text: string) => readonly Matched[];
}

/** What is wrong with a regular expression, in the words of a message. */
export class PatternFault extends Error {}

/** These know the Latin alphabet alone: a pattern with them would find nothing in an act and say so to nobody. */
const LATIN_ONLY = /(?<!\\)(?:\\\\)*\\[bw]/iu;

/** Compiles a user's regular expression for an engine without backtracking. Throws `PatternFault`. */
export function boundedPattern(source: string): BoundedPattern {
  if (LATIN_ONLY.test(source))
    throw new PatternFault("knows Latin letters alone; docs/own-lints.md says how letters are written");
  let compiled: ReturnType<typeof RE2JS.compile>;
  try {
    compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new PatternFault(`is no regular expression of RE2: ${what}`);
  }
  return { test: (text) => compiled.matcher(text).find(), all: (text) => allOf(compiled.matcher(text)) };
}

function allOf(matcher: { find: () => boolean; start: () => number; end: () => number }): readonly Matched[] {
  const found: Matched[] = [];
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) found.push({ start, end });
  }
  return found;
}
