import type { ChangeWords } from "../../language/change-words.ts";
import type { Grammar } from "../../language/grammar.ts";
import type { ChangeSide } from "../../model/change.ts";
import type { Wording } from "../wording.ts";

/**
 * What the words of a provision are there for: `law` binds; titles, notes and signatures say nothing of what has to be done;
 * a form is filled in.
 */
export type PartRole = "law" | "title" | "form" | "note" | "signature";

/** The own words of one provision, or all words of one form. */
export interface Part {
  /** Number of the service it belongs to, as its version names it; `0` the act's own. */
  readonly service: string;
  readonly path: string;
  /** Paths of what stands on lines of its own here and on the same line in the other version. */
  readonly also?: readonly string[];
  readonly role: PartRole;
  readonly text: string;
  /** Where it stands, as a change shows it. */
  readonly side: ChangeSide;
  /** Number as printed, of a clause or an item: `10-1`. */
  readonly label?: string;
  /** It says what a word means. */
  readonly defines: boolean;
  /** The note that stands in place of a clause or item that an amendment has taken out. */
  readonly excluded: boolean;
}

/** A whole text made ready for comparison: its parts in order, and what its language knows of words. */
export interface VersionText {
  readonly parts: readonly Part[];
  readonly language: TextLanguage;
}

/** What a language knows of words. */
export interface TextLanguage {
  readonly grammar: Grammar;
  readonly words: ChangeWords | undefined;
  /** The letter of its script that a Latin one looks like as it is printed; undefined where there is none. */
  readonly lookAlike: (latin: string) => string | undefined;
}

/** What wordings are compared with. */
export interface WordReader extends TextLanguage {
  readonly wording: Wording;
  /** Words that either text has whole, in small letters: two pieces that make one of them were cut at the end of a line. */
  readonly known?: ReadonlySet<string>;
}
