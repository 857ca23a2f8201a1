import { groupedBy } from "../model/grouped-by.ts";
import type { Rule } from "../model/rule.ts";
import type { SaidOtherwise } from "../model/twin.ts";
import type { Block } from "../parity/block.ts";
import { listOf } from "../parity/list-of.ts";
import type { BlockPair } from "../parity/pair-blocks.ts";
import { saidOtherwise, substanceOf, type Substance } from "./substance.ts";

/** A rule with its counterpart in the other text, as far as there is one. */
export interface RulePair<Ours extends Rule, Theirs extends Rule> {
  readonly rule: Ours;
  /** Provisions of the other text that its own is a pair with; none where the other text has no such provision. */
  readonly blocks: readonly Block[];
  readonly twin?: Theirs;
  readonly otherwise: readonly SaidOtherwise[];
}

/** The rules of one text, each with its counterpart, and those of the other that are nobody's. */
export interface PairedRules<Ours extends Rule, Theirs extends Rule> {
  readonly pairs: readonly RulePair<Ours, Theirs>[];
  /** With the provisions of the first text that their own are a pair with. */
  readonly left: readonly { readonly rule: Theirs; readonly blocks: readonly Block[] }[];
}

/**
 * Pairs the rules of two texts of one law: of those of one kind in provisions that are a pair, the most alike first, those
 * alike in the order of the text; what is left then with a rule of the same substance elsewhere in the same clause or row.
 */
export function pairRules<Ours extends Rule, Theirs extends Rule>(
  blocks: readonly BlockPair[],
  ours: readonly Ours[],
  theirs: readonly Theirs[],
): PairedRules<Ours, Theirs> {
  const [here, there] = [ours.map(told), theirs.map(told)];
  const [oursAt, theirsAt] = [groupedBy(here, pathOf), groupedBy(there, pathOf)];
  const made = new Map<Told<Ours>, Match<Ours, Theirs>>();
  const free = new Set(there);
  const keep = (match: Match<Ours, Theirs>): void => {
    made.set(match.one, match);
    free.delete(match.other);
  };
  for (const pair of blocks) likest(toldAt(pair.ours, oursAt), toldAt(pair.theirs, theirsAt)).forEach(keep);
  const across = blocksAcross(blocks);
  const back = new Map(blocks.flatMap((pair) => pair.theirs.map(({ path }) => [path, pair.ours])));
  for (const one of here) {
    const other = made.has(one) ? undefined : nearby(one, across.get(pathOf(one)) ?? [], free);
    if (other !== undefined) keep({ one, other, otherwise: [] });
  }
  return {
    pairs: here.map((one) => {
      const { other, otherwise = [] } = made.get(one) ?? {};
      const twin = other === undefined ? {} : { twin: other.rule };
      return { rule: one.rule, blocks: across.get(pathOf(one)) ?? [], ...twin, otherwise };
    }),
    left: [...free].map((other) => ({ rule: other.rule, blocks: back.get(pathOf(other)) ?? [] })),
  };
}

/** By the paths of the first text, the provisions of the other that say the same. */
export const blocksAcross = (pairs: readonly BlockPair[]): ReadonlyMap<string, readonly Block[]> =>
  new Map(pairs.flatMap((pair) => pair.ours.map(({ path }) => [path, pair.theirs])));

/** A rule with its substance, which is told once. */
interface Told<R extends Rule> {
  readonly rule: R;
  readonly says: Substance;
}

const told = <R extends Rule>(rule: R): Told<R> => ({ rule, says: substanceOf(rule) });

const pathOf = ({ rule }: Told<Rule>): string => rule.path ?? "";

interface Match<Ours extends Rule, Theirs extends Rule> {
  readonly one: Told<Ours>;
  readonly other: Told<Theirs>;
  readonly otherwise: readonly SaidOtherwise[];
}

const toldAt = <R extends Rule>(
  blocks: readonly Block[],
  rules: ReadonlyMap<string, readonly Told<R>[]>,
): readonly Told<R>[] => blocks.flatMap(({ path }) => rules.get(path) ?? []);

/** Pairs of one kind, those that differ least first. */
function likest<Ours extends Rule, Theirs extends Rule>(
  ours: readonly Told<Ours>[],
  theirs: readonly Told<Theirs>[],
): readonly Match<Ours, Theirs>[] {
  const possible = ours.flatMap((one) =>
    theirs
      .filter(({ rule }) => rule.kind === one.rule.kind)
      .map((other) => ({ one, other, otherwise: saidOtherwise(one.says, other.says) })),
  );
  const taken = new Set<Told<Rule>>();
  return possible
    .toSorted((first, second) => first.otherwise.length - second.otherwise.length)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}

/** A rule of the same substance in the same clause or row: what one language says in the item, the other says over the list. */
function nearby<Theirs extends Rule>(
  one: Told<Rule>,
  blocks: readonly Block[],
  free: ReadonlySet<Told<Theirs>>,
): Told<Theirs> | undefined {
  const lists = new Set(blocks.map(({ path }) => listOf(path)));
  return [...free].find(
    (other) =>
      other.rule.kind === one.rule.kind &&
      lists.has(listOf(pathOf(other))) &&
      saidOtherwise(one.says, other.says).length === 0,
  );
}
