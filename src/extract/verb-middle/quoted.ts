import { gapBefore } from "../brackets.ts";
import type { Statement } from "../statement.ts";

/** The words inside quotation marks that close again: of a name, in which nothing is joined. */
export function quotedIn(statement: Statement): ReadonlySet<number> {
  const quoted = new Set<number>();
  let opened: number | undefined;
  for (let at = 0; at <= statement.words.length; at += 1) {
    const gap = at < statement.words.length ? gapBefore(statement, at) : "»";
    if (gap.includes("»") && opened !== undefined) {
      for (let word = opened; word < at; word += 1) quoted.add(word);
      opened = undefined;
    }
    if (gap.includes("«")) opened = at;
  }
  return quoted;
}
