import type { ServiceComparison } from "../model/change.ts";
import { assign, type Edge } from "./assignment.ts";
import { serviceLikeness } from "./service-likeness.ts";
import type { ServiceRules } from "./version.ts";

/** Which service of the old version is which of the new one, by their keys, as a person states it. */
export interface StatedPair {
  readonly old: string;
  readonly new: string;
}

export interface ServicePair {
  readonly old?: ServiceRules;
  readonly new?: ServiceRules;
  readonly paired?: NonNullable<ServiceComparison["paired"]>;
  readonly likeness?: number;
}

/** From here on two services are the same, whatever else is alike. */
const SAME = 0.6;
/** Less alike, they are the same only where they stand out: so many times as alike as any rival of either. */
const STANDS_OUT = 1.9;
const LEAST = 0.2;

/**
 * Finds the services that are the same on both sides: first as stated, then by name and content together. Key `0` is the
 * act itself and pairs only with itself.
 */
export function pairServices(
  olds: readonly ServiceRules[],
  news: readonly ServiceRules[],
  stated: readonly StatedPair[] = [],
): readonly ServicePair[] {
  const pairs: ServicePair[] = stated.flatMap((pair) => {
    const [old, now] = [olds.find(({ key }) => key === pair.old), news.find(({ key }) => key === pair.new)];
    return old === undefined || now === undefined ? [] : [{ old, new: now, paired: "stated" as const }];
  });
  const [oldAct, newAct] = [olds, news].map((side) => side.find(({ key }) => key === ACT));
  if (oldAct !== undefined && newAct !== undefined) pairs.push({ old: oldAct, new: newAct });
  const left = olds
    .filter(({ key }) => key !== ACT)
    .filter((service) => !pairs.some(({ old }) => old === service));
  const right = news
    .filter(({ key }) => key !== ACT)
    .filter((service) => !pairs.some((pair) => pair.new === service));
  const alone = left.length === 1 && right.length === 1 && stated.length === 0;
  const alike = serviceLikeness(left, right);
  const edges = alike
    .map((row, at) => row.map((value, to): Edge => ({ left: at, right: to, cost: 1 - value })))
    .flat();
  for (const [at, to] of assign(left.length, right.length, edges, 0.5)) {
    const [old, now, value = 0] = [left[at], right[to], alike[at]?.[to]];
    if (old === undefined || now === undefined || !(alone || standsOut(alike, at, to))) continue;
    pairs.push({ old, new: now, paired: alone ? "alone" : "alike", likeness: Math.round(value * 100) / 100 });
  }
  const has = (service: ServiceRules): boolean =>
    pairs.some((pair) => pair.old === service || pair.new === service);
  return [
    ...[...pairs].sort((a, b) => olds.indexOf(a.old ?? NONE) - olds.indexOf(b.old ?? NONE)),
    ...olds.filter((service) => !has(service)).map((old) => ({ old })),
    ...news.filter((service) => !has(service)).map((now) => ({ new: now })),
  ];
}

/** Key of the act that approves the regulations. */
export const ACT = "0";
const NONE: ServiceRules = { key: "", name: "", rules: [] };

/** Whether a pair is alike enough, or at least far more alike than any other pair that one of the two could be in. */
function standsOut(alike: readonly (readonly number[])[], at: number, to: number): boolean {
  const value = alike[at]?.[to] ?? 0;
  if (value >= SAME) return true;
  const rivals = alike.flatMap((row, left) => row.filter((_, right) => (left === at) !== (right === to)));
  return value >= LEAST && value >= STANDS_OUT * Math.max(0, ...rivals);
}
