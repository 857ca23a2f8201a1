import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeAt } from "../../../src/model/source-place.ts";
import { read, receive, type Reading } from "../../../src/reading.ts";
import { likeness, valuesOf } from "../../formats/rules-alike.ts";

const folder = join(import.meta.dirname, "../../fixtures/formats");
const bytesOf = (file: string): Uint8Array => readFileSync(join(folder, file));
const readingOf = async (file: string): Promise<Reading> =>
  read(await receive(bytesOf(file), { file }), { file });
const plain = (words: string): string => words.replace(/\s+/gu, " ");

const PRINTS = ["act.libreoffice.pdf", "act.chromium.pdf"];

describe.each(PRINTS)("%s", (file) => {
  it("gives the rules of the text it was made of", async () => {
    const [text, print] = [await readingOf("act.md"), await readingOf(file)];
    expect(valuesOf(text.candidates).length).toBeGreaterThan(20);
    expect(likeness(valuesOf(text.candidates), valuesOf(print.candidates))).toBeGreaterThanOrEqual(0.95);
  });

  it("has its table whole, though a page ends in it", async () => {
    const { value } = await receive(bytesOf(file), { file });
    const tables = value.blocks.filter(({ kind }) => kind === "table");
    const rows = tables[0]?.rows?.map((row) =>
      row.map((cell) =>
        cell.paragraphs.map(({ start, end }) => plain(value.content.slice(start, end))).join("|"),
      ),
    );
    expect(tables).toHaveLength(1);
    expect(rows?.map(([number]) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(rows?.[3]?.slice(1)).toEqual([
      "Мемлекеттік қызметті көрсету нысаны",
      "Электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде",
    ]);
    const pages = (tables[0]?.rows ?? [])
      .flat()
      .flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ start }) => placeAt(value.places ?? [], start) ?? []),
      );
    expect(new Set(pages.map((place) => (place.in === "pdf" ? place.page : 0))).size).toBeGreaterThan(1);
  });

  it("says of every rule on which page and where its words stand", async () => {
    const { places, candidates } = await readingOf(file);
    for (const { source } of candidates) {
      const place = placeAt(places, source.spans[0]?.start ?? 0);
      expect(place).toMatchObject({ in: "pdf" });
    }
  });
});

it("leaves out what recurs on the pages of a print, and says so", async () => {
  const { value, findings } = await receive(bytesOf("act.chromium.pdf"), { file: "act.chromium.pdf" });
  expect(value.content).not.toMatch(/file:\/\/|\d\/\d$/mu);
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ["ingest/pdf-running-lines", "note"],
  ]);
});

describe("what is no text that could be read is refused, each for its reason", () => {
  const codeOf = async (bytes: Uint8Array): Promise<string | undefined> => {
    const { value, findings } = await receive(bytes, { file: "t.pdf" });
    expect(value.content).toBe("");
    return findings[0]?.code;
  };
  const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

  it("a scan: pages without a letter", async () => {
    expect(await codeOf(latin(onePage("0 0 100 100 re f")))).toBe("ingest/pdf-scan");
  });
  it("a file that ends too early, and one that only begins like a PDF", async () => {
    const whole = bytesOf("act.chromium.pdf");
    expect(await codeOf(whole.subarray(0, 9_000))).toBe("ingest/pdf-broken");
    expect(await codeOf(latin("%PDF-1.7\nжоқ"))).toBe("ingest/pdf-broken");
  });
  it("one that asks for a password", async () => {
    expect(await codeOf(bytesOf("../pdf/locked.pdf"))).toBe("ingest/pdf-password");
  });
});

/** A PDF of one page with such a content; its table of objects is left for the reader to rebuild. */
function onePage(content: string): string {
  return [
    "%PDF-1.4",
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>> endobj",
    `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
    "trailer <</Root 1 0 R>>",
    "%%EOF",
  ].join("\n");
}
