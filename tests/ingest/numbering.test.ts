import { expect, it } from "vitest";
import { BULLET, Numbering, type InList } from "../../src/ingest/docx/numbering.ts";
import { xmlOf } from "../../src/ingest/docx/xml.ts";

/** What ECMA-376, part 1, 17.9 says of lists, on lists as Word writes them. */
const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const numbering = (parts: string): Numbering =>
  new Numbering(xmlOf(Buffer.from(`<w:numbering xmlns:w="w">${parts}</w:numbering>`), "numbering.xml"));
const numbers = (of: Numbering, at: readonly (readonly [list: number, level: number])[]): string[] =>
  at.map(([id, on]): string => of.next({ list: `${id}`, level: on } satisfies InList).trim());

it("a level begins anew when a higher one steps; one that says so counts on, or waits for another", () => {
  const clauses = level(0, "decimal", "%1.") + level(1, "decimal", "%2)");
  const steps = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 0],
    [1, 1],
  ] as const;
  expect(numbers(numbering(abstract(0, clauses) + list(1, 0)), steps)).toEqual([
    "1.",
    "1)",
    "2)",
    "2.",
    "1)",
  ]);
  const countsOn = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>');
  expect(numbers(numbering(abstract(0, countsOn) + list(1, 0)), steps)).toEqual([
    "1.",
    "1)",
    "2)",
    "2.",
    "3)",
  ]);
  const third =
    level(0, "decimal", "%1.") +
    level(1, "decimal", "%2)") +
    level(2, "russianLower", "%3)", '<w:lvlRestart w:val="1"/>');
  const ofThird = [
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 1],
    [1, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ] as const;
  expect(numbers(numbering(abstract(0, third) + list(1, 0)), ofThird)).toEqual([
    "1.",
    "1)",
    "а)",
    "2)",
    "б)",
    "2.",
    "1)",
    "а)",
  ]);
});

it("lists of one kind count together, until one says where it begins", () => {
  const parts =
    abstract(0, level(0, "decimal", "%1.")) +
    list(1, 0) +
    list(2, 0) +
    list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  expect(
    numbers(numbering(parts), [
      [1, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
    ]),
  ).toEqual(["1.", "2.", "3.", "1.", "2."]);
});

it("numbers of higher levels stand in those below, in digits where the level asks for that", () => {
  const levels =
    level(0, "upperRoman", "%1.") +
    level(1, "decimal", "%1.%2.") +
    level(2, "decimal", "%1.%2.%3.", "<w:isLgl/>");
  const steps = [
    [1, 0],
    [1, 0],
    [1, 1],
    [1, 2],
  ] as const;
  expect(numbers(numbering(abstract(0, levels) + list(1, 0)), steps)).toEqual([
    "I.",
    "II.",
    "II.1.",
    "2.1.1.",
  ]);
});

it("Russian letters leave out those without words of their own, and come twice after the last", () => {
  const of = numbering(abstract(0, level(0, "russianLower", "%1)")) + list(1, 0));
  const all = numbers(
    of,
    Array.from({ length: 31 }, () => [1, 0] as const),
  );
  expect([all[0], all[8], all[9], all[28], all[29], all[30]]).toEqual(["а)", "и)", "к)", "я)", "аа)", "бб)"]);
});

it("a level may be replaced by a list, an item without a number has its sign, and what names no list has nothing", () => {
  const parts =
    abstract(0, level(0, "decimal", "%1.")) +
    abstract(1, level(0, "bullet", "\u{F0B7}")) +
    list(2, 1) +
    list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, "lowerRoman", "(%1)")}</w:lvlOverride>`);
  expect(
    numbers(numbering(parts), [
      [1, 0],
      [1, 0],
      [2, 0],
      [9, 0],
      [1, 5],
    ]),
  ).toEqual(["(i)", "(ii)", BULLET, "", ""]);
});
