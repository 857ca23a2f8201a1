import { joinPassages, type Passage } from "../model/passage.ts";
import type { Paragraph, RepairedText } from "../repair/repaired-text.ts";
import { levelled } from "../model/level.ts";
import { cut } from "./cut.ts";
import { chapterOf, isRegulationTitle, standsOut, titleAt, type Layout } from "./headings.ts";
import type { Patterns } from "./patterns.ts";

/** A part of the file that begins with a head: an approval stamp or the lines that name an annex. The first has no head. */
export interface Section {
  readonly head?: Passage;
  /** Number of the annex as printed. */
  readonly label?: string;
  /** What the head says it belongs to; an approval stamp approves a regulation of the act. */
  readonly of: "act" | "regulation" | "table" | "unknown" | "none";
  readonly approved: boolean;
  readonly title?: Passage;
  /** The head ends with the word for a form. */
  readonly formWord: boolean;
  readonly paragraphs: readonly Paragraph[];
}

const CLOSED = /[.;:!?]$/u;
const QUOTE = /^["«]/u;
/** A head has at most so many blocks, and so many letters in one. */
const MOST_BLOCKS = 6;
const MOST_LETTERS = 400;
/** Columns from which a paragraph is one of the body. */
const INDENT = 3;

interface Head extends Pick<Section, "of" | "approved" | "formWord"> {
  readonly label: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Cuts the paragraphs at their heads and finds each section's title. */
export function sectionsOf(text: RepairedText, patterns: Patterns): Section[] {
  const layout = text.source.layout;
  const paragraphs = apartFromStamps(text.paragraphs, layout, patterns);
  const heads: Head[] = [];
  for (let index = 0; index < paragraphs.length; index += 1) {
    const head =
      headEndingAt(paragraphs, index, layout, patterns) ??
      titleWithoutHead(paragraphs, index, heads, layout, patterns);
    if (head !== undefined) heads.push({ ...head, from: Math.max(head.from, (heads.at(-1)?.to ?? -1) + 1) });
  }
  const first = heads[0]?.from ?? paragraphs.length;
  const opening: Section = {
    of: "none",
    approved: false,
    formWord: false,
    paragraphs: paragraphs.slice(0, first),
  };
  const others = heads.map((head, index) =>
    sectionOf(paragraphs, head, heads[index + 1]?.from ?? paragraphs.length, layout, patterns),
  );
  return [opening, ...others];
}

/** Some files run the first lines of a stamp on after the clause before it; here they become a paragraph of their own. */
function apartFromStamps(paragraphs: readonly Paragraph[], layout: Layout, patterns: Patterns): Paragraph[] {
  return paragraphs.flatMap((paragraph, index) => {
    const after = paragraphs[index + 1];
    if (layout === "marks" || after === undefined || paragraph.indent < INDENT) return [paragraph];
    if (!standsOut(after, layout) || !patterns.approved.test(after.passage.text)) return [paragraph];
    const { text } = paragraph.passage;
    const tail = patterns.stampTail.exec(text.slice(-MOST_LETTERS));
    if (tail === null) return [paragraph];
    const at = text.length - tail[0].length;
    if (at === 0) return [paragraph];
    const rest = { ...paragraph, passage: cut(paragraph.passage, 0, at) };
    return [rest, { ...paragraph, indent: 0, afterSection: true, passage: cut(paragraph.passage, at) }];
  });
}

function headEndingAt(
  paragraphs: readonly Paragraph[],
  index: number,
  layout: Layout,
  patterns: Patterns,
): Head | undefined {
  const paragraph = paragraphs[index];
  if (paragraph === undefined || !standsOut(paragraph, layout) || paragraph.kind === "heading")
    return undefined;
  const { text } = paragraph.passage;
  if (text.length > MOST_LETTERS || CLOSED.test(text) || patterns.note.test(text)) return undefined;
  const approved = patterns.approved.test(text);
  const annex = approved ? undefined : annexIn(text, patterns);
  if (!approved && annex === undefined) return undefined;
  const from = headStart(paragraphs, index, layout, patterns, approved);
  const whole = paragraphs
    .slice(from, index + 1)
    .map((part) => part.passage.text)
    .join(" ");
  const owner = [...whole.matchAll(patterns.annexOwners)].at(-1)?.[0];
  const of = approved
    ? "act"
    : owner === undefined
      ? "unknown"
      : (patterns.ownerOf.get(levelled(owner)) ?? "unknown");
  if (!approved && of === "unknown" && from === index && text.split(" ").length > 3) return undefined;
  return { from, to: index, label: annex?.label, of, approved, formWord: patterns.formWord.test(text) };
}

/** The number of the annex that a line heads; converted columns may put its words in any order. */
function annexIn(text: string, patterns: Patterns): { label: string | undefined } | undefined {
  for (const pattern of patterns.annexHeads) {
    const match = pattern.exec(text);
    if (match !== null) return { label: match[1] };
  }
  if (!QUOTE.test(text)) return undefined;
  for (const pattern of patterns.annexHeads) {
    const match = new RegExp(pattern.source.replace("$", "(?!\\p{L})"), "u").exec(text);
    if (match !== null && patterns.annexOwner.test(text)) return { label: match[1] };
  }
  return undefined;
}

/** Goes back over the blocks that the lines of a head were parted into. */
function headStart(
  paragraphs: readonly Paragraph[],
  end: number,
  layout: Layout,
  patterns: Patterns,
  approved: boolean,
): number {
  let from = end;
  if (layout === "marks") return from;
  for (;;) {
    const here = paragraphs[from];
    const before = paragraphs[from - 1];
    if (here === undefined || here.afterSection || (!approved && QUOTE.test(here.passage.text))) return from;
    const stop =
      before === undefined ||
      end - from >= MOST_BLOCKS ||
      !standsOut(before, layout) ||
      before.passage.text.length > MOST_LETTERS / 2 ||
      CLOSED.test(before.passage.text) ||
      patterns.note.test(before.passage.text) ||
      chapterOf(before.passage.text, patterns) !== undefined;
    if (stop) break;
    from -= 1;
  }
  while (from < end && !patterns.stampWord.test(paragraphs[from]?.passage.text ?? "")) from += 1;
  return from;
}

/** A regulation's title that no stamp announces, told by the first chapter after it. */
function titleWithoutHead(
  paragraphs: readonly Paragraph[],
  index: number,
  heads: readonly Head[],
  layout: Layout,
  patterns: Patterns,
): Head | undefined {
  const paragraph = paragraphs[index];
  if (paragraph === undefined || !standsOut(paragraph, layout) || (heads.at(-1)?.to ?? -2) >= index - 1)
    return undefined;
  if (!isRegulationTitle(paragraph.passage.text, patterns)) return undefined;
  const next = paragraphs
    .slice(index + 1, index + 4)
    .find((after) => !patterns.note.test(after.passage.text) && after.passage.text !== "");
  const follows =
    next !== undefined && standsOut(next, layout) && chapterOf(next.passage.text, patterns)?.label === "1";
  if (!follows) return undefined;
  return { from: index, to: index - 1, label: undefined, of: "act", approved: true, formWord: false };
}

/** A title has at most so many lines. */
const MOST_LINES = 4;

/** Lines of a title that begins at a paragraph: one, unless only with those under it, set out alike, it is one of rules. */
function titleLines(body: readonly Paragraph[], at: number, layout: Layout, patterns: Patterns): number {
  const first = body[at];
  let title = "";
  for (let lines = 1; first !== undefined && lines <= MOST_LINES; lines += 1) {
    const line = body[at + lines - 1];
    const alike =
      line !== undefined && standsOut(line, layout) && line.kind === first.kind && line.bold === first.bold;
    if (!alike || CLOSED.test(title) || chapterOf(line.passage.text, patterns) !== undefined) return 1;
    title += ` ${line.passage.text}`;
    if (patterns.regulationTitle.test(title)) return lines;
  }
  return 1;
}

function sectionOf(
  paragraphs: readonly Paragraph[],
  head: Head,
  end: number,
  layout: Layout,
  patterns: Patterns,
): Section {
  const headParts = paragraphs.slice(head.from, head.to + 1).map((part) => part.passage);
  const body = paragraphs.slice(head.to + 1, end);
  const at = titleAt(body, layout, patterns);
  const lines = at === undefined ? [] : body.splice(at, titleLines(body, at, layout, patterns));
  const [found] = lines;
  let title =
    found === undefined
      ? undefined
      : joinPassages(
          lines.map(({ passage }) => passage),
          " ",
        );
  const both = title === undefined ? null : patterns.titleAndChapter.exec(title.text);
  const chapter = both?.[2];
  if (title !== undefined && found !== undefined && both?.[1] !== undefined && chapter !== undefined) {
    if (isRegulationTitle(both[1], patterns)) {
      body.splice(at ?? 0, 0, { ...found, passage: cut(title, title.text.length - chapter.length) });
      title = cut(title, 0, both[1].length);
    }
  }
  return {
    of: head.of,
    approved: head.approved,
    formWord: head.formWord,
    paragraphs: body,
    ...(head.label === undefined ? {} : { label: head.label }),
    ...(headParts.length === 0 ? {} : { head: joinPassages(headParts, " ") }),
    ...(title === undefined ? {} : { title }),
  };
}
