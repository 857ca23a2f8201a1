import { describe, expect, it } from "vitest";
import kk from "../../src/language/kk/structure.json" with { type: "json" };
import ru from "../../src/language/ru/structure.json" with { type: "json" };
import { ASKED, ASKS } from "../../src/repair/link-references.ts";
import { patternsOf } from "../../src/structure/patterns.ts";
import { patternIsLinear } from "../linear-time.ts";

/** The patterns that are put together from words; `tests/extract/patterns.test.ts` has those that are written out. */
function builtPatterns(): RegExp[] {
  const found: RegExp[] = [ASKED, ASKS];
  const visit = (value: unknown): void => {
    if (value instanceof RegExp) found.push(value);
    else if (typeof value === "object" && value !== null && !(value instanceof Map))
      for (const part of Object.values(value)) visit(part);
  };
  visit(patternsOf([kk, ru]));
  return found;
}

describe("every pattern made of words runs in linear time", () => {
  it.each(builtPatterns().map((pattern) => [pattern.source.slice(0, 70), pattern] as const))(
    "%s",
    (_, pattern) => {
      expect(patternIsLinear(pattern)).toBe(true);
    },
  );
});
