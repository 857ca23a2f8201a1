import type { Block, SourceText } from "../ingest/source-text.ts";
import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** Columns from which a block is a paragraph of the body and not of a heading or a table. */
const BODY = 3;
/** Pages of the converted texts end with three empty lines. */
const PAGE = 3;
const CLOSED = /[.;:!?]["»)]*$/u;
const GOES_ON = /^[\p{Ll};:.,)]/u;
const OPEN_NUMBER = /\d[-–]$/u;
const CLOSING_MARK = /^[,;:.)»](?:\s|$)/u;
const NEXT_ITEM = /^\d+(?:-\d+)*[.)](?:\s|$)/u;
const SIGNED = /\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\p{Ll}+$/u;

/** Joins the parts of a sentence between which a page ends, or between which moved words have left blank lines. */
export const joinPageBreaks: Repair = {
  id: "join-page-breaks",
  find: (content, { blocks, layout }) => {
    const edits: Edit[] = [];
    let inBody = false;
    for (const [index, block] of blocks.entries()) {
      const before = blocks[index - 1];
      if (before !== undefined && goesOn(content, before, block, inBody, layout))
        edits.push({
          kind: "join-page-breaks",
          at: { start: before.span.end, end: block.span.start },
          by: between(content, before, block),
        });
      else inBody = block.indent >= BODY;
    }
    return edits;
  },
  examples: [
    ["      1. Сұрау салу бір күн\n\n\n\nішінде қаралады.", "1. Сұрау салу бір күн ішінде қаралады."],
    ["      1. Сұрау салу қаралды.\n\n\n\n2-тарау. Тәртіп", "1. Сұрау салу қаралды.\n2-тарау. Тәртіп"],
    ["      Облыс әкімі Н. Ноғаев\n\n \n\nбекітілген", "Облыс әкімі Н. Ноғаев\nбекітілген"],
  ],
};

/** Nothing after an opening bracket or quote and before a mark that closes, else a space. */
function between(content: string, before: Block, after: Block): string {
  const end = content.slice(Math.max(before.span.start, before.span.end - 2), before.span.end);
  return /[(«]$|[\s(]"$/u.test(end) ||
    CLOSING_MARK.test(content.slice(after.span.start, after.span.start + 2))
    ? ""
    : " ";
}

/** Whether `after` goes on with the sentence of `before`; `inBody`: the paragraph that `before` ends began indented. */
function goesOn(
  content: string,
  before: Block,
  after: Block,
  inBody: boolean,
  layout: SourceText["layout"],
): boolean {
  if (before.kind !== "paragraph" || after.kind !== "paragraph") return false;
  if (after.indent >= BODY && layout === "indents") return false;
  if (after.blankLines === 0 || after.afterSection) return false;
  const last = content.slice(Math.max(before.span.start, before.span.end - 60), before.span.end);
  if (SIGNED.test(last)) return false;
  const open = !CLOSED.test(last);
  const words = content.slice(after.span.start, Math.min(after.span.end, after.span.start + 60));
  const lower = GOES_ON.test(words);
  if (layout === "marks") return open && lower && !NEXT_ITEM.test(words);
  if (!inBody) return open && lower && after.blankLines >= PAGE;
  if (lower || OPEN_NUMBER.test(last)) return true;
  if (!open) return false;
  if (after.indent > 0 || after.blankLines >= PAGE) return !NEXT_ITEM.test(words);
  return CLOSED.test(content.slice(Math.max(after.span.start, after.span.end - 8), after.span.end));
}
