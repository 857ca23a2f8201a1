import type { Part } from "./draft.ts";
import type { LintWords } from "../language/lint-words.ts";

/** "(hereinafter – X)": where it stands and what is before it. */
export interface Definition {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The words of the same provision before the bracket. */
  readonly before: string;
}

/** Definitions of abbreviations in the normative parts. */
export function definitionsIn(parts: readonly Part[], words: LintWords): readonly Definition[] {
  const pattern = new RegExp(`\\(\\s*${words.hereinafter}\\s*[–—-]\\s*([^)]+)\\)`, "giu");
  return parts
    .filter(({ aside }) => !aside)
    .flatMap((part) =>
      [...part.words.text.matchAll(pattern)].map((match) => ({
        part,
        start: match.index,
        end: match.index + match[0].length,
        name: (match[1] ?? "").trim(),
        before: part.words.text.slice(0, match.index).trim(),
      })),
    );
}

/** Words of a name as patterns: endings may follow, and the last two letters of a longer word may change. */
export function namePattern(name: string): RegExp {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const stems = words.map((word) =>
    word.length > 5 ? word.slice(0, -2) : word.slice(0, Math.max(3, word.length - 1)),
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${stems.map((stem) => `${stem}[\\p{L}\\p{M}]*`).join("[\\s.–-]*")}`,
    "giu",
  );
}

/** Small letters without punctuation, for telling whether two names are the same. */
export const plainName = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
