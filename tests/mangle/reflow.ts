import { blocksText, textBlocks } from "./paragraphs.ts";

/** A word, or the letters of a stretched one, which no line break parts. */
const UNIT = /(?<!\S)\S(?: \S(?!\S))+|\S+/gu;
const LONE = /(?:^| )\p{L}$/u;

/**
 * The text with its lines filled anew to a width. Gaps that links have left behind stay: two spaces within a line, one at
 * the beginning of a line; so do the two spaces between stretched words.
 */
export function reflow(text: string, width: number): string {
  return blocksText(
    textBlocks(text).map((block) => ({
      ...block,
      lines: fill(joined(block.lines), width, block.indent.length),
    })),
  );
}

/** One line out of several; stretched words that meet stay two spaces apart. */
function joined(lines: readonly string[]): string {
  let whole = "";
  for (const line of lines) {
    const stretched = LONE.test(whole) && /^\S(?: |$)/u.test(line);
    whole +=
      whole === ""
        ? line
        : `${stretched ? "  " : " "}${line.startsWith(" ") ? ` ${line.trimStart()}` : line}`;
  }
  return whole;
}

function fill(line: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let open = "";
  let done = 0;
  for (const { index, 0: unit } of line.matchAll(UNIT)) {
    const gap = line.slice(done, index);
    const room = width - (lines.length === 0 ? indent : 0);
    if (open !== "" && open.length + gap.length + unit.length > room) {
      lines.push(open);
      open = gap.length > 1 && !LONE.test(open) ? ` ${unit}` : unit;
    } else open += gap + unit;
    done = index + unit.length;
  }
  return [...lines, open];
}
