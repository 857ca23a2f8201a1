import type { Paragraph, RepairedText } from "../repair/repaired-text.ts";
import type { Patterns } from "./patterns.ts";

export type Layout = RepairedText["source"]["layout"];

const CLOSED = /[.;:!?]$/u;
const BLANKS = /_{3}/u;
/** A heading has at most so many letters. */
const MOST_LETTERS = 400;
/** Columns from which a paragraph is one of the body. */
const INDENT = 3;

/** Whether a paragraph's layout allows it to be a heading, a head or a cell: it is not indented like the body. */
export const standsOut = (paragraph: Paragraph, layout: Layout): boolean =>
  paragraph.kind !== "table" &&
  (layout === "marks" ? paragraph.kind !== "literal" : paragraph.indent < INDENT);

/** Whether a paragraph is not indented like the body, in whatever layout it came. */
export const isSetOut = (paragraph: Paragraph): boolean =>
  paragraph.kind !== "table" && paragraph.kind !== "literal" && paragraph.indent < INDENT;

/** Whether a line is the title of what governs a service. */
export function isRegulationTitle(text: string, patterns: Patterns): boolean {
  return text.length < MOST_LETTERS && patterns.regulationTitle.test(text) && patterns.service.test(text);
}

const PLAIN_CHAPTER = /^(\d+)\.\s+(?=[\p{Lu}"«])/u;

/** Number of a chapter and where its title begins, for a line that heads one. */
export function chapterOf(text: string, patterns: Patterns): { label: string; titleAt: number } | undefined {
  for (const pattern of patterns.chapters) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) return { label: match[1], titleAt: match[0].length };
  }
  const plain = CLOSED.test(text) || text.length > MOST_LETTERS ? null : PLAIN_CHAPTER.exec(text);
  return plain?.[1] === undefined ? undefined : { label: plain[1], titleAt: plain[0].length };
}

/** Where the title stands among the first paragraphs of a section, if there is one. */
export function titleAt(body: readonly Paragraph[], layout: Layout, patterns: Patterns): number | undefined {
  for (const [index, paragraph] of body.slice(0, 3).entries()) {
    const { text } = paragraph.passage;
    if (paragraph.kind === "table" || patterns.note.test(text)) return undefined;
    const isTitle =
      layout === "marks" ? paragraph.kind === "heading" || paragraph.bold === true : index === 0;
    if (!isTitle) {
      if (layout === "marks" && paragraph.kind === "quote") continue;
      return undefined;
    }
    const fits =
      standsOut(paragraph, layout) && !/^\d/u.test(text) && !CLOSED.test(text) && !BLANKS.test(text);
    return fits ? index : undefined;
  }
  return undefined;
}
