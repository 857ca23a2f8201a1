import { expect, it } from "vitest";
import type { DrawnRule } from "../../../src/ingest/pdf/drawn-page.ts";
import { gridsOf } from "../../../src/ingest/pdf/grid.ts";

const level = (y: number, left: number, right: number): DrawnRule => ({ left, right, top: y, bottom: y });
const upright = (x: number, top: number, bottom: number): DrawnRule => ({ left: x, right: x, top, bottom });

const HEIGHTS = [100, 120, 140, 160];

it("a table without upright rules at its sides reaches as far as its level ones", () => {
  const rules = [...HEIGHTS.map((y) => level(y, 50, 350)), upright(150, 100, 160), upright(250, 100, 160)];
  const [grid, ...others] = gridsOf(rules);
  expect(others).toEqual([]);
  expect(grid?.columns).toEqual([50, 150, 250, 350]);
  expect(new Set(grid?.cells.map(({ row }) => row)).size).toBe(3);
  expect([grid?.cells.length, grid?.cutAtRight]).toEqual([9, false]);
});

it("a table whose rules go on behind its last upright one, at the right alone, may be cut off there", () => {
  const rules = [...HEIGHTS.map((y) => level(y, 50, 350)), upright(50, 100, 160), upright(250, 100, 160)];
  expect(gridsOf(rules).map(({ columns, cutAtRight }) => [columns, cutAtRight])).toEqual([
    [[50, 250, 350], true],
  ]);
});

it("rules above and under two columns of a page and one between them are no table", () => {
  expect(gridsOf([level(60, 50, 500), level(700, 50, 500), upright(275, 60, 700)])).toEqual([]);
});
