import type { RichItem } from "./rich-text.ts";

/** A stamp has at most so many letters. */
const STAMP = 400;

/** The few lines of a cell that stands beside empty ones are one block, as they are in a text. */
export function asStamp(items: readonly RichItem[]): readonly RichItem[] {
  const lines = items.flatMap((item) => (item.kind === "table" || item.kind === "heading" ? [] : [item]));
  const [first] = lines;
  const letters = lines.reduce(
    (sum, { pieces }) => sum + pieces.reduce((own, { text }) => own + text.length, 0),
    0,
  );
  if (first === undefined || lines.length < items.length || letters > STAMP) return items;
  const pieces = lines.flatMap((line, index) =>
    line.pieces.map((piece, at) => (index > 0 && at === 0 ? { ...piece, text: `\n${piece.text}` } : piece)),
  );
  return [{ kind: "quote", pieces, indent: 0, blankLines: first.blankLines }];
}
