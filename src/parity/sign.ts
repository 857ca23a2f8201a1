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

/** All that the provisions of one side of a pair say in numbers and known meanings. */
export interface Signs {
  readonly amounts: readonly Sign[];
  readonly clocks: readonly Sign[];
  readonly numbers: readonly NumberSign[];
  readonly concepts: readonly ConceptSign[];
  /** Numbers told in words: counted with, `екі`, and put in an order by, `первой`. */
  readonly spelled: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  /** Units of time without a number: `за сутки`. */
  readonly units: ReadonlySet<string>;
}
