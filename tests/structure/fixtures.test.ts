import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodesOf, treeOf, wordsOf } from "./reading.ts";

const folder = join(import.meta.dirname, "../fixtures/structure");

/** Path, citation and words (head, number, title or label, own words) of every node, in the order of the tree. */
const outlineOf = (text: string): string[][] =>
  [...nodesOf(treeOf(text))].map((node) => [
    node.path,
    node.cite,
    wordsOf(node)
      .map((part) => part.text)
      .join(" "),
  ]);

const asLines = (rows: readonly string[][]): string =>
  `[\n${rows.map((row) => `  ${JSON.stringify(row).replaceAll('","', '", "')}`).join(",\n")}\n]\n`;

describe("structure", () => {
  it.each(readdirSync(folder).sort())("%s", (name) => {
    const expected = join(folder, name, "expected.json");
    const rows = outlineOf(readFileSync(join(folder, name, "input.txt"), "utf8"));
    if (process.env["UPDATE"] === "1") writeFileSync(expected, asLines(rows));
    expect(existsSync(expected), `${expected} is missing`).toBe(true);
    expect(rows).toEqual(JSON.parse(readFileSync(expected, "utf8")));
  });
});
