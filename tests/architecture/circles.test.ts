import { describe, expect, it } from "vitest";
import { circlesOf, type Graph } from "./circles.ts";
import { filesBelow, importsOf, nameOf, source, targetOf } from "./imports.ts";

/** Which file of `src/` imports which, types included: who reads one file of a circle has to read them all. */
function importsBetweenFiles(): Graph {
  return new Map(
    filesBelow(source).map((file) => [
      nameOf(file),
      new Set(
        importsOf(file)
          .map(targetOf)
          .filter((target) => target !== undefined)
          .map(nameOf),
      ),
    ]),
  );
}

const graph = (edges: Readonly<Record<string, readonly string[]>>): Graph =>
  new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

describe("circles between files", () => {
  const imports = importsBetweenFiles();

  it("are none, not of types either", () => {
    expect(circlesOf(imports).map((circle) => circle.join(" ↔ "))).toEqual([]);
  });

  it("are seen by this test", () => {
    expect(circlesOf(graph({ a: ["b"], b: ["c"], c: ["a"], d: ["a"] }))).toEqual([["a", "b", "c"]]);
    expect(circlesOf(graph({ a: ["b", "c"], b: ["a"], c: ["d"], d: ["c"] }))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(circlesOf(graph({ a: ["a"] }))).toEqual([["a"]]);
    expect(circlesOf(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });

  it("are looked for among all files", () => {
    const edges = [...imports.values()].reduce((sum, targets) => sum + targets.size, 0);
    expect(edges).toBeGreaterThan(imports.size);
  });
});
