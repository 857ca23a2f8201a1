import type { Change } from "../model/change.ts";
import type { Kind, Rule } from "../model/rule.ts";
import { addition, removal } from "./compare-rules.ts";
import type { Difference } from "./difference.ts";
import { NOBODY } from "./gains.ts";
import { matchRules } from "./match-rules.ts";
import { placesIn } from "./place.ts";
import { channelsSaidElsewhere, saidBy, sameTimetables } from "./restated.ts";
import { oneSided, pairChange } from "./rule-change.ts";
import type { Judge } from "./text/rule-judge.ts";
import type { ServiceRules } from "./version.ts";
import type { Wording } from "./wording.ts";

/** What became of the rules of one service. */
export interface RuleChanges {
  readonly changes: readonly Change[];
  readonly unchanged: Readonly<Partial<Record<Kind, number>>>;
}

/** Compares the rules of one service, with the words of both versions in view where they are at hand. */
export function compareRulesOf(
  old: ServiceRules,
  now: ServiceRules,
  judge: Judge,
  wording: Wording,
): RuleChanges {
  const [oldPlace, newPlace] = [placesIn(old), placesIn(now)];
  const [olds, news] = [old.rules, now.rules];
  const matching = matchRules(olds, news, oldPlace, newPlace, judge);
  const settled = sameTimetables(olds, news);
  const unchanged: Partial<Record<Kind, number>> = {};
  const changes: Change[] = [];
  for (const [before, read] of matching.pairs) {
    const after = judge.levelled(before, read);
    const change = pairChange(before, after, oldPlace, newPlace, wording, (difference) => {
      if (judge.saysTheSame(before, after) || judge.isOfTime(before, after, difference)) return undefined;
      if (judge.isUntouched(before, after, difference)) return undefined;
      if (before.kind === "hours" && after.kind === "hours")
        return settled.has(before.who) && settled.has(after.who) ? undefined : difference;
      const channelsOnly = difference.fields.every(({ field }) => field === "channels");
      return channelsOnly && channelsSaidElsewhere(before, read, olds, news, wording)
        ? undefined
        : difference;
    });
    if (change === undefined || change.class !== "substance")
      unchanged[before.kind] = (unchanged[before.kind] ?? 0) + 1;
    if (change !== undefined) changes.push(change);
  }
  const said = (rule: Rule, others: readonly Rule[], kept: readonly Rule[]): boolean =>
    (rule.kind === "hours" && settled.has(rule.who)) ||
    saidBy(rule, others, wording) ||
    judge.saidTwice(rule, kept);
  const [kept, found] = [matching.pairs.map(([one]) => one), matching.pairs.map(([, other]) => other)];
  for (const rule of matching.removed)
    changes.push(...single(rule, "old", judge, said(rule, news, kept) ? RESTATED : removal(rule, wording)));
  for (const rule of matching.added)
    changes.push(...single(rule, "new", judge, said(rule, olds, found) ? RESTATED : addition(rule, wording)));
  return { changes: inOrder(changes, olds, news), unchanged };
}

const RESTATED: Difference = { code: "restated", gains: NOBODY, fields: [] };
const UNREAD: Difference = { code: "unread-there", gains: NOBODY, fields: [] };

/** A rule of one side only, as far as the words of the other side bear that out. */
function single(rule: Rule, side: "old" | "new", judge: Judge, difference: Difference): readonly Change[] {
  if (difference === RESTATED) return [oneSided(rule, side, difference)];
  switch (judge.single(rule, side)) {
    case "told":
      return [oneSided(rule, side, difference)];
    case "unread-there":
      return [oneSided(rule, side, UNREAD)];
    case "same-words":
      return [];
  }
}

/** In the order of the new version; what is gone comes at its place in the old one. */
function inOrder(
  changes: readonly Change[],
  olds: readonly Rule[],
  news: readonly Rule[],
): readonly Change[] {
  const rank = new Map<string, number>();
  for (const [index, { id }] of olds.entries()) rank.set(`old ${id}`, index / olds.length);
  for (const [index, { id }] of news.entries()) rank.set(`new ${id}`, index / news.length);
  const at = (change: Change): number =>
    rank.get(`new ${change.new?.id ?? ""}`) ?? rank.get(`old ${change.old?.id ?? ""}`) ?? 1;
  return [...changes].sort((a, b) => at(a) - at(b));
}
