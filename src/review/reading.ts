import type { Candidate } from "../model/rule.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import { joinPassages, type Passage } from "../model/passage.ts";
import { keyed, type Keyed } from "./words.ts";

/** A piece of the repaired text and the provision it stands in; in the order of the text. */
export interface Leaf {
  readonly path: string;
  readonly cite: string;
  readonly passage: Passage;
}

/** What was read of one regulation: the reader's candidates, and the words they were read from. */
export interface Reading {
  /** Id of the regulation, `<act>/<number of the service>`. */
  readonly regulation: string;
  /** The file's name, with its ending. */
  readonly file: string;
  readonly sha256: string;
  /** Candidates of this regulation only, in the order of the text. */
  readonly candidates: readonly Candidate[];
  /** What became of every word of this regulation, in the order of the text. */
  readonly ledger: readonly LedgerEntry[];
  /** All leaves of this regulation. */
  readonly leaves: readonly Leaf[];
  /** Where the lines of the file begin. */
  readonly lineStarts: readonly number[];
}

/** All words of one provision, what stands below it included. */
export interface ProvisionWords extends Keyed {
  readonly path: string;
  readonly cite: string;
  readonly passage: Passage;
}

/** Looks provisions up by path; each is put together once. */
export function provisions(leaves: readonly Leaf[]): (path: string) => ProvisionWords | undefined {
  const found = new Map<string, ProvisionWords | undefined>();
  return (path) => {
    if (!found.has(path)) found.set(path, provision(leaves, path));
    return found.get(path);
  };
}

function provision(leaves: readonly Leaf[], path: string): ProvisionWords | undefined {
  const below = leaves.filter((leaf) => leaf.path === path || leaf.path.startsWith(`${path}/`));
  const [first] = below;
  if (first === undefined) return undefined;
  const passage = joinPassages(
    below.map((leaf) => leaf.passage),
    " ",
  );
  const cite = below.find((leaf) => leaf.path === path)?.cite ?? first.cite;
  return { path, cite, passage, ...keyed(passage.text) };
}
