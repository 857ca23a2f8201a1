import type { Block, SourceText } from "../ingest/source-text.ts";
import type { TextLanguage } from "../language/text-language.ts";
import type { Span } from "../model/span.ts";

/** What of a text is in one language, as a text of its own: all else in it is blank, so that places stay. */
export interface LanguagePart {
  /** Undefined where it is in none that is known. */
  readonly language: TextLanguage | undefined;
  readonly source: SourceText;
}

/** What tells the language of a text, and of a stretch of one, which may be too short to tell. */
export interface Telling {
  readonly whole: (text: string, languages: readonly TextLanguage[]) => TextLanguage | undefined;
  readonly stretch: (text: string, languages: readonly TextLanguage[]) => TextLanguage | undefined;
}

/** Of the letters of a text, in a hundred: less in another language is a quotation, and stays where it stands. */
const SHARE = 20;
/** Clauses, numbered one after another from the first, that make even a small part a text of its own. */
const CLAUSES = 3;

/**
 * The parts of a text by their languages, that of most of it first: a file with the two texts of an act, one behind the other,
 * by turns or side by side in the columns of a table. A text in one language, with quotations or without, is one part.
 */
export function languageParts(
  source: SourceText,
  languages: readonly TextLanguage[],
  telling: Telling,
): readonly [LanguagePart, ...LanguagePart[]] {
  const main = telling.whole(source.content, languages);
  const whole: LanguagePart = { language: main, source };
  if (main === undefined) return [whole];
  const blocks = source.blocks.flatMap((block) => pieces(block, source.content, languages, telling));
  const found = blocks.map(({ span }) =>
    telling.stretch(source.content.slice(span.start, span.end), languages),
  );
  if (found.every((language) => language === undefined || language === main)) return [whole];
  const told = inherited(found);
  const of = (language: TextLanguage): readonly Block[] =>
    blocks.filter((_, index) => (told[index] ?? main) === language);
  const total = sizeOf(blocks);
  const others = languages.filter((language) => {
    if (language === main) return false;
    const own = of(language);
    const isLarge = sizeOf(own) * 100 >= total * SHARE;
    return (isLarge && hasNumbers(own, source.content)) || isNumbered(own, source.content);
  });
  if (others.length === 0) return [whole];
  const own = blocks.filter((_, index) => !others.includes(told[index] ?? main));
  return [
    { language: main, source: partOf(source, own) },
    ...others.map((language) => ({ language, source: partOf(source, of(language)) })),
  ];
}

/** What a stretch that tells no language is in: a heading what comes behind it is, anything what came before. */
function inherited(told: readonly (TextLanguage | undefined)[]): readonly (TextLanguage | undefined)[] {
  const all = [...told];
  for (let at = all.length - 2; at >= 0; at -= 1) all[at] ??= all[at + 1];
  for (let at = 1; at < all.length; at += 1) all[at] ??= all[at - 1];
  return all;
}

/** Letters of running text: forms have two languages in their tables, whatever the act is in. */
const sizeOf = (blocks: readonly Block[]): number =>
  blocks
    .filter(({ kind }) => kind !== "table" && kind !== "literal")
    .reduce((letters, { span }) => letters + span.end - span.start, 0);

/** Whether blocks have a clause or an item of their own: what is only quoted stands in those of the text around it. */
const hasNumbers = (blocks: readonly Block[], content: string): boolean =>
  blocks.some((block) => NUMBERED.test(firstLine(block, content)));

/** Whether blocks have clauses numbered from the first on, as an act has them and a quotation has not. */
function isNumbered(blocks: readonly Block[], content: string): boolean {
  let next = 1;
  for (const block of blocks) {
    const text = firstLine(block, content);
    if (text.startsWith(`${String(next)}. `) && !text.includes("___")) next += 1;
  }
  return next > CLAUSES;
}

/** Letters looked at of a clause. */
const LINE = 80;
const firstLine = ({ span }: Block, content: string): string =>
  content.slice(span.start, Math.min(span.end, span.start + LINE));

/**
 * The cells of a table that sets two texts side by side, as paragraphs; any other block as it is. Its columns are in different
 * languages, and all have numbered clauses: a form with its names in two languages has none.
 */
function pieces(
  block: Block,
  content: string,
  languages: readonly TextLanguage[],
  telling: Telling,
): readonly Block[] {
  const rows = block.rows;
  if (rows === undefined) return [block];
  const columns: Span[][] = [];
  for (const row of rows)
    for (const [column, { paragraphs }] of row.entries()) (columns[column] ??= []).push(...paragraphs);
  const filled = columns.filter((column) => column.length > 0);
  if (filled.length !== languages.length) return [block];
  const told = filled.map((column) => {
    const texts = column.map(({ start, end }) => content.slice(start, end));
    return texts.some((text) => NUMBERED.test(text))
      ? telling.stretch(texts.join(" "), languages)
      : undefined;
  });
  const isSideBySide = told.every((language) => language !== undefined) && new Set(told).size === told.length;
  return isSideBySide
    ? rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs.map(paragraph)))
    : [block];
}

/** A clause or an item. */
const NUMBERED = /^\s*\d{1,3}[.)]\s/u;

const paragraph = (span: Span): Block => ({
  kind: "paragraph",
  span,
  indent: 0,
  blankLines: 1,
  afterSection: false,
});

/** A text in which only some blocks are left. */
function partOf(source: SourceText, blocks: readonly Block[]): SourceText {
  let content = "";
  let at = 0;
  for (const { span } of blocks) {
    content += blank(source.content.slice(at, span.start)) + source.content.slice(span.start, span.end);
    at = span.end;
  }
  return { ...source, content: content + blank(source.content.slice(at)), blocks };
}

/** As many spaces, with the line breaks in their places. */
const blank = (text: string): string => text.replaceAll(/[^\n\r]/gu, (letter) => " ".repeat(letter.length));
