import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceText } from "../../../src/ingest/source-text.ts";
import { receive } from "../../../src/reading.ts";

const folder = join(import.meta.dirname, "../../fixtures/prints");
const source = readFileSync(join(folder, "gazette.md"), "utf8").replaceAll("\u{AD}", "").split("\n");

/** Words without the marks of footnotes, the signs of Markdown, and cuts at the ends of lines. */
const plain = (words: string): string =>
  words
    .replace(/-\n(?=\p{Ll})|\u{AD}\n?/gu, "")
    .replace(/[¹²\\]|\[\^\d\]:?/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

const clauses = source.filter((line) => /^\d+\\\./u.test(line)).map(plain);
const notes = source.filter((line) => line.startsWith("[^")).map(plain);
const rows = source
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const read = async (file: string): Promise<SourceText> =>
  (await receive(readFileSync(join(folder, file)), { file })).value;
const words = (
  { content }: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
): string => plain(content.slice(start, end));

/** Without blanks: a word that a narrow cell breaks, and that is whole nowhere in the file, cannot be told from two. */
const letters = (cell: string): string => cell.replaceAll(" ", "");

/** Printed in two columns on small pages, with a head and a number on each: see `tests/formats/print-gazette.ts`. */
describe.each(["gazette.chromium.pdf", "gazette.libreoffice.pdf"])("%s", (file) => {
  it("has its clauses in their order, whole over columns and pages, words whole over the ends of lines", async () => {
    const text = await read(file);
    const paragraphs = text.blocks
      .filter(({ kind }) => kind !== "table")
      .map(({ span }) => words(text, span));
    const body = paragraphs.filter((paragraph) => !notes.some((note) => paragraph.endsWith(note))).slice(1);
    expect(clauses).toHaveLength(12);
    expect(body.join(" ")).toBe(clauses.join(" "));
    expect(paragraphs[0]).toBe("Анықтама беру қағидалары");
  });

  it("has its table whole, the head that every part repeats once", async () => {
    const text = await read(file);
    const tables = text.blocks.filter(({ kind }) => kind === "table");
    expect(tables).toHaveLength(1);
    expect(
      tables[0]?.rows?.map((row) =>
        row.map(({ paragraphs }) => letters(paragraphs.map((span) => words(text, span)).join(" "))),
      ),
    ).toEqual(rows.map((row) => row.map(letters)));
  });

  it("leaves out what every page has at its head and foot", async () => {
    expect((await read(file)).content).not.toContain("Заң газеті");
  });
});

it("a footnote stands behind the paragraph in which its column ends, its number raised", async () => {
  const text = await read("gazette.libreoffice.pdf");
  const paragraphs = text.blocks.map(({ span }) => text.content.slice(span.start, span.end));
  expect(paragraphs.filter((paragraph) => /^[¹²]/u.test(paragraph)).map(plain)).toEqual(notes);
  expect(paragraphs.map(plain)).toContain(clauses[0]);
});
