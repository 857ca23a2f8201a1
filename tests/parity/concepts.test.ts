import { describe, expect, it } from "vitest";
import { readConcepts } from "../../src/language/concept-words.ts";
import { CONCEPTS } from "../../src/language/concepts.ts";
import kk from "../../src/language/kk/concepts.json" with { type: "json" };
import ru from "../../src/language/ru/concepts.json" with { type: "json" };

describe("the words of both languages", () => {
  const known = Object.values(CONCEPTS).flat().sort();

  it.each([
    ["kk", kk],
    ["ru", ru],
  ] as const)("%s has words that say each meaning, and no other", (_, { concepts }) => {
    expect(Object.keys(concepts).sort()).toEqual(known);
    expect(Object.entries(concepts).filter(([, words]) => words.length === 0)).toEqual([]);
  });

  it("one of the two says each meaning by a word of its own", () => {
    const said = (words: readonly string[]): boolean => words.some((word) => !word.startsWith("?"));
    const both: Readonly<Record<string, readonly string[]>>[] = [kk.concepts, ru.concepts];
    expect(known.filter((concept) => !both.some((concepts) => said(concepts[concept] ?? [])))).toEqual([]);
  });

  it.each(["Сот", "a b~c", ""])("refuses %j, which is no word in small letters", (word) => {
    expect(() => readConcepts({ ...kk, concepts: { court: [word] } })).toThrow(RangeError);
  });
});
