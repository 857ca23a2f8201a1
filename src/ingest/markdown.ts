import { frontMatterOf } from "./front-matter.ts";
import { htmlTableRows } from "./html-table.ts";
import { inlineMarkup } from "./inline-markup.ts";
import { isMarkdown } from "./is-markdown.ts";
import { linesOf, type Line } from "./lines.ts";
import { DELIMITERS, pipeTableRows } from "./pipe-table.ts";
import type { Block, Cell, Markup } from "./source-text.ts";
import type { TextFormat } from "./text-format.ts";

const HEADING = /^(#{1,6})[ \t]+/;
const BULLET = /^[-*+][ \t]+(?=\S)/;
const QUOTE = /^>[ \t]?/;
const FENCE = /^(?:```|~~~)/;

interface Open {
  kind: Block["kind"];
  lines: Line[];
  /** Where the words of each line begin, past `> ` and the like. */
  starts: number[];
  blankLines: number;
  depth?: number;
}

/** Markdown. Lists are read as paragraphs: the numbers in law are words, not markup. */
export const markdown: TextFormat = {
  id: "markdown",
  layout: "marks",
  tells: isMarkdown,
  blocks: (content) => new Reader(content).read(),
};

/** Goes through the lines once and keeps what is open. */
class Reader {
  readonly #content: string;
  readonly #blocks: Block[] = [];
  #open: Open | undefined;
  #blankLines = 0;

  constructor(content: string) {
    this.#content = content;
  }

  read(): Block[] {
    const lines = [...linesOf(this.#content)];
    for (let index = frontMatterOf(lines, (line) => this.#words(line)); index < lines.length;) {
      const line = lines[index];
      if (line === undefined) break;
      index = this.#readLine(lines, index, line);
    }
    this.#close();
    return this.#blocks;
  }

  /** Takes the line into a block and gives the index of the next one to read. */
  #readLine(lines: readonly Line[], index: number, line: Line): number {
    if (line.wordsStart === line.wordsEnd) {
      this.#close();
      this.#blankLines += 1;
      return index + 1;
    }
    const words = this.#content.slice(line.wordsStart, line.wordsEnd);
    if (FENCE.test(words)) return this.#fenced(lines, index, words.slice(0, 3));
    if (words.startsWith("<table")) return this.#html(lines, index);
    if (words.startsWith("|") && DELIMITERS.test(this.#words(lines[index + 1])))
      return this.#rows(lines, index, (row) => row.startsWith("|"));
    if (this.#content.slice(line.start, line.wordsEnd).includes("\t") && words !== "")
      return this.#rows(lines, index, undefined);
    const heading = HEADING.exec(words);
    if (heading !== null) {
      this.#begin("heading", heading[1]?.length);
      this.#add(line, heading[0].length);
      this.#close();
      return index + 1;
    }
    const quote = QUOTE.exec(words);
    if (quote !== null) {
      if (this.#open?.kind !== "quote") this.#begin("quote");
      this.#add(line, quote[0].length);
      return index + 1;
    }
    const bullet = BULLET.exec(words);
    if (this.#open?.kind !== "paragraph" || bullet !== null || this.#breaksBefore(line))
      this.#begin("paragraph");
    this.#add(line, bullet?.[0].length ?? 0);
    return index + 1;
  }

  /** A hard line break after the end of a sentence or of an item begins a new paragraph. */
  #breaksBefore(line: Line): boolean {
    const last = this.#open?.lines.at(-1);
    if (last === undefined || last.end - last.wordsEnd < 2) return false;
    return line.start > last.end && /[.;:!?]$/.test(this.#content.slice(last.wordsEnd - 1, last.wordsEnd));
  }

  #words(line: Line | undefined): string {
    return line === undefined ? "" : this.#content.slice(line.wordsStart, line.wordsEnd);
  }

  #begin(kind: Open["kind"], depth?: number): void {
    this.#close();
    this.#open = {
      kind,
      lines: [],
      starts: [],
      blankLines: this.#blankLines,
      ...(depth === undefined ? {} : { depth }),
    };
    this.#blankLines = 0;
  }

  #add(line: Line, prefix: number): void {
    this.#open?.lines.push(line);
    this.#open?.starts.push(line.wordsStart + prefix);
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    const first = open?.lines[0];
    const last = open?.lines.at(-1);
    if (open === undefined || first === undefined || last === undefined) return;
    const prefixes = open.lines.flatMap((line, index): Markup[] => {
      const start = open.starts[index] ?? line.wordsStart;
      return start === line.wordsStart ? [] : [{ at: { start: line.wordsStart, end: start }, by: "" }];
    });
    const { markup, bold } = inlineMarkup(
      this.#content,
      { start: first.wordsStart, end: last.wordsEnd },
      prefixes,
    );
    this.#blocks.push({
      kind: open.kind,
      span: { start: first.wordsStart, end: last.wordsEnd },
      indent: first.wordsStart - first.start,
      blankLines: open.blankLines,
      afterSection: false,
      ...(open.depth === undefined ? {} : { depth: open.depth }),
      ...(bold ? { bold } : {}),
      ...(markup.length === 0 ? {} : { markup }),
    });
  }

  #fenced(lines: readonly Line[], index: number, fence: string): number {
    this.#begin("literal");
    this.#open = undefined;
    let next = index + 1;
    const inside: Line[] = [];
    for (; next < lines.length; next += 1) {
      const line = lines[next];
      if (line === undefined || this.#words(line).startsWith(fence)) break;
      if (line.wordsStart < line.wordsEnd) inside.push(line);
    }
    const first = lines[index];
    const closing = lines[next] ?? lines.at(-1);
    if (first !== undefined && closing !== undefined) {
      const start = inside[0]?.wordsStart ?? closing.wordsEnd;
      const end = inside.at(-1)?.wordsEnd ?? closing.wordsEnd;
      this.#push("literal", first.wordsStart, closing.wordsEnd, {
        markup: [
          { at: { start: first.wordsStart, end: start }, by: "" },
          { at: { start: Math.max(start, end), end: closing.wordsEnd }, by: "" },
        ].filter(({ at }) => at.end > at.start),
      });
    }
    return next + 1;
  }

  #html(lines: readonly Line[], index: number): number {
    this.#close();
    let depth = 0;
    let next = index;
    for (; next < lines.length; next += 1) {
      const words = this.#words(lines[next]);
      depth += count(words, "<table") - count(words, "</table");
      if (depth <= 0) break;
    }
    const start = lines[index]?.wordsStart ?? 0;
    const end = (lines[next] ?? lines.at(-1))?.wordsEnd ?? start;
    if (isTooDeep(this.#content.slice(start, end))) this.#push("literal", start, end, {});
    else this.#push("table", start, end, htmlTableRows(this.#content, { start, end }));
    return next + 1;
  }

  /** Rows of a table of pipes or tabs; blank lines between rows of tabs do not end it. */
  #rows(lines: readonly Line[], index: number, belongs: ((words: string) => boolean) | undefined): number {
    this.#close();
    const own: Line[] = [];
    let next = index;
    for (let ahead = index; ahead < lines.length; ahead += 1) {
      const line = lines[ahead];
      if (line === undefined) break;
      const words = this.#words(line);
      const blank = words === "";
      if (blank && belongs === undefined && ahead - next < 2) continue;
      if (blank || !(belongs?.(words) ?? this.#content.slice(line.start, line.wordsEnd).includes("\t")))
        break;
      own.push(line);
      next = ahead + 1;
    }
    const start = own[0]?.wordsStart ?? 0;
    const end = own.at(-1)?.wordsEnd ?? start;
    if (belongs === undefined)
      this.#push("table", start, end, { rows: own.map((line) => tabCells(this.#content, line)) });
    else this.#push("table", start, end, pipeTableRows(this.#content, { start, end }));
    return next;
  }

  #push(kind: Block["kind"], start: number, end: number, more: Partial<Block>): void {
    this.#blocks.push({
      kind,
      span: { start, end },
      indent: 0,
      blankLines: this.#blankLines,
      afterSection: false,
      ...more,
    });
    this.#blankLines = 0;
  }
}

function tabCells(content: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  let start = line.wordsStart;
  for (;;) {
    const tab = content.indexOf("\t", start);
    const end = tab < 0 || tab > line.wordsEnd ? line.wordsEnd : tab;
    cells.push({ paragraphs: end > start ? [{ start, end }] : [] });
    if (end === line.wordsEnd) return cells;
    start = end + 1;
  }
}

/** Elements in one another that a reader of HTML, which calls itself for each, can bear. */
const DEEPEST = 500;

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z]{1,10}/giu)) {
    depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : VOID.test(tag) ? 0 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}
const VOID = /^<(?:br|hr|img|col|wbr)$/iu;

function count(words: string, part: string): number {
  let times = 0;
  for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + part.length)) times += 1;
  return times;
}
