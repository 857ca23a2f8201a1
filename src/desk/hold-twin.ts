import { textOf, type TextFile } from "../files/read-text.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import type { Parity } from "../model/parity.ts";
import type { Candidate } from "../model/rule.ts";
import { pairBlocks, type BlockPair } from "../parity/pair-blocks.ts";
import { parity } from "../parity/parity.ts";
import { twinned } from "../twin/twinned.ts";
import type { TwinText } from "../twin/twin-text.ts";
import { sideOf } from "./open-parity.ts";
import type { ActReading } from "./read-act.ts";
import { readTwin } from "./read-twin.ts";
import { titlesOf } from "./titles.ts";

/** The text of an act in the other language, held against the first: all of it is values. */
export interface ActTwin {
  readonly text: TwinText;
  /** Titles of the act (0) and of its regulations there, by the number of the service. */
  readonly titles: ReadonlyMap<number, string>;
  /** Provisions of both that say the same, in the order of the text. */
  readonly pairs: readonly BlockPair[];
  /**
   * Where the two differ in substance; the first is the text that is read. Where they are hardly of one day, no rule is surer
   * or less sure, or cites the other text.
   */
  readonly parity: Parity;
  /** Words that gave no rule, with the rules that the other text has there. */
  readonly beside: ReadonlyMap<LedgerEntry, readonly Candidate[]>;
  /** Rules of the other text in provisions that the first does not have. */
  readonly alone: readonly Candidate[];
}

/** A reading that the other language's text has been heard on. */
export interface TwinnedReading extends ActReading {
  readonly twin: ActTwin;
}

/**
 * Holds the reading of an act against the same act in the other language, by the path of its file or as it was handed in.
 * Throws `Trouble` where that cannot be read, or is in the same language.
 */
export async function holdTwin(
  reading: ActReading,
  twin: string | TextFile,
  cwd: string,
): Promise<TwinnedReading> {
  const file = await textOf(twin, cwd);
  const other = await readTwin(reading, file, typeof twin === "string" ? twin : file.name);
  const [here, there] = [sideOf(reading), sideOf(other)];
  const pairs = pairBlocks(here, there);
  const told = parity(here, there, pairs);
  const text: TwinText = {
    file: other.file,
    sha256: other.sha256,
    language: other.language.code,
    content: other.content,
    places: other.places,
    candidates: other.candidates,
  };
  const { candidates, ...left } = twinned({ ...reading, language: reading.language.code }, text, pairs, told);
  return {
    ...reading,
    candidates,
    twin: { text, titles: titlesOf(other.tree), pairs, parity: told, ...left },
  };
}
