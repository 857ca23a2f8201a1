import type { ConceptSign, Sign, Signs } from "./sign.ts";

/** What one side of a pair says and the other does not. */
export interface Excess<Kind extends Sign = Sign> {
  readonly ours: readonly Kind[];
  readonly theirs: readonly Kind[];
}

/** Signs of either side that have no equal on the other, each counted as often as it stands. */
export function excessOf<Kind extends Sign>(ours: readonly Kind[], theirs: readonly Kind[]): Excess<Kind> {
  return { ours: without(ours, theirs), theirs: without(theirs, ours) };
}

function without<Kind extends Sign>(some: readonly Kind[], others: readonly Sign[]): readonly Kind[] {
  const rest = others.map(({ value }) => value);
  return some.filter(({ value }) => {
    const at = rest.indexOf(value);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}

/** Meanings that one side says and the other neither says nor answers. */
export function conceptExcess(ours: Signs, theirs: Signs): Excess<ConceptSign> {
  const only = (one: Signs, other: Signs): readonly ConceptSign[] => {
    const answered = new Set(other.concepts.map(({ concept }) => concept));
    const told = new Set<string>();
    return one.concepts.filter(({ concept, loose }) => {
      if (loose || answered.has(concept) || told.has(concept)) return false;
      told.add(concept);
      return true;
    });
  };
  return { ours: only(ours, theirs), theirs: only(theirs, ours) };
}
