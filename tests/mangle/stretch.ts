import { blocksText, textBlocks } from "./paragraphs.ts";

/** Letters one space apart, words two: as justification leaves the last line of a paragraph. */
const stretched = (line: string): string =>
  line
    .split(/\s+/u)
    .map((word) => Array.from(word).join(" "))
    .join("  ");

/** Stretches the last line of every `every`-th paragraph of the body that holds words only. */
export function withStretchedLines(text: string, every: number): string {
  let count = 0;
  return blocksText(
    textBlocks(text).map((block) => {
      const last = block.lines.at(-1) ?? "";
      const wordsOnly = /^\p{Ll}[\p{L} ,]*[.;:]$/u.test(last) && !/ {2}|(?:^| )\S(?: |$)/u.test(last);
      if (block.indent.length < 3 || block.lines.length < 2 || !wordsOnly) return block;
      count += 1;
      return count % every === 0
        ? { ...block, lines: [...block.lines.slice(0, -1), stretched(last)] }
        : block;
    }),
  );
}
