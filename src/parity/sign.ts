import type { Attribute, Denial, Join } from "../language/concept-words.ts";
import type { Concept, ConceptClass } from "../language/concepts.ts";
import type { Block } from "./block.ts";

/** What of a provision is the same in every language, and must not differ: what it says, and where. */
export interface Sign {
  /** `10 working-day`, `18:00`, `9-1`. */
  readonly value: string;
  readonly block: Block;
  /** Offsets in the block's words. */
  readonly start: number;
  readonly end: number;
}

/** A number that is no length of time: of a provision, an act, a date, or of things. */
export interface NumberSign extends Sign {
  /** It stands beside a word for a provision: a clause, an item, an annex, a row, an article. */
  readonly refers: boolean;
}

/** Where a meaning is said; `loose` where the words only answer it. */
export interface ConceptSign extends Sign {
  readonly concept: Concept;
  readonly class: ConceptClass;
  readonly loose: boolean;
}

/** Where something is denied, or may be. */
export interface DenialSign extends Sign {
  readonly denial: Denial;
  /** Number of the sentence, counted over all provisions of the side. */
  readonly sentence: number;
}

/** Two meanings that are joined: `казахском или русском`. */
export interface JoinSign extends Sign {
  readonly join: Join;
  /** The two, in the order of their names. */
  readonly of: string;
}

/** What is said of papers that `и` joins: of the last of them, of all, or it cannot be told. */
export interface AttributeSign extends Sign {
  readonly attribute: Attribute;
  readonly belongsTo: "last" | "all" | "unclear";
  /** Meanings of the words before the `и`. */
  readonly before: ReadonlySet<Concept>;
}

/** All that the provisions of one side of a pair say in numbers and known meanings. */
export interface Signs {
  readonly amounts: readonly Sign[];
  readonly clocks: readonly Sign[];
  readonly numbers: readonly NumberSign[];
  readonly concepts: readonly ConceptSign[];
  readonly denials: readonly DenialSign[];
  readonly joins: readonly JoinSign[];
  readonly attributes: readonly AttributeSign[];
  /** Of pages in the net. */
  readonly addresses: readonly Sign[];
  readonly sentences: number;
  /** Numbers told in words: counted with, `екі`, and put in an order by, `первой`. */
  readonly spelled: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  /** Units of time without a number: `за сутки`. */
  readonly units: ReadonlySet<string>;
}

/** Makes a sign of a sentence's words from the first up to but without the second number. */
export type SignMaker = (value: string, from: number, to: number) => Sign;
