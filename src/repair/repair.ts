import type { Block, SourceText } from "../ingest/source-text.ts";
import type { TextLanguage } from "../language/text-language.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import { withPlainSpaces } from "../model/hard-spaces.ts";
import type { Passage } from "../model/passage.ts";
import type { Edit } from "./edit.ts";
import { linkPatterns } from "./link-references.ts";
import { passageOf, replacementsOf, type Replacement } from "./rebuild.ts";
import type { Repair } from "./repair-type.ts";
import type { Paragraph, RepairedText } from "./repaired-text.ts";
import { REPAIRS } from "./repairs.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Undoes what page layout and conversion did. What is seen and cannot be mended with certainty is a finding and is left. */
export function repair(
  source: SourceText,
  language: TextLanguage | undefined,
  repairs: readonly Repair[] = REPAIRS,
): Outcome<RepairedText> {
  const findings: Finding[] = [];
  const found = (
    code: string,
    severity: Finding["severity"],
    edit: Pick<Edit, "at"> & Partial<Edit>,
  ): void => {
    const { at, by } = edit;
    const before = source.content.slice(at.start, at.end);
    findings.push({
      code,
      severity,
      where: { in: "text", document: source.document, span: at },
      details: by === undefined ? { before } : { before, after: by },
    });
  };
  const plain = withPlainSpaces(source.content);
  const context = {
    blocks: source.blocks,
    layout: source.layout,
    language,
    links: language?.grammar?.links === undefined ? undefined : linkPatterns(language.grammar.links),
    words: vocabularyOf(plain),
    leave: (code: string, edit: Pick<Edit, "at">) => {
      found(code, "note", edit);
    },
  };
  const proposed = repairs.flatMap((one) => {
    const edits = one.find(plain, context);
    if (one.finding !== undefined) for (const edit of edits) found(one.finding, "warning", edit);
    return edits;
  });
  const replacements = replacementsOf(
    proposed,
    source.blocks.flatMap((block) => block.markup ?? []),
  );
  const made = new Set<Replacement>(replacements);
  const edits = proposed.filter((edit) => made.has(edit)).sort((a, b) => a.at.start - b.at.start);
  return { value: { source, edits, paragraphs: paragraphsOf(source, replacements, edits) }, findings };
}

function paragraphsOf(
  source: SourceText,
  replacements: readonly Replacement[],
  edits: readonly Edit[],
): Paragraph[] {
  const joined = new Set(edits.filter((edit) => edit.kind === "join-page-breaks").map((edit) => edit.at.end));
  const paragraphs: Paragraph[] = [];
  let next = 0;
  const upTo = (end: number): Replacement[] => {
    const from = next;
    while ((replacements[next]?.at.end ?? Infinity) <= end) next += 1;
    return replacements.slice(from, next);
  };
  for (let index = 0; index < source.blocks.length;) {
    const block = source.blocks[index];
    if (block === undefined) break;
    let end = block.span.end;
    index += 1;
    for (let more = source.blocks[index]; more !== undefined; more = source.blocks[index]) {
      if (!joined.has(more.span.start) && !reaches(replacements, next, more.span.start)) break;
      end = more.span.end;
      index += 1;
    }
    paragraphs.push(paragraphOf(source, block, end, upTo(end)));
  }
  return paragraphs;
}

/** Whether a replacement (a word cut in two, a mark gone over) lies across the beginning of a block. */
function reaches(replacements: readonly Replacement[], from: number, start: number): boolean {
  let low = from;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle]?.at.end ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const at = replacements[low]?.at;
  return at !== undefined && at.start < start && at.end >= start;
}

function paragraphOf(
  source: SourceText,
  block: Block,
  end: number,
  replacements: readonly Replacement[],
): Paragraph {
  const { kind, indent, blankLines, afterSection, depth, bold } = block;
  const words = (start: number, to: number): Passage =>
    passageOf(source.content, { start, end: to }, within(replacements, start, to));
  const rows = block.rows?.map((row) =>
    row.map((cell) => cell.paragraphs.map((part) => words(part.start, part.end))),
  );
  return {
    kind,
    indent,
    blankLines,
    afterSection,
    ...(depth === undefined ? {} : { depth }),
    ...(bold === undefined ? {} : { bold }),
    passage: rows === undefined ? words(block.span.start, end) : { text: "", runs: [] },
    ...(rows === undefined ? {} : { rows }),
  };
}

/** The replacements inside a stretch; they are in order and do not overlap. */
function within(replacements: readonly Replacement[], start: number, end: number): readonly Replacement[] {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle]?.at.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((replacements[last]?.at.end ?? Infinity) <= end) last += 1;
  return replacements.slice(low, last);
}
