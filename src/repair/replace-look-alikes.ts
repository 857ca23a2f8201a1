import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** Latin letters and the Cyrillic ones that look the same. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "а",
  A: "А",
  B: "В",
  c: "с",
  C: "С",
  e: "е",
  E: "Е",
  h: "һ",
  H: "Н",
  i: "і",
  I: "І",
  K: "К",
  M: "М",
  o: "о",
  O: "О",
  p: "р",
  P: "Р",
  s: "ѕ",
  T: "Т",
  x: "х",
  X: "Х",
  y: "у",
  Y: "Ү",
  k: "к",
  m: "м",
};
/** A word of letters of both scripts, found from the place where one meets the other. */
const MIXED = /[a-zA-Z](?=\p{Script=Cyrillic})|(?<=\p{Script=Cyrillic})[a-zA-Z]/gu;

/** Puts a Cyrillic letter for a Latin one that looks like it, in a word that is otherwise Cyrillic. */
export const replaceLookAlikes: Repair = {
  id: "replace-look-alikes",
  finding: "repair/look-alike",
  find: (content) => {
    const edits: Edit[] = [];
    let done = -1;
    for (const { index } of content.matchAll(MIXED)) {
      if (index < done) continue;
      const word = wordAround(content, index);
      done = word.end;
      edits.push(...replaced(content, word));
    }
    return edits;
  },
  examples: [
    ["тiркелгенiн растайтын", "тіркелгенін растайтын"],
    ["мемлекеттiк қызмет", "мемлекеттік қызмет"],
    ["www.egov.kz порталы", "www.egov.kz порталы"],
    ["СОVID-19", "СОVID-19"],
  ],
};

function wordAround(content: string, at: number): { start: number; end: number } {
  let start = at;
  let end = at + 1;
  while (start > 0 && /\p{L}/u.test(content[start - 1] ?? "")) start -= 1;
  while (end < content.length && /\p{L}/u.test(content[end] ?? "")) end += 1;
  return { start, end };
}

/** One edit a letter; none where a Latin letter has no Cyrillic double or the word is not mainly Cyrillic. */
function replaced(content: string, word: { start: number; end: number }): Edit[] {
  const edits: Edit[] = [];
  for (let at = word.start; at < word.end; at += 1) {
    const letter = content[at] ?? "";
    if (!/[a-z]/i.test(letter)) continue;
    const by = LOOK_ALIKES[letter];
    if (by === undefined) return [];
    edits.push({ kind: "replace-look-alikes", at: { start: at, end: at + 1 }, by });
  }
  return edits.length * 2 <= word.end - word.start ? edits : [];
}
