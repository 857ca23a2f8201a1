import type { Wording } from "../model/amendment.ts";

/** Where the line begins that an offset is in. */
export const lineStart = (content: string, offset: number): number =>
  content.lastIndexOf("\n", offset - 1) + 1;

const TABLE_END = "</table>";

/** How a text sets its paragraphs apart: what new ones have to look like. */
export class Page {
  constructor(
    readonly content: string,
    private readonly layout: "indents" | "marks",
  ) {}

  /** A stretch with the marks of bold and italics that stand around it. */
  marked(start: number, end: number): readonly [start: number, end: number] {
    let [from, to] = [start, end];
    while (this.layout === "marks" && /[*_]/u.test(this.content.charAt(from - 1))) from -= 1;
    while (this.layout === "marks" && /[*_]/u.test(this.content.charAt(to))) to += 1;
    return [from, to];
  }

  /** The end of the line that an offset is in. */
  lineEnd(offset: number): number {
    const end = this.content.indexOf("\n", offset);
    return end < 0 ? this.content.length : end;
  }

  /** The end of the line that an offset is in, or of the table that it is in. */
  blockEnd(offset: number): number {
    const close = this.content.indexOf(TABLE_END, offset);
    const isIn = close >= 0 && !this.content.slice(offset, close).includes("<table");
    return this.lineEnd(isIn ? close + TABLE_END.length : offset);
  }

  /** The spaces that the line of an offset begins with. */
  indentAt(offset: number): string {
    const line = lineStart(this.content, offset);
    return /^[ \t]*/u.exec(this.content.slice(line, offset))?.[0] ?? "";
  }

  /** Paragraphs with what stands between them; the first has no indent of its own. */
  written(wording: Wording, childIndent: string): string {
    const [first, ...others] = wording;
    if (first === undefined) return "";
    const texts = others.map(({ kind, text }) => (kind === "table" ? text : childIndent + text));
    return [first.text, ...texts].join(this.separator);
  }

  /** What sets a paragraph apart from the one before it. */
  get separator(): string {
    return this.layout === "marks" ? "\n\n" : "\n";
  }

  /** A paragraph that is put in behind another. */
  behind(wording: Wording, indent: string, childIndent: string): string {
    const text = this.written(wording, childIndent);
    return this.separator + (wording[0]?.kind === "table" ? "" : indent) + text;
  }

  /** Where a paragraph begins with the white space before it, so that it can be taken out whole. */
  withSpaceBefore(start: number): number {
    let from = start;
    while (from > 0 && /\s/u.test(this.content.charAt(from - 1))) from -= 1;
    return from;
  }
}
