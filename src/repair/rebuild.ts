import type { Markup } from "../ingest/source-text.ts";
import type { Passage, Run } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import type { Edit } from "./edit.ts";

/** White space that is not one plain space. */
const LAYOUT = /\s{2,}|[^\S ]/gu;

/** What is put in place of a stretch of the source. */
export interface Replacement {
  readonly at: Span;
  readonly by: string;
  readonly movedFrom?: Span;
}

/** Edits and markup in one list, in order and without overlaps; of two that overlap, the one that stands first in the lists stays. */
export function replacementsOf(edits: readonly Edit[], markup: readonly Markup[]): Replacement[] {
  const all = [...markup, ...edits].map((item, rank) => ({ item, rank }));
  all.sort((a, b) => a.item.at.start - b.item.at.start || a.item.at.end - b.item.at.end || a.rank - b.rank);
  const kept: { item: Replacement; rank: number }[] = [];
  for (const next of all) {
    const last = kept.at(-1);
    if (last === undefined || next.item.at.start >= last.item.at.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ item }) => item);
}

/** The words of a stretch of the source as they read: replacements made, white space made one space, none at the ends. */
export function passageOf(content: string, span: Span, replacements: readonly Replacement[]): Passage {
  const builder = new PassageBuilder(content);
  let done = span.start;
  for (const { at, by, movedFrom } of replacements) {
    if (at.end > span.end || at.start < done) continue;
    builder.copy(done, at.start);
    if (movedFrom === undefined) builder.put(by, at);
    else {
      if (/^\s/u.test(by)) builder.put(" ", { start: at.start, end: at.start });
      builder.copy(movedFrom.start, movedFrom.end);
      if (/\s$/u.test(by)) builder.put(" ", { start: at.end, end: at.end });
    }
    done = at.end;
  }
  builder.copy(done, span.end);
  return builder.finish();
}

/** Puts a passage together run by run. */
class PassageBuilder {
  readonly #content: string;
  readonly #runs: { at: number; length: number; source: { start: number; end: number } }[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last letter so far; a space before the first, so that none is put there. */
  #last = " ";

  constructor(content: string) {
    this.#content = content;
  }

  copy(start: number, end: number): void {
    const words = this.#content.slice(start, end);
    let done = 0;
    for (const { index, 0: space } of words.matchAll(LAYOUT)) {
      if (index > done) this.put(words.slice(done, index), { start: start + done, end: start + index });
      this.put(" ", { start: start + index, end: start + index + space.length });
      done = index + space.length;
    }
    if (done < words.length) this.put(words.slice(done), { start: start + done, end });
  }

  /** Adds words; a space at the beginning or after another space is left out. */
  put(words: string, source: Span): void {
    if (words === "") return;
    let from = 0;
    if (words.startsWith(" ") && this.#last === " ") {
      from = 1;
      if (words.length === 1) return;
    }
    const verbatim = source.end - source.start === words.length;
    const start = verbatim ? source.start + from : source.start;
    const length = words.length - from;
    const last = this.#runs.at(-1);
    const goesOn =
      last !== undefined &&
      verbatim &&
      last.source.end === start &&
      last.source.end - last.source.start === last.length;
    if (goesOn) {
      last.length += length;
      last.source.end = source.end;
    } else this.#runs.push({ at: this.#length, length, source: { start, end: source.end } });
    this.#pieces.push(from === 0 ? words : words.slice(from));
    this.#length += length;
    this.#last = words.charAt(words.length - 1);
  }

  finish(): Passage {
    const text = this.#pieces.join("");
    if (this.#length === 0 || this.#last !== " ") return { text, runs: this.#runs };
    const last = this.#runs.at(-1);
    const runs: Run[] = this.#runs.slice(0, -1);
    if (last !== undefined && last.length > 1) {
      const verbatim = last.source.end - last.source.start === last.length;
      const end = verbatim ? last.source.end - 1 : last.source.end;
      runs.push({ at: last.at, length: last.length - 1, source: { start: last.source.start, end } });
    }
    return { text: text.slice(0, -1), runs };
  }
}
