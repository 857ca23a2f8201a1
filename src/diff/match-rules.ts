import { groupedBy } from "../model/grouped-by.ts";
import { KINDS, type Kind, type Rule } from "../model/rule.ts";
import { assign, type Edge } from "./assignment.ts";
import type { PlaceOf } from "./place.ts";
import { NO_WORDS, type Judge } from "./text/rule-judge.ts";
import { isOneOfMany, ruleCost, SINGLE, type Prepared } from "./rule-cost.ts";
import { beginning, profileOf, wordsOf } from "./words.ts";

export interface Matching {
  readonly pairs: readonly (readonly [old: Rule, now: Rule])[];
  readonly removed: readonly Rule[];
  readonly added: readonly Rule[];
}

/** Up to so many pairs all are weighed; beyond, only those that share something, so that work grows with the text. */
const ALL_PAIRS = 20_000;
/** So many likely partners are weighed for a rule of a large book. */
const PARTNERS = 16;
/** What it adds that two rules stand in one provision, or in two that are not the same. */
const TOGETHER = { same: -0.2, other: 0.12, unknown: 0 } as const;
/** The same of terms of which a regulation has many. */
const OTHER_STEP = 0.2;
/** What it adds that two of as many rules of one provision come first, second, … on both sides, or do not. */
const IN_ORDER = { same: -0.05, other: 0.2 } as const;
/** A word that more rules than this share tells nothing. */
const COMMON = 60;

/** Pairs the rules of two versions of a service, kind by kind, so that all pairs together are the likeliest. */
export function matchRules(
  olds: readonly Rule[],
  news: readonly Rule[],
  oldPlace: PlaceOf,
  newPlace: PlaceOf,
  judge: Pick<Judge, "together" | "about"> = NO_WORDS,
): Matching {
  const [before, after] = [prepare(olds, oldPlace, judge), prepare(news, newPlace, judge)];
  const parts = KINDS.map((kind) => matchKind(before.get(kind) ?? [], after.get(kind) ?? [], judge));
  return {
    pairs: parts.flatMap(({ pairs }) => pairs),
    removed: parts.flatMap(({ removed }) => removed),
    added: parts.flatMap(({ added }) => added),
  };
}

function prepare(rules: readonly Rule[], place: PlaceOf, judge: Pick<Judge, "about">): Map<Kind, Prepared[]> {
  const counts = new Map<Kind, number>();
  for (const { kind } of rules) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const amongOf = placesAmong(rules);
  const prepared = new Map<Kind, Prepared[]>();
  for (const rule of rules) {
    const ofKind = prepared.get(rule.kind) ?? [];
    ofKind.push({
      rule,
      place: place(rule),
      profile:
        rule.source === undefined ? undefined : profileOf(judge.about(rule) ?? wordsOf(rule.source.quote)),
      rank: ofKind.length / (counts.get(rule.kind) ?? 1),
      among: amongOf(rule),
    });
    prepared.set(rule.kind, ofKind);
  }
  return prepared;
}

/** Where each rule comes among those of its kind in its provision. */
function placesAmong(rules: readonly Rule[]): (rule: Rule) => Prepared["among"] {
  const groups = groupedBy(rules, ({ kind, path }) => `${kind} ${path ?? ""}`);
  return (rule) => {
    const group = groups.get(`${rule.kind} ${rule.path ?? ""}`) ?? [rule];
    return { at: group.indexOf(rule), count: group.length };
  };
}

/** What it adds how two rules stand to one another: in one provision or not, and in it in the same order or not. */
function standing(old: Prepared, now: Prepared, judge: Pick<Judge, "together">): number {
  const together = judge.together(old.rule, now.rule);
  if (together === "other" && isOneOfMany(old.rule)) return OTHER_STEP;
  const asMany = old.among.count === now.among.count && old.among.count > 1;
  if (together !== "same" || !asMany) return TOGETHER[together];
  return TOGETHER.same + IN_ORDER[old.among.at === now.among.at ? "same" : "other"];
}

function matchKind(
  olds: readonly Prepared[],
  news: readonly Prepared[],
  judge: Pick<Judge, "together">,
): Matching {
  const pairs = assign(olds.length, news.length, edges(olds, news, judge), SINGLE);
  const [taken, given] = [new Set(pairs.map(([left]) => left)), new Set(pairs.map(([, right]) => right))];
  return {
    pairs: pairs.flatMap(([left, right]) => {
      const [old, now] = [olds[left], news[right]];
      return old === undefined || now === undefined ? [] : [[old.rule, now.rule] as const];
    }),
    removed: olds.filter((_, index) => !taken.has(index)).map(({ rule }) => rule),
    added: news.filter((_, index) => !given.has(index)).map(({ rule }) => rule),
  };
}

function edges(
  olds: readonly Prepared[],
  news: readonly Prepared[],
  judge: Pick<Judge, "together">,
): readonly Edge[] {
  const cost = (left: number, right: number): readonly Edge[] => {
    const [old, now] = [olds[left], news[right]];
    return old === undefined || now === undefined
      ? []
      : [{ left, right, cost: ruleCost(old, now) + standing(old, now, judge) }];
  };
  if (olds.length * news.length <= ALL_PAIRS)
    return olds.flatMap((_, left) => news.flatMap((__, right) => cost(left, right)));
  return likelyPairs(olds, news).flatMap(([left, right]) => cost(left, right));
}

/** For each rule the partners at its place, near its rank, and those it shares most of its rarer words with; both ways. */
function likelyPairs(
  olds: readonly Prepared[],
  news: readonly Prepared[],
): readonly (readonly [number, number])[] {
  const forth = partners(olds, news);
  const back = partners(news, olds);
  const pairs = new Set<number>();
  for (const [left, rights] of forth.entries())
    for (const right of rights) pairs.add(left * news.length + right);
  for (const [right, lefts] of back.entries())
    for (const left of lefts) pairs.add(left * news.length + right);
  return [...pairs].map((pair) => [Math.floor(pair / news.length), pair % news.length] as const);
}

function partners(from: readonly Prepared[], to: readonly Prepared[]): readonly (readonly number[])[] {
  const keysOf = ({ rule, place }: Prepared): Set<string> =>
    new Set([`@${place ?? ""}`, ...wordsOf(rule.source?.quote ?? rule.cite).map(beginning)]);
  const having = new Map<string, number[]>();
  for (const [index, rule] of to.entries())
    for (const key of keysOf(rule)) {
      const list = having.get(key);
      if (list === undefined) having.set(key, [index]);
      else list.push(index);
    }
  return from.map((rule) => {
    const shared = new Map<number, number>();
    for (const key of keysOf(rule)) {
      const list = having.get(key) ?? [];
      if (list.length <= COMMON)
        for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1 / list.length);
    }
    const rank = Math.round(rule.rank * to.length);
    const near = [-2, -1, 0, 1, 2]
      .map((step) => rank + step)
      .filter((index) => index >= 0 && index < to.length);
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, PARTNERS);
    return [...near, ...best.map(([index]) => index)];
  });
}
