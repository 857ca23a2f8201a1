import { groupedBy } from "../model/grouped-by.ts";

/**
 * Against so many rules of its service a rule is held. No act that is in force comes near it; one that says the same thing
 * a thousand times in a thousand ways would else get a million findings.
 */
export const HELD_AGAINST = 20;

/** Each of the first rules of one sort with every later one of the same sort, in the order of the first. */
export function pairsAlike<T>(all: readonly T[], sortOf: (one: T) => string): readonly (readonly [T, T])[] {
  const sorts = groupedBy(all, sortOf);
  const before = new Map<string, number>();
  return all.flatMap((one) => {
    const sort = sortOf(one);
    const number = (before.get(sort) ?? 0) + 1;
    before.set(sort, number);
    if (number > HELD_AGAINST) return [];
    return (sorts.get(sort) ?? []).slice(number).map((other) => [one, other] as const);
  });
}
