import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialAtLeast,
  chiSquareAtLeast,
  exactBounds,
  fisherAtLeast,
  holm,
  poissonAtLeast,
} from "../../src/chance/chance.ts";
import { sizeForNone, sizeForShare } from "../../src/chance/sample-size.ts";

/** Ways to take k of n, exactly. */
function ways(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let index = 1; index <= k; index += 1) result = (result * BigInt(n - k + index)) / BigInt(index);
  return result;
}

/** A quotient of large whole numbers. */
const share = (part: bigint, whole: bigint): number => Number((part * 10n ** 15n) / whole) / 1e15;

describe("what chance alone shows", () => {
  it("8 heads and more in 10: 56 of 1024", () => {
    expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialAtLeast(0, 10, 0.5)).toBe(1);
    expect(binomialAtLeast(11, 10, 0.5)).toBe(0);
  });

  it("5 and more where 1 is to be expected: by the sum of what is left", () => {
    const fewer = Math.exp(-1) * (1 + 1 + 1 / 2 + 1 / 6 + 1 / 24);
    expect(poissonAtLeast(5, 1)).toBeCloseTo(1 - fewer, 12);
    expect(poissonAtLeast(0, 1)).toBe(1);
    expect(poissonAtLeast(1, 0)).toBe(0);
  });

  it("Fisher's tea: 3 of 4 cups told right by guessing 17 times in 70", () => {
    expect(fisherAtLeast({ seen: 3, all: 4 }, { seen: 1, all: 4 })).toBeCloseTo(17 / 70, 12);
    expect(fisherAtLeast({ seen: 4, all: 4 }, { seen: 0, all: 4 })).toBeCloseTo(1 / 70, 12);
  });

  it("is that of counting every way, whatever the numbers", () => {
    const marked = fc
      .integer({ min: 1, max: 60 })
      .chain((all) => fc.record({ all: fc.constant(all), seen: fc.integer({ min: 0, max: all }) }));
    fc.assert(
      fc.property(marked, marked, (group, other) => {
        const all = group.seen + other.seen;
        let sum = 0n;
        for (let k = group.seen; k <= Math.min(group.all, all); k += 1)
          sum += ways(group.all, k) * ways(other.all, all - k);
        expect(fisherAtLeast(group, other)).toBeCloseTo(share(sum, ways(group.all + other.all, all)), 9);
      }),
    );
  });

  it("15.507 is the twentieth of chi-square with 8 degrees (tables since Fisher 1925)", () => {
    expect(chiSquareAtLeast(15.507, 8)).toBeCloseTo(0.05, 4);
    expect(chiSquareAtLeast(0, 8)).toBe(1);
  });

  it("Holm: the smallest counts three times, the next at least as much", () => {
    expect(holm([0.01, 0.04, 0.03]).map((each) => Number(each.toFixed(10)))).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe("bounds of a share", () => {
  it("are those of Clopper and Pearson", () => {
    // None of 10: the upper bound is where 10 in a row have a chance of 2.5 %.
    expect(exactBounds({ seen: 0, all: 10 }, 0.95).from).toBe(0);
    expect(exactBounds({ seen: 0, all: 10 }, 0.95).to).toBeCloseTo(1 - 0.025 ** (1 / 10), 6);
    expect(exactBounds({ seen: 10, all: 10 }, 0.95)).toEqual({
      from: expect.closeTo(0.025 ** (1 / 10), 6) as number,
      to: 1,
    });
  });

  it("leave the tails out that they are to leave out", () => {
    const { from, to } = exactBounds({ seen: 3, all: 10 }, 0.9);
    expect(binomialAtLeast(3, 10, from)).toBeCloseTo(0.05, 6);
    expect(1 - binomialAtLeast(4, 10, to)).toBeCloseTo(0.05, 6);
  });
});

describe("sizes of samples", () => {
  it("5 % at 95 %: 385 of endlessly many, 278 of 1,000 (Cochran's tables)", () => {
    expect(sizeForShare(1e9, 0.95, 0.05)).toBe(385);
    expect(sizeForShare(1000, 0.95, 0.05)).toBe(278);
    expect(sizeForShare(10, 0.95, 0.05)).toBe(10);
    expect(sizeForShare(0, 0.95, 0.05)).toBe(0);
  });

  it("none wrong: the smallest number of which chance would miss all so seldom, by counting", () => {
    for (const [cases, wrong] of [
      [100, 5],
      [1000, 50],
      [37, 2],
    ] as const) {
      const size = sizeForNone(cases, 0.95, 0.05);
      const missed = (drawn: number): number => share(ways(cases - wrong, drawn), ways(cases, drawn));
      expect(missed(size)).toBeLessThanOrEqual(0.05);
      expect(missed(size - 1)).toBeGreaterThan(0.05);
    }
  });
});
