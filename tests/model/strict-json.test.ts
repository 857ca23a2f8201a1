import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DoubledKey, strictJson } from "../../src/model/strict-json.ts";

/** The fault that a text is refused for. */
function faultOf(text: string): unknown {
  try {
    return strictJson(text);
  } catch (error) {
    return error instanceof DoubledKey ? [error.key, error.pointer] : error;
  }
}

describe("JSON in which nothing is said twice", () => {
  it("is read as JSON.parse reads it, whatever its strings look like", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.boolean(), (text, isWide) => {
        const written = isWide ? JSON.stringify(JSON.parse(text), undefined, 2) : text;
        expect(strictJson(written)).toEqual(JSON.parse(written));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"a": 1, "a": 2}', "a", ""],
    ['{"a": 1, "\\u0061" : 1}', "a", ""],
    ['{"x": [{"y": {}}, {"y": {"~/": {"b": "b\\"", "b"\n:null}}}]}', "b", "/x/1/y/~0~1"],
    ['{"__proto__": 1, "__proto__": 2}', "__proto__", ""],
    ['[[], {"a\\\\": "\\\\", "b": ":", "a\\\\": 0}]', "a\\", "/1"],
  ])("is refused where a name stands twice, with the name and the object: %s", (text, key, pointer) => {
    expect(faultOf(text)).toEqual([key, pointer]);
  });

  it("has the same name in two objects", () => {
    expect(strictJson('[{"a":1},{"a":{"a":2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]);
  });

  it("is refused as JSON.parse refuses it where it is none", () => {
    expect(faultOf('{"a":')).toBeInstanceOf(SyntaxError);
  });

  it("may be nested deeper than any stack", () => {
    const depth = 200_000;
    expect(faultOf(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).not.toBeInstanceOf(Error);
  });
});
