import { describe, expect, it } from "vitest";
import { size } from "../size.ts";
import { FAMILIES } from "./families.ts";
import floors from "./floors.json" with { type: "json" };
import { make } from "./generate.ts";
import { compare, judge, sharesOf, type Shares } from "./judge.ts";

const FLOORS: Readonly<Record<string, { readonly right: number; readonly whole: number }>> = floors;
/** 300 acts every day, ten thousand at full size. */
const ACTS_EACH = size(20, Math.ceil(10_000 / FAMILIES.length));
const NUMBERS = Array.from({ length: ACTS_EACH }, (_, number) => number);

describe.each(FAMILIES)("made-up acts: $id", (family) => {
  let read: Shares | undefined;
  const shares = (): Shares => (read ??= sharesOf(NUMBERS.map((number) => judge(make(family, number)))));

  it("throws at none", { timeout: 600_000 }, () => {
    expect(shares().thrown).toBe(0);
  });

  it("is read as well as it once was", { timeout: 600_000 }, () => {
    const { right, whole } = FLOORS[family.id]!;
    expect(shares().right).toBeGreaterThanOrEqual(right);
    expect(shares().whole).toBeGreaterThanOrEqual(whole);
  });

  it("states its rules where their words stand", () => {
    const { text, gold } = make(family, 1);
    const lines = text.split("\n");
    for (const {
      lines: [first, last],
      quote,
    } of gold) {
      const place = lines
        .slice(first - 1, last)
        .join(" ")
        .replace(/\s+/gu, " ");
      const stems = String(quote).match(/\p{L}{4}/gu) ?? [];
      expect(stems.filter((stem) => place.toLowerCase().includes(stem.toLowerCase())).length).toBeGreaterThan(
        stems.length / 2,
      );
    }
  });

  it("is found whole by a reader that reads what it states, and not by one that misses a rule", () => {
    const made = make(family, 2);
    const perfect = sharesOf([
      compare(
        made,
        made.gold.map((row) => ({ ...row, cite: row["item"] })),
      ),
    ]);
    expect([perfect.right, perfect.whole, perfect.faultless]).toEqual([1, 1, 1]);
    const own = made.gold.findIndex((row) => row.own && row["debatable"] !== true);
    expect(sharesOf([compare(made, made.gold.toSpliced(own, 1))]).right).toBeLessThan(1);
    expect(sharesOf([compare(made, [...made.gold, { ...made.gold[own]! }])]).right).toBeLessThan(1);
  });
});

describe("the making of acts", () => {
  it("gives the same act for the same number, and others for others", () => {
    const [family] = FAMILIES;
    expect(make(family!, 5)).toEqual(make(family!, 5));
    expect(new Set(NUMBERS.map((number) => make(family!, number).text)).size).toBe(NUMBERS.length);
  });

  it("has a floor for each family and for nothing else", () => {
    expect(Object.keys(FLOORS).sort()).toEqual(FAMILIES.map(({ id }) => id).sort());
  });
});
