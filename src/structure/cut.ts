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

/** A number with its dot or bracket; a dot wants a space after it, or a capital letter (`8.00` is no clause). */
const MARKER = /^(\d+(?:-\d+)*)(?:(\.)(?:\s+|(?=["«]?\p{Lu}))|(\))\s*)/u;
/** An item's number behind the quotation mark that the act which inserted it was quoted with: `«8) портал – …`. */
const QUOTED_ITEM = /^["«](\d+(?:-\d+)*)(\))\s*/u;

/** A passage's number and the words after it, where it begins with one that ends in `close`. */
export function numbered(
  passage: Passage,
  close: "." | ")",
): { readonly label: string; readonly marker: Passage; readonly rest: Passage } | undefined {
  const code = passage.text.charCodeAt(0);
  const match =
    code >= 48 && code <= 57
      ? MARKER.exec(passage.text)
      : close === ")"
        ? QUOTED_ITEM.exec(passage.text)
        : null;
  if (match?.[1] === undefined || (match[3] ?? match[2]) !== close) return undefined;
  const end = match[0].length;
  return { label: match[1], marker: cut(passage, 0, end), rest: cut(passage, end) };
}
