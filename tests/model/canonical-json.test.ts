import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, quoted } from "../../src/model/canonical-json.ts";

/** As receipts had it from the beginning: every object anew with its keys in order, then `JSON.stringify`. */
const fromTheBeginning = (value: unknown): string => JSON.stringify(value, inOrder);
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const letters = fc.string({ unit: "binary" });
const strange = fc.constantFrom(
  "__proto__",
  "constructor",
  "10",
  "9",
  "01",
  "4294967295",
  "4294967294",
  "",
  '"\\\n',
);

describe("canonical JSON", () => {
  it("is what receipts were made of from the beginning, so that old ones can be replayed", () => {
    const key = fc.oneof(letters, strange);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(letters, strange, fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie("tree")),
        fc.array(fc.tuple(key, tie("tree"))).map((fields) => Object.fromEntries(fields) as object),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value)).toBe(fromTheBeginning(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order of keys", () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: [3] } })).toBe('{"a":{"c":[3],"d":2},"b":1}');
  });

  it("quotes a text as JSON.stringify does", () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(quoted(text)).toBe(JSON.stringify(text));
      }),
    );
    expect(quoted("\ud800")).toBe('"\\ud800"');
  });
});
