import { describe, expect, it } from "vitest";
import { richText, type RichItem, type RichParagraph } from "../../src/ingest/rich-text.ts";
import { placeAt } from "../../src/model/source-place.ts";

let counted = 0;
const paragraph = (text: string, more: Partial<RichParagraph> = {}): RichParagraph => ({
  kind: "paragraph",
  pieces: [{ text, place: { in: "docx", paragraph: (counted += 1) } }],
  indent: 0,
  blankLines: 0,
  ...more,
});
const wordsOf = (items: readonly RichItem[]): string[] => {
  const { content, blocks } = richText(items);
  return blocks.map(({ span }) => content.slice(span.start, span.end));
};

describe("paragraphs and tables as a text", () => {
  it("have each paragraph on a line, cells too, and every letter leads back to its place", () => {
    counted = 0;
    const { content, blocks, places, layout } = richText([
      paragraph("Тақырып", { kind: "heading", depth: 1 }),
      paragraph(" \t"),
      {
        kind: "table",
        rows: [[{ paragraphs: [paragraph("1")] }, { paragraphs: [paragraph("бір "), paragraph("екі")] }]],
      },
      paragraph("1. Бап.", { indent: 6, blankLines: 2 }),
    ]);
    expect(layout).toBe("marks");
    expect(content).toBe("Тақырып\n1\nбір \nекі\n\n\n      1. Бап.\n");
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "table", "paragraph"]);
    expect(
      blocks[1]?.rows?.map((row) =>
        row.map((cell) => cell.paragraphs.map(({ start, end }) => content.slice(start, end))),
      ),
    ).toEqual([[["1"], ["бір", "екі"]]]);
    const placeOf = (words: string): unknown => placeAt(places, content.indexOf(words));
    expect(["Тақырып", "екі", "1. Бап"].map(placeOf)).toEqual([
      { in: "docx", paragraph: 1 },
      { in: "docx", paragraph: 5 },
      { in: "docx", paragraph: 6 },
    ]);
  });

  it("that are the lines of a plain text are put together as those of one; long or few paragraphs stay as they are", () => {
    const clause = (number: number): RichParagraph[] => [
      paragraph(`${number}. Қызмет беруші өтінішті`, { indent: 6 }),
      paragraph("қарайды."),
    ];
    const lines = [
      ...Array.from({ length: 12 }, (_, index) => clause(index + 1)).flat(),
      paragraph("Бекітілген", { blankLines: 2 }),
    ];
    const words = wordsOf(lines);
    expect(words[0]).toBe("1. Қызмет беруші өтінішті\nқарайды.");
    expect(words.at(-1)).toBe("Бекітілген");
    expect(words.length).toBe(13);
    const long = paragraph(`1. ${"Қызмет беруші ".repeat(12)}қарайды.`);
    expect(wordsOf([long, ...lines]).length).toBe(lines.length + 1);
    expect(wordsOf(lines.slice(0, 4)).length).toBe(4);
  });

  it("that are items of a list without numbers have its sign, which is no word", () => {
    const { content, blocks } = richText([
      paragraph("бір", { bullet: true }),
      paragraph("екі", { bullet: true }),
    ]);
    const mark = blocks[1]?.markup?.[0];
    expect(mark?.by).toBe("");
    expect(content.slice(mark?.at.start, mark?.at.end)).toBe("\u{2022}");
  });
});
