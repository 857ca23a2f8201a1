import type { LedgerEntry } from "../model/ledger.ts";
import type { Candidate, Rule } from "../model/rule.ts";
import type { TwinReading } from "../model/twin.ts";
import type { Parity, ParityPoint } from "../model/parity.ts";
import type { BlockPair } from "../parity/pair-blocks.ts";
import { pairRules, type PairedRules, type RulePair } from "./pair-rules.ts";
import { twinSources, type TwinText } from "./twin-text.ts";
import { readingOf, weighed } from "./weigh.ts";

/** A reading of one text once that of the other language has been heard. */
export interface Twinned {
  /** Surer where the other text says the same, less sure where it says otherwise or nothing; each with the reason. */
  readonly candidates: readonly Candidate[];
  /** Words of this text that gave no such rule, with the rules that the other has there. */
  readonly beside: ReadonlyMap<LedgerEntry, readonly Candidate[]>;
  /** Rules of the other text in provisions that nothing here could be held against. */
  readonly alone: readonly Candidate[];
}

/**
 * Holds the candidates of one text against those of the text in the other language. `pairs` are the provisions of both
 * that say the same, `parity` what their words differ in. Where the two texts are hardly of one day, how each reads is told,
 * and weighs nothing.
 */
export function twinned(
  ours: Pick<TwinText, "language" | "candidates"> & { readonly ledger: readonly LedgerEntry[] },
  theirs: TwinText,
  pairs: readonly BlockPair[],
  parity: Pick<Parity, "isOneVersion" | "differences">,
): Twinned {
  const { isOneVersion } = parity;
  const points = pointsByPath(parity);
  const paired = pairRules(pairs, ours.candidates, theirs.candidates);
  const sourceOf = twinSources(theirs);
  const candidates = paired.pairs.map((pair): Candidate => {
    const { rule, twin, otherwise } = pair;
    const reading = readingIn(pair);
    const differing = points.get(rule.path) ?? [];
    const source = isOneVersion ? sourceOf(pair, reading) : undefined;
    return {
      ...rule,
      ...(source === undefined ? {} : { source: { ...rule.source, twin: source } }),
      confidence: isOneVersion ? weighed(rule.confidence, reading, differing.length > 0) : rule.confidence,
      twin: {
        language: theirs.language,
        own: ours.language,
        reading,
        alone: rule.confidence,
        ...(twin === undefined ? {} : { rule: twin.id }),
        otherwise,
        points: differing,
      },
    };
  });
  return { candidates, ...leftBeside(ours.ledger, paired.left) };
}

/** What the words of provisions of the first text differ in from those of the other. */
export const pointsByPath = ({
  differences,
}: Pick<Parity, "differences">): ReadonlyMap<string, readonly ParityPoint[]> =>
  new Map(differences.flatMap(({ first, points }) => first.map(({ path }) => [path, points])));

/** How the other text reads a rule that has been paired as far as it could be. */
export const readingIn = ({
  twin,
  blocks,
  otherwise,
}: Pick<RulePair<Rule, Rule>, "twin" | "blocks" | "otherwise">): TwinReading => {
  if (twin !== undefined) return readingOf(otherwise);
  return blocks.length > 0 ? "silent" : "missing";
};

/** Puts the rules that the other text alone has beside the words here that should give them: those unread, if any are. */
function leftBeside(
  ledger: readonly LedgerEntry[],
  left: PairedRules<Candidate, Candidate>["left"],
): Pick<Twinned, "beside" | "alone"> {
  const beside = new Map<LedgerEntry, Candidate[]>();
  const alone: Candidate[] = [];
  for (const { rule, blocks } of left) {
    const paths = new Set(blocks.map(({ path }) => path));
    const here = ledger.filter(({ path }) => paths.has(path));
    const entry = here.find(({ account }) => account === "unread") ?? here[0];
    if (entry === undefined) alone.push(rule);
    else beside.set(entry, [...(beside.get(entry) ?? []), rule]);
  }
  return { beside, alone };
}
