import type { Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Span } from "../model/span.ts";
import { alignWords } from "./inline-markup.ts";
import type { Cell, Markup } from "./source-text.ts";

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Rows and cells of an HTML table; the rows of a table inside a cell follow the row they stand in. */
export function htmlTableRows(content: string, span: Span): { rows: Cell[][]; markup: Markup[] } {
  const tree: Root = parser.parse(content.slice(span.start, span.end));
  const rows: Cell[][] = [];
  const words: Markup[] = [];
  const pieces: Span[] = [];
  const visit = (node: RootContent | Root, cell: Span[] | undefined, row: Cell[] | undefined): void => {
    if (node.type === "text") {
      const start = span.start + (node.position?.start.offset ?? 0);
      const at = { start, end: span.start + (node.position?.end.offset ?? 0) };
      for (const word of alignWords(content, at, node.value)) words.push(word);
      pieces.push(at);
      if (cell !== undefined) for (const line of linesWithin(content, at)) cell.push(line);
      else if (node.value.trim() !== "") rows.push([{ paragraphs: linesWithin(content, at) }]);
      return;
    }
    if (!("children" in node)) return;
    if (isElement(node, "tr")) {
      const cells: Cell[] = [];
      rows.push(cells);
      for (const child of node.children) visit(child, undefined, cells);
    } else if (isElement(node, "td") || isElement(node, "th")) {
      const paragraphs: Span[] = [];
      row?.push({ paragraphs });
      for (const child of node.children) visit(child, paragraphs, undefined);
    } else for (const child of node.children) visit(child, cell, row);
  };
  visit(tree, undefined, undefined);
  return {
    rows: rows.filter((row) => row.length > 0),
    markup: [...words, ...between(content, span, pieces)].sort(byPlace),
  };
}

const byPlace = (a: Markup, b: Markup): number => a.at.start - b.at.start;

const isElement = (node: Root | RootContent, name: string): boolean =>
  node.type === "element" && node.tagName === name;

/** The tags: what is neither text nor white space. */
function between(content: string, span: Span, pieces: readonly Span[]): Markup[] {
  const tags: Markup[] = [];
  let done = span.start;
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start)) {
    if (start > done) tags.push({ at: { start: done, end: start }, by: " " });
    done = Math.max(done, end);
  }
  if (done < span.end) tags.push({ at: { start: done, end: span.end }, by: " " });
  return tags.filter(({ at }) => content.slice(at.start, at.end).trim() !== "");
}

/** The lines of a text in a cell, each a paragraph. */
function linesWithin(content: string, span: Span): Span[] {
  const lines: Span[] = [];
  for (let start = span.start; start < span.end;) {
    const feed = content.indexOf("\n", start);
    const end = feed < 0 || feed > span.end ? span.end : feed;
    if (content.slice(start, end).trim() !== "") lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
