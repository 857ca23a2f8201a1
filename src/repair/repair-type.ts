import type { Block, SourceText } from "../ingest/source-text.ts";
import type { TextLanguage } from "../language/text-language.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { Edit } from "./edit.ts";
import type { LinkPatterns } from "./link-references.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a repair may look at beside the text. */
export interface RepairContext {
  readonly blocks: readonly Block[];
  readonly layout: SourceText["layout"];
  /** The language of the text; undefined where it is in none that is known. */
  readonly language: TextLanguage | undefined;
  /** How links read in it; undefined where that is not known, and no link's words are put back. */
  readonly links: LinkPatterns | undefined;
  /** The words of this text, as far as it has them whole. */
  readonly words: Vocabulary;
  /** Takes note of a damage that is seen and cannot be mended with certainty. */
  readonly leave: (code: string, edit: Pick<Edit, "at">) => void;
}

/** One kind of damage: how it is found, what to put in its place, and examples of both what it mends and what it leaves. */
export interface Repair {
  readonly id: string;
  /** `content` is the ingested text with plain spaces for no-break ones. */
  readonly find: (content: string, context: RepairContext) => readonly Edit[];
  /** The text as received and as it reads; equal where there is nothing to mend. In Kazakh where no language is told. */
  readonly examples: readonly (readonly [received: string, reads: string, language?: Language])[];
  /** What a change of this kind tells the drafter (`lint`), if anything: the code of a finding for each edit. */
  readonly finding?: Finding["code"];
}
