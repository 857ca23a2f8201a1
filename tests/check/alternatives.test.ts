import { describe, expect, it } from "vitest";
import { Library } from "../../src/library/library.ts";

const paper = (id: string, document: string): object => ({
  id,
  kind: "document",
  cite: id,
  document,
  alternativeGroup: "identity",
});

describe("documents of which one is enough", () => {
  it("are named once each, also where several rules of the group ask for the same", () => {
    const rules = [paper("a", "passport"), paper("b", "birth-certificate"), paper("c", "passport")];
    const library = new Library([{ file: "b.json", sha256: "", book: { id: "b", rules } as never }], {
      facts: [],
      documents: [],
    });
    const { verdict, missingDocuments } = library.judge({
      service: "b",
      channel: "portal",
      submitted: "2025-03-17T10:00",
      documents: [],
    });
    expect(verdict).toBe("incomplete");
    expect(
      missingDocuments.map(({ oneOf, rules: of }) => [oneOf.map(({ document }) => document), of]),
    ).toEqual([
      [
        ["passport", "birth-certificate"],
        ["a", "b", "c"],
      ],
    ]);
  });
});
