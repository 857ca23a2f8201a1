import type { Language } from "../model/language.ts";
import type { Channel } from "../model/rule.ts";
import type { Labels } from "../model/verdict.ts";

/** Words of a form that no vocabulary holds: its own fields, and the channels. */
export interface FormWords {
  /** Of a fact by its id, as whoever applies is asked for it; its label where there is none. */
  readonly questions: Readonly<Record<string, Labels>>;
  /** Ids of facts that only an office can look up: nobody has to answer them. */
  readonly askedOfOffice: readonly string[];
  readonly office: Labels;
  /** Of a question that only some answers make necessary. */
  readonly sometimes: Labels;
  /** Before the clauses that a question rests on. */
  readonly rests: Labels;
  /** A citation in the reader's language. */
  readonly cited: (cite: string, language: Language) => string;
  readonly channel: Labels;
  readonly facts: Labels;
  readonly documents: Labels;
  readonly document: Labels;
  readonly documentType: Labels;
  readonly validUntil: Labels;
  readonly yes: Labels;
  readonly no: Labels;
  /** Before the documents that the answers so far make necessary. */
  readonly needed: Labels;
  /** Before those that only some answers make necessary. */
  readonly perhaps: Labels;
  readonly noneNeeded: Labels;
  readonly or: Labels;
  /** Before what the regulation leaves to an act that is not at hand. */
  readonly notHeld: Labels;
  readonly channels: Readonly<Record<Channel, Labels>>;
}

/** Parts of `schemas/request.schema.json` that a form keeps to. */
export interface FormPatterns {
  readonly moment: string;
  readonly date: string;
  /** What `check` reads as a fact. */
  readonly factValue: Readonly<Record<string, unknown>>;
}
