import type { Mark } from "../model/change.ts";
import { alignedWords } from "./aligned-words.ts";

/** Longer quotes are shown whole: comparing two long texts that share little takes time by the square. */
const LONGEST = 4000;

/**
 * Which words two texts share and which only one has, so that the difference is never a part of a word. White space of any
 * length counts as one space.
 */
export function wordMarks(old: string, now: string): readonly Mark[] {
  const pieces = (text: string): readonly string[] =>
    text.replace(/\s+/gu, " ").match(/[\p{L}\p{M}\p{N}]+|\s|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
  const [before, after] = [pieces(old), pieces(now)];
  if (before.length > LONGEST || after.length > LONGEST)
    return old === now
      ? [{ is: "same", text: now }]
      : [
          { is: "removed", text: old },
          { is: "added", text: now },
        ];
  const runs = alignedWords(before, after, (piece) => piece);
  return settle(runs.map(({ is, words }) => ({ is, text: words.join("") })));
}

/** A lone space between two changes is no common ground: it goes to both. Neighbours of one sort become one. */
function settle(marks: readonly Mark[]): readonly Mark[] {
  const settled: Mark[] = [];
  let removed = "";
  let added = "";
  const flush = (): void => {
    if (removed !== "") settled.push({ is: "removed", text: removed });
    if (added !== "") settled.push({ is: "added", text: added });
    removed = added = "";
  };
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1];
    if (mark.is === "removed") removed += mark.text;
    else if (mark.is === "added") added += mark.text;
    else if (removed !== "" && added !== "" && next !== undefined && mark.text.trim() === "") {
      removed += mark.text;
      added += mark.text;
    } else {
      flush();
      settled.push(mark);
    }
  }
  flush();
  return settled;
}
