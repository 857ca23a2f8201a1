import fastDiff from "fast-diff";
import type { Mark } from "../model/change.ts";

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;
/** Longer quotes are shown whole: comparing two long texts that share little takes time by the square. */
const LONGEST = 4000;
const MOST_WORDS = 0xffff - (AFTER_SURROGATES - SURROGATES);

/**
 * Which words two texts share and which only one has: each different word stands for one character, so that the
 * difference is never a part of a word. White space of any length counts as one space.
 */
export function wordMarks(old: string, now: string): readonly Mark[] {
  const codes = new Map<string, string>();
  const words: string[] = [];
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
  const coded = (text: readonly string[]): string =>
    text.map((piece) => codes.get(piece) ?? codeFor(piece, codes, words)).join("");
  const [one, other] = [coded(before), coded(after)];
  const marks = fastDiff(one, other).map(([change, text]): Mark => ({
    is: change === fastDiff.EQUAL ? "same" : change === fastDiff.DELETE ? "removed" : "added",
    text: Array.from(text, (code) => words[numberOf(code)] ?? "").join(""),
  }));
  return settle(marks);
}

function codeFor(piece: string, codes: Map<string, string>, words: string[]): string {
  const number = words.push(piece) - 1;
  if (number >= MOST_WORDS) throw new RangeError(`more than ${MOST_WORDS} different words in two quotes`);
  const code = String.fromCharCode(number < SURROGATES ? number : number - SURROGATES + AFTER_SURROGATES);
  codes.set(piece, code);
  return code;
}

function numberOf(code: string): number {
  const point = code.charCodeAt(0);
  return point < SURROGATES ? point : point - AFTER_SURROGATES + SURROGATES;
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
