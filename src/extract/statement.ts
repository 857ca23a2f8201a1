import type { Passage } from "../model/passage.ts";
import type { Channel } from "../model/rule.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { Provision } from "../structure/provision.ts";
import type { Sentence } from "./sentence.ts";

/** A sentence where it stands: in which provision, under which opening words, after which sentences. */
export interface Statement extends Sentence {
  readonly provision: Provision;
  readonly service: number;
  /** The statement with a colon that opened the list this one belongs to. */
  readonly lead?: Statement;
  /** The last statement of that list: where the items share a predicate, it ends the last of them. */
  readonly tail?: Statement;
  /** The statement before this one in the same clause or row. */
  readonly before?: Statement;
  /** The part of the same sentence behind the semicolon that this one ends with. */
  readonly goesOn?: Statement;
  readonly topic?: RowTopic;
  /** It opens one of several lists, each for a case of its own. */
  readonly oneOfCases?: boolean;
  /** Words of the chapter, annex or table that it stands under, outermost first. */
  readonly under: readonly Sentence[];
  /** Where it stands in a table of process steps. */
  readonly cell?: CellPlace;
  /** The ways of applying that the text has last set for it. */
  readonly channels: readonly Channel[];
}

/** A cell of a process table: the words of its row's first cell, and who acts in its column. */
export interface CellPlace {
  readonly isTerm: boolean;
  readonly actor?: Passage;
}
