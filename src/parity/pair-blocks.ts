import { sentencesOf } from "../extract/sentence.ts";
import { termsIn } from "../extract/term.ts";
import { blocksOf, type Block } from "./block.ts";
import { conceptsIn } from "./concepts-in.ts";
import type { ParitySide } from "./side.ts";

/** Provisions of two languages that say the same thing: one of each, or one and several where a paragraph was split. */
export interface BlockPair {
  readonly ours: readonly Block[];
  readonly theirs: readonly Block[];
}

/** What it costs that a provision has no twin, and more for each letter it has, up to so many letters. */
const ALONE = 1.3;
const ALONE_BY_LENGTH = 1;
const LONG = 240;
/** What it costs that one provision is several in the other language. */
const SPLIT = 0.5;
/** How many times dearer it is that the parts together are longer or shorter: parts of one provision are all of it. */
const WHOLE = 2;
/** Provisions at most that one is held against. */
const MOST_PARTS = 4;
/** Provisions further from the straight line between the two acts are not held against each other: of all, and at least. */
const BAND = 0.2;
const LEAST_BAND = 40;

interface Measured {
  readonly block: Block;
  readonly length: number;
  /** Numbers in digits, by which translations are told: they are the same in every language. */
  readonly numbers: readonly string[];
  /** Known meanings and lengths of time that it says. */
  readonly meanings: readonly string[];
  /** The last step of its path, and the path over it. */
  readonly step: string;
  readonly over: string;
}

/** A provision with those behind it that may be parts of the same, taken as one. */
interface Whole extends Pick<Measured, "length" | "numbers" | "meanings"> {
  readonly first: Measured;
  readonly blocks: readonly Block[];
}

/**
 * Pairs the provisions of one act in two languages, in the order of the text: the cheapest alignment by their places, the
 * numbers and known meanings in them and their lengths (Gale and Church, A Program for Aligning Sentences in Bilingual
 * Corpora, 1993).
 */
export function pairBlocks(first: ParitySide, second: ParitySide): readonly BlockPair[] {
  return new Alignment(wholesOf(measuredBlocks(first)), wholesOf(measuredBlocks(second))).pairs();
}

const measuredBlocks = (side: ParitySide): readonly Measured[] =>
  blocksOf(side.tree, side.grammar.lint.annex).map((block) => measured(block, side));

function measured(block: Block, { grammar, concepts }: ParitySide): Measured {
  const end = block.path.lastIndexOf("/");
  const sentences = sentencesOf(block.words, grammar);
  const terms = sentences.flatMap((sentence) => termsIn(sentence, grammar));
  const found = sentences.flatMap(({ words }) => conceptsIn(words, concepts));
  return {
    block,
    length: block.words.text.length,
    numbers: numbersIn(block.words.text),
    meanings: [
      ...new Set([
        ...terms.map(({ length: { amount, unit } }) => `${amount} ${unit}`),
        ...found.flatMap(({ concept, loose }) => (loose ? [] : [concept])),
      ]),
    ],
    step: lastStep(block.path),
    over: block.path.slice(0, Math.max(0, end)),
  };
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+/gu) ?? [];

/** From each provision on what may be one: the provision alone, with the one behind it, and so on. */
const wholesOf = (all: readonly Measured[]): readonly (readonly Whole[])[] =>
  all.map((first, at) => {
    const behind = all.slice(at + 1, at + MOST_PARTS);
    const end = behind.findIndex((part) => !isPartWith(part, first));
    const parts = end < 0 ? behind : behind.slice(0, end);
    return [wholeOf(first, []), ...parts.map((_, index) => wholeOf(first, parts.slice(0, index + 1)))];
  });

/** Parts of one provision: none of them but the first has a number of its own. */
const isPartWith = ({ block, over }: Measured, first: Measured): boolean =>
  block.label === undefined && (over === first.over || over === first.block.path);

function wholeOf(first: Measured, behind: readonly Measured[]): Whole {
  const parts = [first, ...behind];
  return {
    first,
    blocks: parts.map(({ block }) => block),
    length: parts.reduce((sum, { length }) => sum + length, 0),
    numbers: parts.flatMap(({ numbers }) => numbers),
    meanings: [...new Set(parts.flatMap(({ meanings }) => meanings))],
  };
}

class Alignment {
  /** Cheapest cost up to a place, and how many of each side the last step to it took. */
  private readonly cost: Float64Array;
  private readonly step: Uint8Array;
  private readonly width: number;

  constructor(
    private readonly lefts: readonly (readonly Whole[])[],
    private readonly rights: readonly (readonly Whole[])[],
  ) {
    this.width = rights.length + 1;
    this.cost = new Float64Array((lefts.length + 1) * this.width).fill(Infinity);
    this.step = new Uint8Array(this.cost.length);
    this.cost[0] = 0;
    const band = Math.max(LEAST_BAND, BAND * Math.max(lefts.length, rights.length));
    for (let left = 0; left <= lefts.length; left += 1) {
      const middle = lefts.length === 0 ? 0 : (left / lefts.length) * rights.length;
      const last = Math.min(rights.length, Math.ceil(middle + band));
      for (let right = Math.max(0, Math.floor(middle - band)); right <= last; right += 1)
        this.reach(left, right);
    }
  }

  private reach(left: number, right: number): void {
    const here = this.cost[left * this.width + right] ?? Infinity;
    if (here === Infinity) return;
    const [ours, theirs] = [this.lefts[left] ?? [], this.rights[right] ?? []];
    for (const [some, others] of STEPS) {
      if (some > ours.length || others > theirs.length) continue;
      const price = priceOf(ours[some - 1], theirs[others - 1]);
      const at = (left + some) * this.width + right + others;
      if (here + price >= (this.cost[at] ?? Infinity)) continue;
      this.cost[at] = here + price;
      this.step[at] = some * (MOST_PARTS + 1) + others;
    }
  }

  pairs(): readonly BlockPair[] {
    const found: BlockPair[] = [];
    let left = this.lefts.length;
    let right = this.rights.length;
    while (left > 0 || right > 0) {
      const step = this.step[left * this.width + right] ?? 0;
      const some = Math.floor(step / (MOST_PARTS + 1));
      const others = step % (MOST_PARTS + 1);
      if (step === 0) break;
      found.push({
        ours: this.lefts[left - some]?.[some - 1]?.blocks ?? [],
        theirs: this.rights[right - others]?.[others - 1]?.blocks ?? [],
      });
      left -= some;
      right -= others;
    }
    return found.reverse();
  }
}

const STEPS: readonly (readonly [some: number, others: number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...[2, 3, 4].flatMap((many) => [[1, many] as const, [many, 1] as const]),
];

/** What it costs to hold two against each other, or to leave one without a twin. */
function priceOf(one: Whole | undefined, other: Whole | undefined): number {
  if (one === undefined || other === undefined)
    return ALONE + ALONE_BY_LENGTH * Math.min(1, ((one ?? other)?.length ?? 0) / LONG);
  const parts = one.blocks.length + other.blocks.length - 2;
  return (
    placePrice(one.first, other.first) +
    numbersPrice(one.numbers, other.numbers) +
    meaningsPrice(one.meanings, other.meanings) +
    lengthPrice(one.length, other.length) * (parts > 0 ? WHOLE : 1) +
    SPLIT * parts
  );
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The same place costs nothing; another one the more the less it has in common. */
function placePrice(one: Measured, other: Measured): number {
  if (one.block.path === other.block.path) return 0;
  const last = one.step === other.step ? 0 : 0.5;
  const kind = one.block.type === other.block.type ? 0 : 0.3;
  const topic = one.block.topic === other.block.topic ? 0 : 0.5;
  const label = one.block.label === other.block.label ? 0 : 0.4;
  const within = lastStep(one.over) === lastStep(other.over) ? 0 : 0.4;
  return 0.1 + last + kind + topic + label + within;
}

function numbersPrice(left: readonly string[], right: readonly string[]): number {
  const all = left.length + right.length;
  if (all === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const number of left) {
    const at = rest.indexOf(number);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return 1.2 * (1 - (2 * shared) / all);
}

/** What it costs that two provisions share none of their meanings, and that one of them has none: it may be "Мыналар:". */
const UNLIKE = 1.6;
const SILENT = 0.4;

function meaningsPrice(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return left.length + right.length === 0 ? 0 : SILENT;
  const shared = left.reduce((sum, meaning) => sum + (right.includes(meaning) ? 1 : 0), 0);
  return UNLIKE * (1 - (2 * shared) / (left.length + right.length));
}

const lengthPrice = (left: number, right: number): number =>
  Math.min(1.5, Math.abs(Math.log((left + 20) / (right + 20))));
