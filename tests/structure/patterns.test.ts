import { describe, expect, it } from "vitest";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { TEXT_LANGUAGES } from "../../src/language/languages.ts";
import { linkPatterns } from "../../src/repair/link-references.ts";
import { patternsOf } from "../../src/structure/patterns.ts";
import { patternIsLinear } from "../linear-time.ts";

/** The patterns that are put together from words; `tests/extract/patterns.test.ts` has those that are written out. */
function builtPatterns(): RegExp[] {
  const { asked, asks } = linkPatterns(kazakh.grammar!.links);
  const found: RegExp[] = [asked, asks];
  const visit = (value: unknown): void => {
    if (value instanceof RegExp) found.push(value);
    else if (typeof value === "object" && value !== null && !(value instanceof Map))
      for (const part of Object.values(value)) visit(part);
  };
  visit(patternsOf(TEXT_LANGUAGES));
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
