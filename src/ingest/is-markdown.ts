import { linesOf } from "./lines.ts";

const SIGN = /^(?:#{1,6} \S|> ?\S|\*\*\S.*\*\*$|```|<table[\s>]|\|.*\|$)/;
/** Whether the content is Markdown: headings, quotes, bold lines or tables begin its lines, and not the indents of converted plain text. */
export function isMarkdown(content: string): boolean {
  let signs = 0;
  let indents = 0;
  for (const line of linesOf(content)) {
    if (line.wordsStart === line.wordsEnd) continue;
    const first = content.charCodeAt(line.wordsStart);
    if (line.wordsStart - line.start >= 5) indents += 1;
    else if (FIRST_SIGNS.has(first) && SIGN.test(content.slice(line.wordsStart, line.wordsEnd))) signs += 1;
  }
  return signs > 0 && signs * 10 >= indents;
}
/** What the sign of a line can begin with. */
const FIRST_SIGNS = new Set(["#", ">", "*", "`", "<", "|"].map((sign) => sign.charCodeAt(0)));
