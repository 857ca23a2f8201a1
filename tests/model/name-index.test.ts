import fc from "fast-check";
import { expect, it } from "vitest";
import { NameIndex } from "../../src/model/name-index.ts";

it("finds under every name what a Map finds, and nothing else", () => {
  // Short names over few letters share lengths and characters; others are as long as those of documents.
  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom("__proto__", "constructor", ""),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.nat()), { maxLength: 60 }), fc.array(name), (entries, others) => {
      const map = new Map(entries);
      const index = new NameIndex(entries);
      for (const asked of [...map.keys(), ...others]) expect(index.get(asked)).toBe(map.get(asked));
    }),
  );
});
