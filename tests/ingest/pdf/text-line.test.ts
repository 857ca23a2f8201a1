import { expect, it } from "vitest";
import { inColumns } from "../../../src/ingest/pdf/columns.ts";
import type { DrawnText } from "../../../src/ingest/pdf/drawn-page.ts";
import { linesOf } from "../../../src/ingest/pdf/text-line.ts";

const drawn = (text: string, x: number, y: number, size: number): DrawnText => ({
  text,
  x,
  y,
  width: 10,
  size,
  bold: false,
  italic: false,
  spaced: false,
  turned: false,
});

/** More than a call takes as arguments. */
const MANY = 200_000;

it("a line stands where its first words of full size do, also where raised ones begin it", () => {
  const [line, ...others] = linesOf(1, [
    drawn("1", 0, 95, 6),
    drawn("14", 10, 100, 10),
    drawn("2", 20, 96, 6),
    drawn("м", 30, 101, 11),
  ]);
  expect(others).toEqual([]);
  expect([line?.y, line?.size, line?.left, line?.right]).toEqual([100, 11, 0, 40]);
  expect(line?.pieces).toEqual([
    { text: "1", raised: true },
    { text: "14", raised: false },
    { text: "2", raised: true },
    { text: "м", raised: false },
  ]);
});

it("a page may draw any number of words on one line", () => {
  const texts = Array.from({ length: MANY }, (_, index) => drawn("а", index * 10, 100, 10 + index / MANY));
  const lines = linesOf(1, texts);
  expect(lines.map(({ text, left, right }) => [text.length, left, right])).toEqual([[MANY, 0, MANY * 10]]);
});

it("a column may have any number of lines", () => {
  const lines = linesOf(
    1,
    Array.from({ length: MANY }, (_, index) => drawn("а", 50, index * 20, 10)),
  );
  expect(inColumns([lines]).map(({ column }) => column.left)).toEqual(Array<number>(MANY).fill(50));
});
