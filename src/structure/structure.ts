import type { TextLanguage } from "../language/text-language.ts";
import type { Outcome } from "../model/finding.ts";
import type { Paragraph, RepairedText } from "../repair/repaired-text.ts";
import { readBody } from "./clauses.ts";
import { cut } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import { flattenedTable } from "./flattened-table.ts";
import { nameTree } from "./name.ts";
import { patternsOf, type Patterns } from "./patterns.ts";
import type { Provision } from "./provision.ts";
import { standsOut, type Layout } from "./headings.ts";
import { regulates } from "./regulates.ts";
import { isRequirements } from "./table.ts";
import { rowDoubts } from "./row-doubts.ts";
import { sectionsOf, type Section } from "./sections.ts";
import type { StructureWords } from "../language/structure-words.ts";

const BLANKS = /_{3}|\d_{2}/u;

/**
 * The act as a tree of provisions with stable paths. Its parts are found by the words of every language, since a file may
 * have heads in another than its own, and cited by those of its own.
 */
export function structure(
  text: RepairedText,
  { structure: words }: TextLanguage,
  languages: readonly TextLanguage[],
): Outcome<Provision> {
  const patterns = patternsOf(languages);
  const [opening, ...sections] = sectionsOf(text, patterns);
  const act = opening === undefined ? draft("act") : actOf(opening, text, patterns);
  const open: { regulation: Draft | undefined; annex: Draft | undefined } = {
    regulation: undefined,
    annex: undefined,
  };
  for (const [index, section] of sections.entries()) {
    const node = nodeOf(section, regulates(sections, index, patterns), text, patterns);
    if (node.type === "regulation" || section.of === "act" || open.regulation === undefined) {
      act.children.push(node);
      Object.assign(open, { regulation: node, annex: undefined });
    } else if (section.of === "table" && open.annex !== undefined) open.annex.children.push(node);
    else {
      open.regulation.children.push(node);
      open.annex = node;
    }
  }
  const tree = nameTree(act, words.cite, actName(act, words));
  return { value: tree, findings: rowDoubts(tree, patterns.rowSigns, text.source.document) };
}

/** The part before the first head: title, heading, the clauses of the order itself, signatures. */
function actOf(section: Section, text: RepairedText, patterns: Patterns): Draft {
  const [first, ...others] = section.paragraphs;
  const titled =
    first !== undefined &&
    standsOut(first, text.source.layout) &&
    !patterns.agreed.test(first.passage.text) &&
    !/^\d/u.test(first.passage.text);
  const act = draft("act", titled ? { title: first.passage } : {});
  readBody(act, titled ? others : section.paragraphs, text.source.layout, patterns);
  return act;
}

/** As the act's own clauses are cited: by the word for it in its title or heading. */
function actName(act: Draft, words: StructureWords): string {
  const heading = act.children
    .filter((child) => child.type === "heading" || child.type === "paragraph")
    .map((child) => child.passage?.text ?? "")
    .join(" ");
  const found = Object.entries(words.acts).find(([word]) => heading.includes(word));
  return found?.[1] ?? words.cite.act;
}

function nodeOf(section: Section, isRegulation: boolean, text: RepairedText, patterns: Patterns): Draft {
  const { head, label, title, paragraphs } = section;
  const segment = isRegulation && label === undefined ? "regulation" : "annex";
  const node = draft(isRegulation ? "regulation" : "annex", {
    segment,
    ...(label === undefined ? {} : { label }),
    ...(head === undefined ? {} : { head }),
    ...(title === undefined ? {} : { title }),
  });
  if (isRegulation) readBody(node, paragraphs, text.source.layout, patterns);
  else readAnnex(node, section, text, patterns);
  return node;
}

/** An annex holds a table, a form, or a body like any other; a form after a table or a body is one by itself. */
function readAnnex(node: Draft, section: Section, text: RepairedText, patterns: Patterns): void {
  const { layout } = text.source;
  const isNote = (paragraph: Paragraph): boolean => patterns.note.test(paragraph.passage.text);
  const paragraphs = section.paragraphs.flatMap((paragraph) =>
    isNote(paragraph) ? apartFromRow(paragraph, patterns) : [paragraph],
  );
  const notes = paragraphs.filter(isNote);
  const whole = paragraphs.filter((paragraph) => !isNote(paragraph));
  const leading = formBefore(whole, layout, patterns);
  if (leading > 0) node.children.push(formOf(whole.slice(0, leading)));
  const rest = whole.slice(leading);
  const { at, table: found } = formStart(rest, section.formWord, patterns);
  const before = rest.slice(0, at);
  const isFlat = layout === "indents" && before.every((paragraph) => standsOut(paragraph, layout));
  const table = isFlat ? (found ?? flattenedTable(before, patterns)) : undefined;
  if (table !== undefined || at === 0)
    for (const note of notes) node.children.push(leaf("note", note.passage));
  if (table !== undefined) node.children.push(table);
  else if (at === rest.length) readBody(node, section.paragraphs, layout, patterns);
  else if (at > 0)
    readBody(node, paragraphs.slice(0, paragraphs.indexOf(rest[at] as Paragraph)), layout, patterns);
  if (at < rest.length) node.children.push(formOf(rest.slice(at)));
}

/** How many paragraphs with blanks, `Қолы ______`, stand over a table whose cells the file does not show. */
function formBefore(paragraphs: readonly Paragraph[], layout: Layout, patterns: Patterns): number {
  if (layout !== "indents") return 0;
  const first = paragraphs.findIndex((paragraph) => !hasBlanks(paragraph));
  if (first <= 0) return 0;
  return flattenedTable(paragraphs.slice(first), patterns)?.table === "requirements" ? first : 0;
}

/** The first row of a table may run on after the note above it, which is the only indented paragraph there. */
function apartFromRow(note: Paragraph, patterns: Patterns): Paragraph[] {
  const { text } = note.passage;
  for (const { label } of patterns.rows) {
    const at = label.exec(text)?.index;
    const number = at === undefined ? null : /(?<=\. )1\.? $/u.exec(text.slice(0, at));
    if (number !== null)
      return [
        { ...note, passage: cut(note.passage, 0, number.index) },
        { ...note, indent: 0, blankLines: 1, passage: cut(note.passage, number.index) },
      ];
  }
  return [note];
}

/**
 * Where the form to fill in begins: at once, where the annex is called one or has blanks and nothing before them that
 * rules; else at the first blank behind the table of requirements or the numbered clauses. Behind the end: nowhere. With the
 * table that was found before it where its cells had to be looked for.
 */
function formStart(
  paragraphs: readonly Paragraph[],
  formWord: boolean,
  patterns: Patterns,
): { readonly at: number; readonly table?: Draft } {
  const table = paragraphs.findIndex(({ rows }) => rows !== undefined && isRequirements(rows, patterns));
  const blank = paragraphs.findIndex((paragraph, index) => index > table && hasBlanks(paragraph));
  if (table >= 0) return { at: blank < 0 ? paragraphs.length : blank };
  if (blank < 0) return { at: formWord ? 0 : paragraphs.length };
  const before = paragraphs.slice(0, blank);
  const clauses = before.filter(({ passage }) => CLAUSE.test(passage.text)).length;
  if (!formWord && clauses >= LEAST_CLAUSES) return { at: blank };
  const flattened = flattenedTable(before, patterns);
  return flattened?.table === "requirements" ? { at: blank, table: flattened } : { at: 0 };
}

/** A numbered clause of at least some words that ends like a sentence. */
const CLAUSE = /^\d{1,3}\. \p{Lu}[^_]{60,}[.;:]$/u;
const LEAST_CLAUSES = 3;

const hasBlanks = (paragraph: Paragraph): boolean =>
  BLANKS.test(paragraph.passage.text) ||
  (paragraph.rows ?? []).some((row) => row.some((cell) => cell.some((part) => BLANKS.test(part.text))));

function formOf(paragraphs: readonly Paragraph[]): Draft {
  const form = draft("form");
  for (const paragraph of paragraphs) {
    if (paragraph.rows === undefined) form.children.push(leaf("paragraph", paragraph.passage));
    else
      for (const words of paragraph.rows.flat(2))
        if (words.text !== "") form.children.push(leaf("paragraph", words));
  }
  return form;
}
