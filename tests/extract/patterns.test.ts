import { readFileSync, readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Pattern, patternIsLinear } from "../linear-time.ts";

/** Rooms that read what comes from outside with patterns. */
const ROOMS = ["ingest", "repair", "structure", "language", "extract"];

interface WrittenOut extends Pattern {
  readonly file: string;
}

/** The regular expressions written out in a file. */
function patternsOf(file: string): WrittenOut[] {
  const code = readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");
  const patterns: WrittenOut[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      patterns.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return patterns;
}

const patterns = ROOMS.flatMap((room) =>
  readdirSync(new URL(`../../src/${room}/`, import.meta.url))
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => patternsOf(`${room}/${name}`)),
);

describe("every pattern of the reading rooms runs in linear time", () => {
  it("and there are some", () => {
    expect(patterns.length).toBeGreaterThan(20);
  });

  for (const { file, source, flags } of patterns)
    it(`${file}: /${source}/${flags}`, () => {
      expect(patternIsLinear({ source, flags })).toBe(true);
    });
});
