import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, type Edge } from "../../src/diff/assignment.ts";

/** The cheapest pairing by trying all of them. */
function cheapest(
  lefts: number,
  rights: number,
  cost: (left: number, right: number) => number,
  single: number,
): number {
  const from = (left: number, taken: ReadonlySet<number>): number => {
    if (left === lefts) return (rights - taken.size) * single;
    let best = single + from(left + 1, taken);
    for (let right = 0; right < rights; right += 1)
      if (!taken.has(right))
        best = Math.min(best, cost(left, right) + from(left + 1, new Set([...taken, right])));
    return best;
  };
  return from(0, new Set());
}

const total = (lefts: number, rights: number, edges: readonly Edge[], single: number): number => {
  const pairs = assign(lefts, rights, edges, single);
  const paid = pairs.map(
    ([left, right]) => edges.find((edge) => edge.left === left && edge.right === right)!.cost,
  );
  return paid.reduce((sum, cost) => sum + cost, 0) + (lefts + rights - 2 * pairs.length) * single;
};

describe("assign", () => {
  it("costs what the best of all pairings costs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -3, max: 12 }), { minLength: 1, maxLength: 5 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 6 }),
        (rows, single) => {
          const rights = Math.max(...rows.map((row) => row.length));
          const edges = rows.flatMap((row, left) => row.map((cost, right) => ({ left, right, cost })));
          const cost = (left: number, right: number): number => rows[left]![right] ?? Infinity;
          expect(total(rows.length, rights, edges, single)).toBe(cheapest(rows.length, rights, cost, single));
        },
      ),
    );
  });

  it("gives each side at most one partner", () => {
    const edges = [0, 1, 2].flatMap((left) => [0, 1].map((right) => ({ left, right, cost: 0 })));
    const pairs = assign(3, 2, edges, 1);
    expect(pairs).toHaveLength(2);
    expect(new Set(pairs.map(([left]) => left)).size).toBe(2);
    expect(new Set(pairs.map(([, right]) => right)).size).toBe(2);
  });

  it("takes the second best for one where that is the best for all, not the first come", () => {
    const edges = [
      { left: 0, right: 0, cost: 1 },
      { left: 0, right: 1, cost: 2 },
      { left: 1, right: 0, cost: 2 },
    ];
    expect(assign(2, 2, edges, 5)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("leaves apart what is further apart than two singles", () => {
    expect(assign(1, 1, [{ left: 0, right: 0, cost: 2 }], 1)).toEqual([]);
  });
});
