import type { Rule } from "../model/rule.ts";
import type { ServiceRules } from "./version.ts";

/** Path of a rule within its regulation; undefined where the rule has none. */
export type PlaceOf = (rule: Rule) => string | undefined;

/** Paths without the regulation's own: which annex of its act it is says nothing about where a rule stands in it. */
export function placesIn(service: ServiceRules): PlaceOf {
  const root = service.root ?? sharedFirstStep(service.rules);
  return ({ path }) =>
    path === undefined || root === undefined || !path.startsWith(`${root}/`)
      ? path
      : path.slice(root.length + 1);
}

function sharedFirstStep(rules: readonly Rule[]): string | undefined {
  const steps = new Set(rules.map(({ path }) => (path?.includes("/") === true ? path.split("/")[0] : "")));
  const [only] = [...steps];
  return steps.size === 1 && only !== "" ? only : undefined;
}

/** How far two places are apart: 0 the same, 1 nothing in common. */
export function distance(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return 0.5;
  const [ours, theirs] = [one.split("/"), other.split("/")];
  const steps = Math.max(ours.length, theirs.length);
  const shared = ours.filter((step, index) => step === theirs[index]).length;
  return 1 - (0.8 * shared) / steps;
}
