import type { Block, SourceText } from "../ingest/source-text.ts";
import type { Span } from "../model/span.ts";

/** A text as Markdown: as it is where it is Markdown or plain text, else made from its blocks. */
export function asMarkdown(source: SourceText): {
  readonly text: string;
  readonly format: "markdown" | "text";
} {
  if (source.format === "markdown" || source.format === "text")
    return { text: source.content, format: source.format };
  const blocks = source.blocks.map((block) => blockText(block, source.content));
  return { text: `${blocks.filter((text) => text !== "").join("\n\n")}\n`, format: "markdown" };
}

function blockText(block: Block, content: string): string {
  if (block.rows !== undefined) return tableText(block, content);
  const words = wordsIn(block.span, block, content).trim();
  if (words === "") return "";
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.depth ?? 2)} ${words}`;
    case "quote":
      return words
        .split("\n")
        .map((line) => `> ${line.trim()}  `)
        .join("\n")
        .trimEnd();
    default:
      return block.bold === true ? `**${words}**` : words;
  }
}

function tableText(block: Block, content: string): string {
  const rows = (block.rows ?? []).map((row) => {
    const cells = row.map(({ paragraphs }) => {
      const words = paragraphs.map((span) => wordsIn(span, block, content).trim()).join("\n");
      return `<td>${words.replace(/</gu, "&lt;")}</td>`;
    });
    return `<tr>\n${cells.join("\n")}\n</tr>`;
  });
  return `<table>\n${rows.join("\n")}\n</table>`;
}

/** The words of a stretch, its format's marks taken for what they stand for. */
function wordsIn({ start, end }: Span, { markup = [] }: Block, content: string): string {
  let [text, from] = ["", start];
  for (const { at, by } of markup)
    if (at.start >= from && at.end <= end) {
      text += content.slice(from, at.start) + by;
      from = at.end;
    }
  return (text + content.slice(from, end)).replace(/\s+/gu, " ");
}
