import type { Citation } from "../model/citation.ts";
import type { BothPlaces, NotCompared, Parity, ParityDifference } from "../model/parity.ts";
import { sourceSpans } from "../model/passage.ts";
import { amendmentsIn } from "./amendments.ts";
import type { Block } from "./block.ts";
import { comparedPair, isUnlike, type ComparedPair } from "./compared-pair.ts";
import { withoutMoved } from "./moved.ts";
import { withoutOtherForms } from "./other-forms.ts";
import { pairBlocks, type BlockPair } from "./pair-blocks.ts";
import { pointsOf } from "./points.ts";
import type { ParitySide } from "./side.ts";
import { withoutTopics } from "./topics.ts";
import { gravest, weightOf } from "./weight.ts";

/**
 * Where two texts of one law, in two languages, differ in substance. Holds provisions against each other, pair by pair: the
 * lengths of time, times of day, numbers and known meanings in them, and who is named in which part. Words and their order
 * are free. What could not be held against anything is told as such. `pairs` are their provisions as `pairBlocks` gives them.
 */
export function parity(
  first: ParitySide,
  second: ParitySide,
  pairs: readonly BlockPair[] = pairBlocks(first, second),
): Parity {
  const whole = pairs.filter(({ ours, theirs }) => ours.length > 0 && theirs.length > 0);
  const compared = whole.map((pair) => comparedPair(pair, first, second));
  const unlike = new Set(compared.filter(isUnlike).map(({ pair }) => pair));
  const alike = withoutTopics(
    withoutMoved(compared.filter(({ pair }) => !unlike.has(pair))).map(withoutOtherForms),
  );
  const differing = new Map(alike.map((one) => [one.pair, one]));
  const cited = citer(first, second);
  const amendments = amendmentsIn(first.tree, second.tree);
  const differences = pairs.flatMap((pair) =>
    differenceOf(pair, differing.get(pair), unlike.has(pair), cited),
  );
  return {
    first: textOf(first),
    second: textOf(second),
    compared: alike.length,
    differences,
    notCompared: [
      ...[...unlike].map((pair): NotCompared => ({ why: "unlike", ...cited(pair) })),
      ...unreadPairs(whole, unlike, first, second).map((pair): NotCompared => ({
        why: "unread",
        ...cited(pair),
      })),
    ],
    amendments,
    isOneVersion:
      amendments.first.length + amendments.second.length === 0 &&
      differences.length + unlike.size <= Math.max(FEW, MOST_DIFFERING * pairs.length),
  };
}

/** A larger share of provisions that differ is no matter of translation: the two are of different days. */
const MOST_DIFFERING = 0.25;
/** So few say nothing of the day, however short the texts. */
const FEW = 3;

const textOf = ({ file, language, unread }: ParitySide): Parity["first"] => ({ file, language, unread });

type Cited = (pair: BlockPair) => BothPlaces;

const citer =
  (first: ParitySide, second: ParitySide): Cited =>
  ({ ours, theirs }) => ({
    first: ours.map((block) => cite(block, first.file)),
    second: theirs.map((block) => cite(block, second.file)),
  });

const cite = ({ path, cite: cited, words }: Block, document: string): Citation => ({
  document,
  path,
  cite: cited,
  quote: words.text,
  spans: sourceSpans(words),
});

function differenceOf(
  pair: BlockPair,
  compared: ComparedPair | undefined,
  isSetAside: boolean,
  cited: Cited,
): readonly ParityDifference[] {
  if (isSetAside) return [];
  const points = compared === undefined ? missing(pair) : pointsOf(compared);
  return points.length === 0
    ? []
    : [{ class: gravest(points), weight: weightOf(points), points, ...cited(pair) }];
}

/** Letters at least of a provision whose twin is missed. */
const LONG = 60;

function missing({ ours, theirs }: BlockPair): ParityDifference["points"] {
  const alone = [...ours, ...theirs].filter(({ words }) => words.text.length >= LONG);
  const [block] = alone;
  if (block === undefined) return [];
  const words = { value: "provision", words: block.words.text };
  return [{ class: "missing", ...(ours.length > 0 ? { first: words } : { second: words }) }];
}

/** Pairs of which one side has words that nobody has read: that they differ in nothing known does not make them the same. */
function unreadPairs(
  pairs: readonly BlockPair[],
  unlike: ReadonlySet<BlockPair>,
  first: ParitySide,
  second: ParitySide,
): readonly BlockPair[] {
  const unread = ({ ledger }: ParitySide): ReadonlySet<string> =>
    new Set(ledger.filter(({ account }) => account === "unread").map(({ path }) => path));
  const [here, there] = [unread(first), unread(second)];
  return pairs.filter(
    (pair) =>
      !unlike.has(pair) &&
      pair.ours.some(({ path }) => here.has(path)) !== pair.theirs.some(({ path }) => there.has(path)),
  );
}
