import { describe, expect, it } from "vitest";
import { sourceSpans } from "../../src/model/passage.ts";
import { outline } from "../../src/reading.ts";
import { nodesOf, TEXTS, textOf, wordsOf } from "../structure/reading.ts";
import { mutated, seeded } from "./mutate.ts";

const encoder = new TextEncoder();

/** A sample of `npm run fuzz`, with what must hold of any tree beside that it is made. */
describe("mutated texts", () => {
  it.each(TEXTS)("of %s are read: unique paths, spans within the text, no word twice", (name) => {
    const text = textOf(name);
    for (let seed = 1; seed <= 120; seed += 1) {
      const { tree, content } = outline(encoder.encode(mutated(text, seeded(seed))), { file: "fuzz.txt" });
      const nodes = [...nodesOf(tree)];
      expect(new Set(nodes.map((node) => node.path)).size, `seed ${seed}`).toBe(nodes.length);
      for (const passage of nodes.flatMap(wordsOf))
        for (const span of sourceSpans(passage)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(content.length);
        }
    }
  });
});
