import type { ChangeSide, Mark } from "./change.ts";

/** The words of a provision on one side, in lines where the text sets them in lines. */
export interface ProvisionWords {
  readonly side: ChangeSide;
  /** Its number as the text prints it before the words: `7.`, `3)`. */
  readonly number?: string;
  readonly text: string;
}

/** The words of one provision, or of a part of it, on both sides; a side that has none is absent. */
export interface ComparedWords {
  readonly old?: ProvisionWords;
  readonly new?: ProvisionWords;
  readonly marks: readonly Mark[];
}

/**
 * One provision of a comparative table. `changed`: its words differ; `added`, `removed`: only one side has it, with what
 * stands below it; `taken-out`, `put-back`: a note stands in its place on one side; `moved`: the same words under another
 * number or at another place.
 */
export interface ProvisionRow {
  readonly is: "changed" | "added" | "removed" | "taken-out" | "put-back" | "moved";
  readonly words: readonly ComparedWords[];
  /** It stands elsewhere, or under another number. */
  readonly moved: boolean;
}

/** The rows of one regulation, or of the act itself, in the order of the text. */
export interface TableSection {
  readonly old?: string;
  readonly new?: string;
  /** They are those of the act that approves the regulations. */
  readonly act: boolean;
  readonly rows: readonly ProvisionRow[];
}

/** Every provision of two texts whose words differ, once, in the order of the text. */
export interface ProvisionTable {
  readonly sections: readonly TableSection[];
}
