import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, nameOf, source, treeOf } from "./imports.ts";
import { fileLines, functionSizes, tooLong } from "./sizes.ts";

const LINES_OF_A_FUNCTION = 60;
const LINES_OF_A_FILE = 250;

/** Functions that are longer, each with why it is not cut: `file: function`. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {};

/** Files that are longer, each with why it is one thought. */
const LONG_FILES: Readonly<Record<string, string>> = {};

describe("sizes", () => {
  const files = filesBelow(source);

  it(`no function has over ${LINES_OF_A_FUNCTION} lines without a reason`, () => {
    const sizes = files.flatMap((file) =>
      functionSizes(treeOf(file)).map(({ name, lines }) => ({ name: `${nameOf(file)}: ${name}`, lines })),
    );
    expect(sizes.length).toBeGreaterThan(files.length);
    expect(tooLong(sizes, LINES_OF_A_FUNCTION, LONG_FUNCTIONS)).toEqual([]);
  });

  it(`no file has over ${LINES_OF_A_FILE} lines without a reason`, () => {
    const sizes = files.map((file) => ({ name: nameOf(file), lines: fileLines(readFileSync(file, "utf8")) }));
    expect(tooLong(sizes, LINES_OF_A_FILE, LONG_FILES)).toEqual([]);
  });

  it("are measured as they are read", () => {
    const text = [
      "function outer() {",
      "  const inner = (",
      "    x: number,",
      "  ) => x;",
      "  return [1].map((y) => inner(y));",
      "}",
      "declare function said(): void;",
      "class Kept {",
      "  constructor() {}",
      "  get way() {",
      "    return 1;",
      "  }",
      "}",
      "",
    ].join("\n");
    expect(functionSizes(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true))).toEqual([
      { name: "outer", lines: 6 },
      { name: "inner", lines: 3 },
      { name: "line 5", lines: 1 },
      { name: "constructor", lines: 1 },
      { name: "way", lines: 3 },
    ]);
    expect(fileLines(text)).toBe(13);
    const sizes = [
      { name: "a", lines: 4 },
      { name: "b", lines: 5 },
      { name: "c", lines: 9 },
    ];
    expect(tooLong(sizes, 4, { c: "a list", a: "was long once" })).toEqual([
      "b: 5 lines",
      "a: has a reason to be long and is not",
    ]);
  });
});
