import type { Nodes, TableRow } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../model/span.ts";
import type { Cell, Markup } from "./source-text.ts";

/** The line under the head of a table: `|---|:--:|`. */
export const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Rows and cells of a GFM table (`| a | b |`); the line of dashes is markup. */
export function pipeTableRows(content: string, span: Span): { rows: Cell[][]; markup: Markup[] } {
  const tree = parser.parse(content.slice(span.start, span.end));
  const rows = [...rowsOf(tree)].map((row) =>
    row.children.map((cell): Cell => {
      const first = cell.children[0]?.position?.start.offset;
      const last = cell.children.at(-1)?.position?.end.offset;
      return first === undefined || last === undefined
        ? { paragraphs: [] }
        : { paragraphs: [{ start: span.start + first, end: span.start + last }] };
    }),
  );
  const markup: Markup[] = [];
  let done = span.start;
  for (const { start, end } of rows.flat().flatMap((cell) => cell.paragraphs)) {
    if (start > done) markup.push({ at: { start: done, end: start }, by: " " });
    done = end;
  }
  if (done < span.end) markup.push({ at: { start: done, end: span.end }, by: " " });
  return { rows, markup };
}

function* rowsOf(node: Nodes): Generator<TableRow> {
  if (node.type === "tableRow") yield node;
  else if ("children" in node) for (const child of node.children) yield* rowsOf(child);
}
