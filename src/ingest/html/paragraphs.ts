import type { HtmlPlace } from "../../model/source-place.ts";
import type { RichParagraph } from "../rich-text.ts";
import { parted, type Part } from "../line-breaks.ts";
import type { SetOut } from "./set-out.ts";

/** Words of one block of a page, until it ends: as a browser would show them, and how they are set out. */
export class Paragraphs {
  #words: string[] = [];
  /** The last letter so far: a space before the first, so that none is put there. */
  #last = " ";
  #letters = 0;
  #bold = 0;
  #empty = 0;
  #marker: string | undefined;
  #first: { readonly setOut: SetOut; readonly place: HtmlPlace } | undefined;

  /** Takes words; white space is one space where the page does not say that it counts. */
  add(words: string, setOut: SetOut, place: () => HtmlPlace): void {
    const plain = setOut.asTyped
      ? words.replaceAll(/\r\n?/gu, "\n")
      : words.replaceAll(/[ \t\n\f\r]+/gu, " ");
    this.#put(/\s/u.test(this.#last) ? withoutLead(plain, setOut) : plain);
    const letters = plain.replaceAll(/\s+/gu, "").length;
    if (letters === 0) return;
    this.#letters += letters;
    if (setOut.bold) this.#bold += letters;
    this.#first ??= { setOut, place: place() };
  }

  /** What a list puts before the next words: a number, or nothing where it only points at its items. */
  mark(number: string): void {
    this.#marker = number;
  }

  /** A line break within a block. */
  break(): void {
    this.#put("\n");
  }

  #put(words: string): void {
    if (words === "") return;
    this.#words.push(words);
    this.#last = words.charAt(words.length - 1);
  }

  /** A block of its own that holds nothing, as some pages put between paragraphs. */
  blank(): void {
    this.#empty += 1;
  }

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  /** The paragraphs that have come together, each with the empty ones before it; begins anew. */
  take(inCell: boolean): RichParagraph[] {
    const [text, first, isBold] = [this.#words.join(""), this.#first, this.#bold === this.#letters];
    this.#words = [];
    this.#last = " ";
    this.#first = undefined;
    this.#letters = 0;
    this.#bold = 0;
    if (first === undefined) return [];
    const { setOut, place } = first;
    const kind = kindOf(setOut);
    const parts = setOut.asTyped
      ? linesAsTyped(text)
      : kind === "paragraph"
        ? parted(text, inCell)
        : [{ text: text.trim(), blankLines: 0 }];
    const marker = this.#marker;
    this.#marker = undefined;
    return parts.map((part, index) => {
      const lead = /^[ \t\u{A0}]*/u.exec(part.text)?.[0].length ?? 0;
      const blankLines = this.#empty + part.blankLines;
      this.#empty = 0;
      return {
        kind,
        pieces: [{ text: `${index === 0 ? (marker ?? "") : ""}${part.text.slice(lead)}`, place }],
        ...(index === 0 && marker === "" ? { bullet: true } : {}),
        indent: Math.max(lead, setOut.indent),
        blankLines,
        ...(setOut.align === "right" ? { atRight: true } : {}),
        ...(setOut.depth === undefined ? {} : { depth: setOut.depth }),
        ...(isBold || setOut.align === "center" ? { bold: true } : {}),
      };
    });
  }
}

const withoutLead = (words: string, { asTyped }: SetOut): string =>
  asTyped ? words : words.replace(/^ +/u, "");

function kindOf({ depth, quoted, align, asTyped }: SetOut): RichParagraph["kind"] {
  if (depth !== undefined) return "heading";
  return !asTyped && (quoted || align === "right") ? "quote" : "paragraph";
}

/** Every line of a text that stands as typed, with the empty ones counted. */
function linesAsTyped(text: string): Part[] {
  const parts: Part[] = [];
  let blankLines = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") blankLines += 1;
    else {
      parts.push({ text: line, blankLines });
      blankLines = 0;
    }
  }
  return parts;
}
