import type { Part } from "./draft.ts";
import type { LintWords } from "../language/lint-words.ts";

/** "(hereinafter – X)": where it stands and what is before it. */
export interface Definition {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The words of the same provision before the bracket, as far back as a name may stand. */
  readonly before: string;
}

/** So much before a bracket is looked at for what it shortens: the rest of a line of ten thousand brackets is not. */
const NAMED_WITHIN = 600;

/** Definitions of abbreviations in the normative parts. */
export function definitionsIn(parts: readonly Part[], words: LintWords): readonly Definition[] {
  const opening = openingPattern(words);
  return parts.filter(({ aside }) => !aside).flatMap((part) => definitionsOf(part, opening));
}

/** A bracket that introduces an abbreviation, up to the dash. */
const openingPattern = ({ hereinafter }: LintWords): RegExp =>
  new RegExp(`\\(\\s*${hereinafter}\\s*[–—-]`, "giu");

function definitionsOf(part: Part, opening: RegExp): readonly Definition[] {
  const { text } = part.words;
  const found: Definition[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const close = text.indexOf(")", opening.lastIndex);
    if (close < 0) break;
    if (close === opening.lastIndex) continue;
    found.push({
      part,
      start: match.index,
      end: close + 1,
      name: text.slice(opening.lastIndex, close).trim(),
      before: text.slice(Math.max(0, match.index - NAMED_WITHIN), match.index).trim(),
    });
    opening.lastIndex = close + 1;
  }
  return found;
}

/** Small letters without punctuation, for telling whether two names are the same. */
export const plainName = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
