import { expect, it } from "vitest";
import { brokenWords } from "../../../src/ingest/pdf/broken-words.ts";
import type { SetLine } from "../../../src/ingest/pdf/setting.ts";

/** How wide a letter is drawn here. */
const LETTER = 5;

/** The lines of a cell that has room for so many letters. */
const cell = (room: number, ...lines: readonly string[]): SetLine[] =>
  lines.map((text, index) => ({
    line: {
      page: 1,
      pieces: [{ text, raised: false }],
      text,
      left: 0,
      right: text.length * LETTER,
      y: 100 + index * 12,
      size: 10,
      bold: false,
      italic: false,
    },
    column: { left: 0, right: room * LETTER },
  }));

const brokenIn = (...cells: readonly (readonly SetLine[])[]): string[] =>
  [...brokenWords(cells)].map(({ text }) => text);

it("a word that the file has whole elsewhere is one again, over two lines and over more", () => {
  const body = cell(80, "Тұтынушы сұранысты жібереді, пайдаланушының деректері тексеріледі.");
  expect(brokenIn(body, cell(7, "Тұтынуш", "ы ЭСҚ"), cell(7, "пайдала", "нушының", "деректе", "рі"))).toEqual(
    ["Тұтынуш", "пайдала", "деректе"],
  );
});

it("two words of the file stay two, though the first fills its line", () => {
  const body = cell(80, "бас тарту туралы хабарлама жіберілді, тұтынушы алды");
  expect(brokenIn(body, cell(7, "туралы", "хабарла", "ма"), cell(7, "тұтынуш", "ы"))).toEqual([
    "хабарла",
    "тұтынуш",
  ]);
});

it("where words are broken, halves that are words nowhere are one too; where none is, they are not", () => {
  const body = cell(80, "Тұтынушы сұранысты жібереді.");
  const unknown = cell(7, "авторла", "ндыру");
  expect(brokenIn(body, cell(7, "тұтынуш", "ы"), unknown)).toEqual(["тұтынуш", "авторла"]);
  expect(brokenIn(body, unknown)).toEqual([]);
});

it("a line with room for more, with a hyphen, or before a capital letter is not broken", () => {
  const body = cell(80, "тұтынушы алматы");
  expect(
    brokenIn(
      body,
      cell(12, "тұтынуш", "ы"),
      cell(7, "тұтыну-", "шы"),
      cell(7, "тұтынуш", "Ы"),
      cell(3, "ал", "Маты"),
    ),
  ).toEqual([]);
});
