import { blocksText, textBlocks, type TextBlock } from "./paragraphs.ts";

/** A page's end in the converted texts. */
const PAGE = "\n\n\n";
const CLOSED = /[.;:!?]["»)]*$/u;

/** Takes the breaks of pages out of the middle of sentences, and puts one after every `every` lines of the body. */
export function withOtherPages(text: string, every: number): string {
  let count = 0;
  const blocks: TextBlock[] = [];
  for (const block of healed(textBlocks(text))) {
    if (block.indent.length < 3) {
      blocks.push(block);
      continue;
    }
    let lines: string[] = [];
    let { before, indent } = block;
    for (const [index, line] of block.lines.entries()) {
      lines.push(line);
      count += 1;
      const next = block.lines[index + 1];
      if (count % every !== 0 || next === undefined || CLOSED.test(line) || !/^\p{Ll}{3}/u.test(next))
        continue;
      blocks.push({ before, indent, lines });
      ({ before, indent } = { before: PAGE, indent: "" });
      lines = [];
    }
    blocks.push({ before, indent, lines });
  }
  return blocksText(blocks);
}

/** Blocks of the body that a page's end has cut, put together again where the second goes on with a small letter. */
function healed(blocks: readonly TextBlock[]): TextBlock[] {
  const whole: TextBlock[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    const goesOn =
      last !== undefined &&
      last.indent.length >= 3 &&
      block.before === PAGE &&
      block.indent === "" &&
      !CLOSED.test(last.lines.at(-1) ?? "") &&
      /^\p{Ll}/u.test(block.lines[0] ?? "");
    if (goesOn) whole[whole.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    else whole.push(block);
  }
  return whole;
}
