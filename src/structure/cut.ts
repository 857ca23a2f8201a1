import { slicePassage, type Passage } from "../model/passage.ts";

/** `[start, end)` of a passage without white space at its ends. */
export function cut(passage: Passage, start: number, end = passage.text.length): Passage {
  let from = start;
  let to = end;
  while (from < to && isSpace(passage.text, from)) from += 1;
  while (to > from && isSpace(passage.text, to - 1)) to -= 1;
  return from === 0 && to === passage.text.length ? passage : slicePassage(passage, from, to);
}

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10;
};

const MARKER = /^(?:(\d+(?:-\d+)*)([.)])|(\d+(?:-\d+)*)-тарау\.?)\s*/u;

/** A passage's number and the words after it, where it begins with one that ends in `close`. */
export function numbered(
  passage: Passage,
  close: "." | ")",
): { readonly label: string; readonly marker: Passage; readonly rest: Passage } | undefined {
  const code = passage.text.charCodeAt(0);
  if (code < 48 || code > 57) return undefined;
  const match = MARKER.exec(passage.text);
  const label = match?.[1];
  if (match === null || label === undefined || match[2] !== close) return undefined;
  const next = passage.text[match[0].length];
  if (close === "." && next !== undefined && (/\d/.test(next) || match[0].endsWith("."))) {
    if (/[\d]/.test(next) || !/[\p{Lu}"«]/u.test(next)) return undefined;
  }
  return { label, marker: cut(passage, 0, match[0].length), rest: cut(passage, match[0].length) };
}
