import type { Mark } from "./change.ts";
import type { Citation } from "./citation.ts";

/** Parts of an act that an amendment names, outermost first. `named`: a part called by its title alone. */
export const AMEND_UNITS = [
  "annex",
  "section",
  "chapter",
  "clause",
  "item",
  "part",
  "sentence",
  "row",
  "column",
  "title",
  "preamble",
] as const;
export type AmendUnit = (typeof AMEND_UNITS)[number];

export type AmendVerb = "restate" | "replace" | "delete" | "insert" | "repeal";

/** One step to what an instruction changes. */
export interface AmendStep {
  readonly unit: AmendUnit | "named";
  /** Numbers as printed, `5`, `5-1`; of parts and sentences their ordinals. Empty where it is named by words. */
  readonly labels: readonly string[];
  /** What it is called, where it is named. */
  readonly words?: string;
}

/** The part behind, or before, which something is put in. */
export interface AmendBeside {
  readonly at: "after" | "before";
  readonly of: AmendStep;
}

/** A paragraph or table of a new wording. A table is given as it stands in the file that it comes from. */
export interface WordingBlock {
  readonly kind: "paragraph" | "table";
  readonly text: string;
}
export type Wording = readonly WordingBlock[];

/** What an instruction does. */
export type AmendAction =
  | { readonly is: "restate"; readonly wordings: readonly Wording[]; readonly was?: Wording }
  | { readonly is: "restate-by-annex"; readonly annex: string | undefined }
  | {
      readonly is: "insert";
      readonly what: AmendStep;
      readonly wordings: readonly Wording[];
      readonly beside?: AmendBeside;
    }
  | { readonly is: "insert-by-annex"; readonly what: AmendStep; readonly annex: string | undefined }
  | { readonly is: "delete" | "repeal"; readonly was?: Wording }
  | {
      readonly is: "replace-words";
      readonly pairs: readonly (readonly [old: string, by: string])[];
      readonly everywhere: boolean;
      readonly inCases: boolean;
    }
  | {
      readonly is: "delete-words";
      readonly words: readonly string[];
      readonly everywhere: boolean;
      readonly inCases: boolean;
    }
  | {
      readonly is: "insert-words";
      readonly at: "after" | "before" | "end";
      readonly anchor?: string;
      readonly words: string;
    }
  /** The act says that the text changes in another language alone. */
  | { readonly is: "other-language" }
  | { readonly is: "not-understood" };

/** An act as an amending act names it. Days are `YYYY-MM-DD`. */
export interface NamedAct {
  readonly number?: string;
  readonly date?: string;
  /** Its title as quoted. */
  readonly title?: string;
}

/** One instruction of an amending act, with the words that give it. */
export interface Instruction {
  /** From 1, in the order of the amending act. */
  readonly number: number;
  /** The act that it changes; absent where none is named before it. */
  readonly act?: NamedAct;
  readonly target: readonly AmendStep[];
  readonly action: AmendAction;
  /** Words of its address that were not understood: what it changes is not known. */
  readonly unread?: string;
  readonly source: AmendSource;
}

/** Where an amending act says something. */
export interface AmendSource extends Citation {
  readonly lines: readonly [number, number];
}

/** Why an instruction was not applied. */
export const AMEND_REASONS = [
  "not-understood",
  "address-not-understood",
  "target-not-found",
  "target-several",
  "words-not-found",
  "words-several",
  "words-in-other-form",
  "annex-not-found",
  "wording-missing",
  "already-changed",
] as const;
export type AmendReason = (typeof AMEND_REASONS)[number];

/** A change that was made, at one provision. */
export interface AmendedPlace {
  readonly path: string;
  readonly cite: string;
  readonly marks: readonly Mark[];
  /** The words stood there in another form, and so did what came in their place. */
  readonly inflected?: boolean;
}

/** What became of an instruction. */
export type AmendOutcome =
  | { readonly instruction: Instruction; readonly is: "applied"; readonly places: readonly AmendedPlace[] }
  | {
      readonly instruction: Instruction;
      readonly is: "not-applied";
      readonly because: AmendReason;
      /** Provisions that were found, where there were several; words that are not there. */
      readonly cites: readonly string[];
      readonly words?: string;
    }
  | { readonly instruction: Instruction; readonly is: "of-another-act" }
  /** It changes the text in another language, as it says itself. */
  | { readonly instruction: Instruction; readonly is: "other-language" };

/** A provision of the amended text beside that of a consolidation. */
export interface ConsolidationDifference {
  readonly is: "differs" | "only-here" | "only-there";
  readonly cite: string;
  readonly marks: readonly Mark[];
}

/** The amended text held against a published one. */
export interface AgainstConsolidation {
  readonly file: string;
  /** Provisions with words of their own, notes and signatures left out: how many the published text has, and how many of them say the same. */
  readonly provisions: number;
  readonly equal: number;
  readonly differences: readonly ConsolidationDifference[];
}

/** What came of amending an act. */
export interface Amended {
  readonly act: string;
  readonly amending: string;
  /** The new text: Markdown, or plain text where the act is in that. */
  readonly text: string;
  readonly format: "markdown" | "text";
  readonly outcomes: readonly AmendOutcome[];
  readonly against?: AgainstConsolidation;
}
