import type { AmendWords } from "../language/amend-words.ts";
import type { Wording, WordingBlock } from "../model/amendment.ts";
import type { AmendingParagraph } from "./paragraphs.ts";
import { markAt, openQuotes } from "./quotes.ts";
import { sentencesIn } from "./sentence.ts";
import { tokensOf } from "./tokens.ts";

/** A sentence that amends, or names where, with the wordings quoted behind it. */
export interface Statement {
  readonly paragraph: AmendingParagraph;
  /** Its words without its own number. */
  readonly text: string;
  /** It stands in a clause, or item, of its own. */
  readonly marker: string | undefined;
  /** What it quotes as what is there now: `строку: «…» изложить …`. */
  readonly was?: Wording;
  readonly wordings: readonly Wording[];
}

/** Cuts the paragraphs of an amending act into what they say and the wordings they quote. */
export function statementsOf(
  paragraphs: readonly AmendingParagraph[],
  words: AmendWords,
): readonly Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < paragraphs.length;) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) break;
    if (paragraph.kind !== "paragraph") {
      at += 1;
      continue;
    }
    const { wordings, next } = wordingsFrom(paragraphs, at + 1, paragraph.text, words);
    const { text, marker } = paragraph;
    const goesOn = paragraphs[next];
    if (
      wordings.length === 1 &&
      !hasVerb(text, words) &&
      goesOn !== undefined &&
      hasVerb(goesOn.text, words)
    ) {
      const rest = wordingsFrom(paragraphs, next + 1, goesOn.text, words);
      const [was] = wordings;
      const whole = `${text.replace(/:$/u, "")} ${goesOn.text}`;
      statements.push({ paragraph, text: whole, marker, ...(was && { was }), wordings: rest.wordings });
      at = rest.next;
    } else {
      statements.push({ paragraph, text, marker, wordings });
      at = next;
    }
  }
  return statements;
}

const OPENS_WORDING = /:$/u;
/** Letters at the end of words that one mark closes together with the wording. */
const WORD_END = /[\p{L}\p{Nd}]$/u;

function wordingsFrom(
  paragraphs: readonly AmendingParagraph[],
  from: number,
  text: string,
  words: AmendWords,
): { readonly wordings: readonly Wording[]; readonly next: number } {
  const wordings: Wording[] = [];
  let next = from;
  if (!OPENS_WORDING.test(text)) return { wordings, next };
  while (next < paragraphs.length && opens(paragraphs[next], words)) {
    const last = endOfWording(paragraphs, next, words);
    wordings.push(wordingOf(paragraphs.slice(next, last + 1)));
    next = last + 1;
  }
  return { wordings, next };
}

/** Whether a wording begins with a paragraph; one that quotes and says what becomes of that, `«…» деген жол …`, is none. */
const opens = (paragraph: AmendingParagraph | undefined, words: AmendWords): boolean =>
  paragraph !== undefined &&
  paragraph.kind !== "heading" &&
  markAt(paragraph.whole, 0) === "opens" &&
  !(openQuotes(paragraph.whole) <= 0 && amends(paragraph.text, words));

const CLOSED = /[»”"] ?[;.,]{0,2}$/u;

/** The paragraph in which a wording ends: one that ends in a closing mark, with nothing open or an instruction behind it. */
function endOfWording(paragraphs: readonly AmendingParagraph[], from: number, words: AmendWords): number {
  let [depth, closed] = [0, from];
  for (let at = from; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) break;
    if (paragraph.kind === "table") continue;
    depth += openQuotes(paragraph.whole);
    if (!CLOSED.test(paragraph.whole)) continue;
    closed = at;
    const next = paragraphs[at + 1];
    if (depth <= 0 || next === undefined || next.kind !== "paragraph" || amends(next.text, words)) return at;
  }
  return closed;
}

/** Whether a paragraph amends or names where something is amended. */
function amends(text: string, words: AmendWords): boolean {
  const [first] = sentencesIn(tokensOf(text, words), words);
  if (first === undefined) return false;
  return first.verb !== undefined || (OPENS_WORDING.test(text) && first.targets.length > 0);
}

const hasVerb = (text: string, words: AmendWords): boolean =>
  sentencesIn(tokensOf(text, words), words).some(({ verb }) => verb !== undefined);

/** Without the mark that closes the wording; where it closes quoted words in it too, `«Общество «Мера».`, those keep it. */
function withoutClosing(text: string): string {
  const plain = text.replace(CLOSED, "");
  const isBoth = WORD_END.test(plain) && openQuotes(plain) > 0;
  return isBoth ? text.slice(0, plain.length + 1) + text.slice(plain.length + 1).replace(";", "") : plain;
}

/** The paragraphs of a wording without the marks around them. */
function wordingOf(paragraphs: readonly AmendingParagraph[]): Wording {
  const blocks: WordingBlock[] = paragraphs.flatMap(({ kind, lines, source }): readonly WordingBlock[] =>
    kind === "table" ? [{ kind: "table", text: source }] : lines.map((text) => ({ kind: "paragraph", text })),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first?.kind === "paragraph") blocks[0] = { ...first, text: first.text.slice(1).trimStart() };
  const end = blocks.length - 1;
  const tail = blocks[end];
  if (last?.kind === "paragraph" && tail !== undefined)
    blocks[end] = { ...tail, text: withoutClosing(tail.text) };
  return blocks.filter(({ text }) => text !== "");
}
