import type { Paragraph, RepairedText } from "../repair/repaired-text.ts";
import { cut, numbered } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import type { Patterns } from "./patterns.ts";
import { chapterOf, standsOut } from "./headings.ts";
import { tableOf } from "./table.ts";

const INDENT = 3;
const OPENS = /:$/u;
const ENDS = /\.$/u;
const CLOSED = /[.;:!?]$/u;
const MOST_OF_OFFICE = 100;

/** Where the reader of a body is: the open chapter, clause and item. */
interface Open {
  readonly part: Draft;
  chapter: Draft | undefined;
  clause: Draft | undefined;
  item: Draft | undefined;
  /** The open item ends with a colon: unnumbered paragraphs after it are its own. */
  listing: boolean;
  signing: boolean;
  /** The words of a note stand in the next paragraph. */
  noting: boolean;
}

/** Reads chapters, clauses, items, notes and tables of a body into `part`. */
export function readBody(
  part: Draft,
  paragraphs: readonly Paragraph[],
  layout: RepairedText["source"]["layout"],
  patterns: Patterns,
): void {
  const open: Open = {
    part,
    chapter: undefined,
    clause: undefined,
    item: undefined,
    listing: false,
    signing: false,
    noting: false,
  };
  const indents = layout === "indents" && paragraphs.some((paragraph) => paragraph.indent >= INDENT);
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    const inBody = !indents || paragraph.indent >= INDENT;
    readParagraph(open, paragraph, next, { inBody, layout, patterns });
  }
}

interface Reading {
  readonly inBody: boolean;
  readonly layout: RepairedText["source"]["layout"];
  readonly patterns: Patterns;
}

function readParagraph(
  open: Open,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  reading: Reading,
): void {
  const { passage } = paragraph;
  const { patterns, layout, inBody } = reading;
  if (paragraph.kind === "table") {
    addTable(open, paragraph, patterns);
    return;
  }
  if (open.noting || patterns.note.test(passage.text)) {
    open.noting = patterns.noteAbove.test(passage.text);
    (open.clause ?? open.chapter ?? open.part).children.push(leaf("note", passage));
    return;
  }
  if (open.part.type === "act" && (open.signing || isSignature(passage.text, patterns, open))) {
    open.signing = true;
    addSignature(open.part, paragraph);
    return;
  }
  const chapter = heads(paragraph, reading) ? chapterOf(passage.text, patterns) : undefined;
  if (chapter !== undefined) {
    addChapter(open, paragraph, chapter);
    return;
  }
  const clause =
    inBody && paragraph.kind === "paragraph" && paragraph.bold !== true ? numbered(passage, ".") : undefined;
  if (clause !== undefined) {
    const node = numberedPart("clause", clause, patterns);
    (open.chapter ?? open.part).children.push(node);
    Object.assign(open, { clause: node, item: undefined, listing: false });
    return;
  }
  const item = inBody || open.clause !== undefined ? numbered(passage, ")") : undefined;
  if (item !== undefined) {
    const node = numberedPart("item", item, patterns);
    (open.clause ?? open.chapter ?? open.part).children.push(node);
    Object.assign(open, { item: node, listing: OPENS.test(item.rest.text) });
    return;
  }
  if (!inBody || paragraph.kind === "heading" || (paragraph.bold === true && layout === "marks")) {
    (open.chapter ?? open.part).children.push(leaf("heading", passage));
    Object.assign(open, { clause: undefined, item: undefined, listing: false });
    return;
  }
  addPart(open, paragraph, next);
}

/** A clause or item; of one that an amendment has taken out there is only a note. */
function numberedPart(
  type: "clause" | "item",
  { label, marker, rest }: NonNullable<ReturnType<typeof numbered>>,
  patterns: Patterns,
): Draft {
  if (!patterns.excluded.test(rest.text)) return draft(type, { label, marker, passage: rest });
  const node = draft(type, { label, marker });
  node.children.push(leaf("note", rest));
  return node;
}

/** An unnumbered paragraph: of the open item where that listed something, else of the clause. */
function addPart(open: Open, paragraph: Paragraph, next: Paragraph | undefined): void {
  const { passage } = paragraph;
  const leadsIn = OPENS.test(passage.text) && next !== undefined && /^1\s?\)/u.test(next.passage.text);
  if (leadsIn) open.listing = false;
  if (open.item !== undefined && open.listing) {
    open.item.children.push(leaf("paragraph", passage));
    if (ENDS.test(passage.text)) open.listing = false;
    return;
  }
  (open.clause ?? open.chapter ?? open.part).children.push(leaf("paragraph", passage));
}

/** Whether a paragraph is set out like a chapter's heading. */
function heads(paragraph: Paragraph, { inBody, layout }: Reading): boolean {
  if (layout === "marks") return paragraph.kind === "heading" || paragraph.bold === true;
  return standsOut(paragraph, layout) && (!inBody || /^\d+-/u.test(paragraph.passage.text));
}

function addChapter(open: Open, { passage }: Paragraph, chapter: { label: string; titleAt: number }): void {
  const title = cut(passage, chapter.titleAt);
  const node = draft("chapter", {
    label: chapter.label,
    marker: cut(passage, 0, chapter.titleAt),
    ...(title.text === "" ? {} : { title }),
  });
  open.part.children.push(node);
  Object.assign(open, { chapter: node, clause: undefined, item: undefined, listing: false });
}

/** A table stands in its part; the heading right before it that names it is its title. */
function addTable(open: Open, paragraph: Paragraph, patterns: Patterns): void {
  const signature = open.signing
    ? open.part.children.findLast((child) => child.type === "signature")
    : undefined;
  const parent = signature ?? open.chapter ?? open.part;
  const before = parent.children.at(-1);
  const title = before?.type === "heading" ? before.passage : undefined;
  if (title !== undefined) parent.children.pop();
  parent.children.push(tableOf(paragraph.rows ?? [], title, patterns));
  Object.assign(open, { clause: undefined, item: undefined, listing: false });
}

const isSignature = (text: string, patterns: Patterns, open: Open): boolean =>
  patterns.agreed.test(text) ||
  (text.length < 150 &&
    patterns.signed.test(text) &&
    open.part.children.some((child) => child.type === "clause"));

function addSignature(part: Draft, paragraph: Paragraph): void {
  const last = part.children.at(-1);
  const signature = last?.type === "signature" ? last : draft("signature");
  if (signature !== last) {
    signature.children.push(...linesOfOffice(part));
    part.children.push(signature);
  }
  signature.children.push(leaf("paragraph", paragraph.passage));
}

/** The lines before a signature that name its office stand behind the last clause, or are headings; taken from there. */
function linesOfOffice(part: Draft): Draft[] {
  const lines: Draft[] = [];
  const holders = [part, part.children.findLast((child) => child.type === "clause")];
  for (const holder of holders)
    for (let line = holder?.children.at(-1); line !== undefined; line = holder?.children.at(-1)) {
      const { text } = line.passage ?? { text: "" };
      const names = (line.type === "paragraph" || line.type === "heading") && text.length < MOST_OF_OFFICE;
      if (!names || CLOSED.test(text)) break;
      holder?.children.pop();
      lines.unshift(leaf("paragraph", line.passage ?? { text: "", runs: [] }));
    }
  return lines;
}
