import { gapAfter, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** What stands between a word and the one before it; nothing before the first and behind the last. */
export const gapBefore = (statement: Statement, at: number): string =>
  at < statement.words.length ? gapAfter(statement, at - 1) : "";

/** Whether a bracket that opens before a word opens with an alternative: `(немесе …)`. */
const isAlternative = (statement: Statement, at: number): boolean =>
  marksFor(statement, "or").some((mark) => mark.from === at);

/**
 * How many brackets each word stands in, of those that open behind the word `from`. What a bracket offers in place of what
 * stands before it, `(немесе …)`, stands beside that, not inside.
 */
export function depthsOf(statement: Statement, from: number): readonly number[] {
  const open: boolean[] = [];
  return statement.words.map((_, at) => {
    if (at > from)
      for (const sign of gapBefore(statement, at)) {
        if (sign === "(") open.push(!isAlternative(statement, at));
        if (sign === ")") open.pop();
      }
    return open.filter(Boolean).length;
  });
}

/** The word behind the brackets that open before a word, or that word itself; brackets that offer an alternative stay. */
export function pastBrackets(statement: Statement, at: number): number {
  if (!/^\s*\(/u.test(gapBefore(statement, at)) || isAlternative(statement, at)) return at;
  for (let index = at + 1; index < statement.words.length; index += 1)
    if (gapBefore(statement, index).includes(")")) return index;
  return at;
}
