import { inflateRawSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import { tableOfChanges } from "../../src/diff/table-of-changes.ts";
import type { Version } from "../../src/diff/version.ts";
import type { Rule } from "../../src/model/rule.ts";
import { diffDocx } from "../../src/report/diff/docx.ts";
import { diffHtml } from "../../src/report/diff/html.ts";
import { diffText } from "../../src/report/diff/text.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import type { Language } from "../../src/model/language.ts";
import { Names } from "../../src/report/names.ts";
import { faults } from "../../src/files/validate.ts";
import { startBrowser } from "../browser.ts";

const namesIn = (language: Language): Names => new Names(readVocabulary(), language);

const rule = (id: string, quote: string, fields: object): Rule =>
  ({
    id,
    cite: id,
    path: id,
    source: { file: "act.txt", sha256: "0".repeat(64), spans: [{ start: 0, end: 1 }], lines: [3, 4], quote },
    ...fields,
  }) as unknown as Rule;

const version = (name: string, rules: readonly Rule[]): Version => ({
  name,
  of: "rules",
  services: [{ key: "1", name: "Анықтама беру", rules }],
});

const term = (amount: number) =>
  rule("3-тармақ", `Қызмет ${amount} жұмыс күні ішінде көрсетіледі.`, {
    kind: "deadline",
    subject: "service",
    amount,
    unit: "working-day",
  });
const evil = rule("9-жол", `<img src=x onerror="document.title='gone'"> & 'жеке' куәлік`, {
  kind: "document",
});

const comparison = diff(
  version("2013 <b>", [term(3), rule("6-жол", "Тегін", { kind: "fee", free: true })]),
  version("2020", [term(1), evil, rule("7-жол", "Тегін.", { kind: "fee", free: true })]),
);

describe("the comparison in words", () => {
  it("says where words stand in a file without lines", () => {
    const inCell = (amount: number): Rule => {
      const { source, ...rest } = term(amount);
      const place = { in: "docx", paragraph: 9, table: { table: 1, row: 2, cell: 3 } } as const;
      return { ...rest, source: { ...source, file: "act.docx", place } } as Rule;
    };
    const text = diffText(diff(version("2013", [inCell(3)]), version("2020", [term(1)])), namesIn("en"));
    expect(text).toContain("Old: clause 3 (act.docx, table 1, row 2, cell 3)");
    expect(text).toContain("New: clause 3 (act.txt:3)");
  });

  it("names the change, both sides, both citations and who gains", () => {
    const text = diffText(comparison, namesIn("en"));
    for (const part of [
      "term shortened – term: 3 working days → 1 working day",
      "for the applicant: better, for the provider: worse",
      "Old: clause 3 (act.txt:3)",
      "Қызмет [-3-]{+1+} жұмыс күні ішінде көрсетіледі.",
      "document now asked for",
      "Moved: 1",
      "unchanged: fee – 1",
    ])
      expect(text).toContain(part);
  });

  it("says how much of each side is unread, or that nobody knows", () => {
    const share = { places: 4, risky: 1, dismissed: 2, letters: 25, of: 1000 };
    const { unread } = diff({ ...version("old", []), unread: share }, version("new", []));
    expect(unread).toEqual({ old: share, new: "unknown" });
    const text = diffText({ ...comparison, unread }, namesIn("en"));
    expect(text).toContain("Old: unread: 2.5 %; of high risk: 1 place\nNew: how much is unread is unknown");
    expect(diffHtml({ ...comparison, unread }, namesIn("en"))).toContain("unread: 2.5 %");
  });

  it("is what its schema says", () => {
    expect(faults("diff", JSON.parse(JSON.stringify(comparison)))).toEqual([]);
  });
});

describe("the page", () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(diffHtml(comparison, namesIn("kk")));
  });
  afterAll(() => browser.close());

  const shown = (): Promise<number> => page.locator(".change:visible").count();

  it("asks the network for nothing and runs nothing it quotes", async () => {
    expect(asked.filter((url) => !url.startsWith("about:") && !url.startsWith("data:"))).toEqual([]);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Не өзгерді: 2013 <b> → 2020");
  });

  it("filters by kind, by who gains and by class", async () => {
    expect(await shown()).toBe(3);
    await page.selectOption("select[name=kind]", "document");
    expect(await shown()).toBe(1);
    await page.selectOption("select[name=kind]", "");
    await page.selectOption("select[name=gain]", "applicant-better");
    expect(await shown()).toBe(1);
    expect(await page.locator("#shown").innerText()).toBe("1");
    await page.selectOption("select[name=gain]", "");
    await page.uncheck("input[value=moved]");
    expect(await shown()).toBe(2);
    await page.check("input[value=moved]");
  });

  it("marks the words on each side", async () => {
    expect(await page.locator("del").allInnerTexts()).toContain("3");
    expect(await page.locator("ins").allInnerTexts()).toContain("1");
  });

  it("prints without its filters", async () => {
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await shown()).toBe(3);
    await page.emulateMedia({ media: "screen" });
  });
});

/** The text of one file of a ZIP archive, by its central directory. */
function unzipped(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf("PK\u0001\u0002"); at >= 0; at = file.indexOf("PK\u0001\u0002", at + 4)) {
    const length = file.readUInt16LE(at + 28);
    if (file.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8");
  }
  throw new Error(`no ${name} in the archive`);
}

describe("the comparative table", () => {
  const documentOf = async (remarks: boolean): Promise<string> => {
    const table = tableOfChanges(comparison);
    const bytes = await diffDocx(
      { table, comparison, act: { old: "Ереже", new: "Ереже <b>" }, remarks },
      namesIn("kk"),
    );
    return unzipped(bytes, "word/document.xml");
  };
  const titles = ["№", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция", "Негіздеме"];

  it("has the five columns of the form and one for remarks, the marks, and no markup of what it quotes", async () => {
    const xml = await documentOf(true);
    for (const title of [...titles, "Бағдарламаның белгілегені"]) expect(xml).toContain(title);
    expect(xml).toMatch(/<w:strike\/>.{0,200}>3</u);
    expect(xml).toMatch(/<w:u [^>]*\/>.{0,200}>1</u);
    expect(xml).toContain("&lt;img src=x");
    expect(xml).toContain("Ереже &lt;b&gt;");
    // The grounds are the drafter's: nothing stands there.
    const [, second = ""] = xml.split("<w:tr>").filter((row) => row.includes(">1.<"));
    const cells = second === "" ? xml.split("<w:tc>") : second.split("<w:tc>");
    expect(cells.at(-2)).not.toMatch(/<w:t[ >]/u);
  });

  it("is an A4 page on its side with its head on every page, and without remarks only what is filed", async () => {
    const xml = await documentOf(false);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    for (const title of titles) expect(xml).toContain(title);
    for (const word of ["Бағдарламаның белгілегені", "2013", "оқылмағаны"]) expect(xml).not.toContain(word);
    expect(xml.match(/<w:gridCol /gu)).toHaveLength(5);
  });
});
