import type { Rule } from "../model/rule.ts";
import type { SaidOtherwise } from "../model/twin.ts";
import type { Block } from "../parity/block.ts";
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
  const [here, there] = [byPath(ours), byPath(theirs)];
  const made = new Map<Ours, Match<Ours, Theirs>>();
  const free = new Set(theirs);
  const keep = (match: Match<Ours, Theirs>): void => {
    made.set(match.rule, match);
    free.delete(match.twin);
  };
  for (const pair of blocks) likest(toldAt(pair.ours, here), toldAt(pair.theirs, there)).forEach(keep);
  const across = new Map(blocks.flatMap((pair) => pair.ours.map(({ path }) => [path, pair.theirs])));
  const back = new Map(blocks.flatMap((pair) => pair.theirs.map(({ path }) => [path, pair.ours])));
  for (const rule of ours) {
    const twin = made.has(rule) ? undefined : nearby(rule, across.get(rule.path ?? "") ?? [], free);
    if (twin !== undefined) keep({ rule, twin, otherwise: [] });
  }
  return {
    pairs: ours.map((rule) => ({
      rule,
      blocks: across.get(rule.path ?? "") ?? [],
      ...(made.get(rule) ?? { otherwise: [] }),
    })),
    left: [...free].map((rule) => ({ rule, blocks: back.get(rule.path ?? "") ?? [] })),
  };
}

interface Match<Ours extends Rule, Theirs extends Rule> {
  readonly rule: Ours;
  readonly twin: Theirs;
  readonly otherwise: readonly SaidOtherwise[];
}

interface Told<R extends Rule> {
  readonly rule: R;
  readonly says: Substance;
}

function byPath<R extends Rule>(rules: readonly R[]): ReadonlyMap<string, readonly Told<R>[]> {
  const told = new Map<string, Told<R>[]>();
  for (const rule of rules) {
    const path = rule.path ?? "";
    const there = told.get(path) ?? [];
    there.push({ rule, says: substanceOf(rule) });
    told.set(path, there);
  }
  return told;
}

const toldAt = <R extends Rule>(
  blocks: readonly Block[],
  told: ReadonlyMap<string, readonly Told<R>[]>,
): readonly Told<R>[] => blocks.flatMap(({ path }) => told.get(path) ?? []);

/** Pairs of one kind, those that differ least first. */
function likest<Ours extends Rule, Theirs extends Rule>(
  ours: readonly Told<Ours>[],
  theirs: readonly Told<Theirs>[],
): readonly Match<Ours, Theirs>[] {
  const possible = ours.flatMap((one) =>
    theirs
      .filter(({ rule }) => rule.kind === one.rule.kind)
      .map((other) => ({
        rule: one.rule,
        twin: other.rule,
        otherwise: saidOtherwise(one.says, other.says),
      })),
  );
  const taken = new Set<Rule>();
  return possible
    .toSorted((one, other) => one.otherwise.length - other.otherwise.length)
    .filter(({ rule, twin }) => {
      if (taken.has(rule) || taken.has(twin)) return false;
      taken.add(rule).add(twin);
      return true;
    });
}

/** A rule of the same substance in the same clause or row: what one language says in the item, the other says over the list. */
function nearby<Theirs extends Rule>(
  rule: Rule,
  blocks: readonly Block[],
  free: ReadonlySet<Theirs>,
): Theirs | undefined {
  const lists = new Set(blocks.map(({ path }) => listOf(path)));
  const says = substanceOf(rule);
  return [...free].find(
    (other) =>
      other.kind === rule.kind &&
      lists.has(listOf(other.path ?? "")) &&
      saidOtherwise(says, substanceOf(other)).length === 0,
  );
}

/** The clause or row that a provision stands in; the provision itself where it stands in none. */
function listOf(path: string): string {
  const steps = path.split("/");
  const at = steps.findIndex((step) => /^(?:clause|row)-/u.test(step));
  return steps.slice(0, at < 0 ? steps.length : at + 1).join("/");
}
