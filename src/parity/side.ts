import type { ConceptWords } from "../language/concept-words.ts";
import type { Grammar } from "../language/grammar.ts";
import type { Language } from "../model/language.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import type { UnreadShare } from "../model/unread-share.ts";
import type { Provision } from "../structure/provision.ts";

/** One text of a law that is held against the other. */
export interface ParitySide {
  /** What its citations name it by. */
  readonly file: string;
  readonly language: Language;
  readonly grammar: Grammar;
  readonly concepts: ConceptWords;
  readonly tree: Provision;
  readonly ledger: readonly LedgerEntry[];
  readonly unread: UnreadShare;
}
