import { describe, expect, it } from "vitest";
import * as marks from "../mangle/marks.ts";
import { withOtherPages } from "../mangle/page-breaks.ts";
import { reflow } from "../mangle/reflow.ts";
import { withStretchedLines } from "../mangle/stretch.ts";
import { outlineOf, PLAIN, TEXTS, textOf, treeOf } from "./reading.ts";

/** The letters of a node without their order: words that a link displaced may stand elsewhere in it. */
const lettersOf = (line: string): string => {
  const [path = "", ...words] = line.split(" | ");
  return `${path} ${Array.from(words.join("").replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .sort()
    .join("")}`;
};

const pathsOf = (lines: readonly string[]): string[] => lines.map((line) => line.split(" | ")[0] ?? "");

function sameTree(name: string, mangled: string): { same: number; of: number } {
  const before = outlineOf(treeOf(textOf(name)));
  const after = outlineOf(treeOf(mangled));
  expect(pathsOf(after)).toEqual(pathsOf(before));
  expect(after.map(lettersOf)).toEqual(before.map(lettersOf));
  const known = new Set(before);
  return { same: after.filter((line) => known.has(line)).length, of: before.length };
}

describe.each(TEXTS)("%s reads the same", (name) => {
  it.each([
    ["with CRLF for LF", marks.withCarriageReturns],
    ["with a byte order mark", marks.withByteOrderMark],
    ["with no-break spaces", marks.withHardSpaces],
  ])("%s, to the letter", (_, mangle) => {
    const { same, of } = sameTree(name, mangle(textOf(name)));
    expect(same).toBe(of);
  });

  it.each([
    ["with straight quotes", marks.withStraightQuotes],
    ["with hyphens for dashes", marks.withHyphens],
    ["with dashes for hyphens", marks.withDashes],
  ])("%s", (_, mangle) => {
    const { same, of } = sameTree(name, mangle(textOf(name)));
    expect(same / of).toBeGreaterThan(0.995);
  });
});

describe.each(PLAIN)("%s reads the same", (name) => {
  it("with angle quotes", () => {
    const { same, of } = sameTree(name, marks.withGuillemets(textOf(name)));
    expect(same / of).toBeGreaterThan(0.97);
  });

  it.each([40, 48, 60, 72, 90, 100, 130, 160])("reflowed to %i columns", (width) => {
    const { same, of } = sameTree(name, reflow(textOf(name), width));
    expect(same / of).toBeGreaterThan(0.95);
  });

  it.each([3, 7, 20])("with pages that end after every %i lines", (lines) => {
    const { same, of } = sameTree(name, withOtherPages(textOf(name), lines));
    expect(same / of).toBeGreaterThan(0.99);
  });

  it.each([1, 2, 5])("with one last line of %i stretched", (every) => {
    const { same, of } = sameTree(name, withStretchedLines(textOf(name), every));
    expect(same / of).toBeGreaterThan(0.95);
  });
});
