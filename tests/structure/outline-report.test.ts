import { describe, expect, it } from "vitest";
import { locator } from "../../src/model/locator.ts";
import { outline } from "../../src/reading.ts";
import { outlineJson } from "../../src/report/outline/json.ts";
import { repairsJson, repairsText } from "../../src/report/outline/repairs.ts";
import { outlineText } from "../../src/report/outline/text.ts";

const TEXT = `
Қағидаларды бекіту туралы

      1. Шағым Стандарттың  сәйкес қаралады.3-бөліміне
      2. Қызмет т е г і н  к ө р с е т і л е д і .
      1) бір жұмыс
күні ішінде.
`;
const read = outline(new TextEncoder().encode(TEXT), { file: "t.txt" });
const plain = {
  strong: (text: string) => text,
  faint: (text: string) => text,
  columns: 44,
  language: "en",
} as const;

describe("outline", () => {
  it("shows what part it is, number and words, cut to the width of the terminal", () => {
    expect(outlineText(read.tree, plain, locator(read.content, read.places))).toBe(
      [
        "act  Қағидаларды бекіту туралы",
        "  clause 1  1. Шағым Стандарттың 3-бөліміне…",
        "  clause 2  2. Қызмет тегін көрсетіледі.",
        "    item 1)  1) бір жұмыс күні ішінде.",
        "",
      ].join("\n"),
    );
  });

  it("gives the tree as JSON, with spans of the file and its lines", () => {
    const { tree, file } = JSON.parse(outlineJson(read.tree, read)) as {
      file: string;
      tree: { children: { path: string; text: string; lines: number[]; children?: unknown[] }[] };
    };
    expect(file).toBe("t.txt");
    expect(tree.children.map(({ path, lines }) => [path, lines])).toEqual([
      ["clause-1", [4, 4]],
      ["clause-2", [5, 5]],
    ]);
    expect(tree.children[1]?.children).toEqual([
      {
        type: "item",
        path: "clause-2/item-1",
        cite: "бұйрық, 2-тармақ 1) тармақша",
        label: "1",
        text: "бір жұмыс күні ішінде.",
        spans: [{ start: TEXT.indexOf("бір жұмыс"), end: TEXT.length - 1 }],
        lines: [6, 7],
      },
    ]);
  });
});

describe("outline --repairs", () => {
  it("lists each edit at its line and column, before and after, and moved words with where they stood", () => {
    const lines = repairsText(read, plain).split("\n");
    expect(lines).toContain(
      '4:27  displaced words  "Стандарттың  сәйкес" → "Стандарттың 3-бөліміне сәйкес"  (from 4:45)',
    );
    expect(lines).toContain('5:17  stretched word  "Қызмет т е г і н" → "Қызмет тегін"');
    expect(lines).toContain("     2  stretched word");
  });

  it("gives the same as JSON", () => {
    const { edits, leftAlone } = JSON.parse(repairsJson(read)) as { edits: unknown[]; leftAlone: unknown[] };
    expect(edits[0]).toEqual({
      kind: "restore-displaced-words",
      line: 4,
      column: 27,
      before: "Стандарттың  сәйкес",
      after: "Стандарттың 3-бөліміне сәйкес",
      from: { line: 4, column: 45 },
    });
    expect(leftAlone).toEqual([]);
  });
});
