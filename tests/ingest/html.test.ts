import { describe, expect, it } from "vitest";
import { placeAt } from "../../src/model/source-place.ts";
import { outline } from "../../src/reading.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { codesOf, documentBytes, ingested, paragraphsOf } from "./documents.ts";

const page = (body: string): Buffer => Buffer.from(`<!DOCTYPE html><html><body>${body}</body></html>`);
const read = (body: string): unknown[] => paragraphsOf(ingested(page(body)).value);

describe("a page saved from the register", () => {
  const { value } = ingested(documentBytes("register-page.html"));

  it("is read as a page, and the act is found in it: no menu, script, comment or hidden words, and nothing of the site", () => {
    expect(value.format).toBe("html");
    const words = [
      "Басты бет",
      "Кодекстер",
      "Скрипт",
      "Түсініктеме",
      "Көрінбейтін",
      "Табу",
      "құқықтар қорғалған",
    ];
    expect(words.filter((one) => value.content.includes(one))).toEqual([]);
    expect(value.content.startsWith('"Анықтама беру" мемлекеттік қызмет көрсету қағидаларын бекіту')).toBe(
      true,
    );
  });

  it("has its parts: line breaks that part paragraphs, a stamp in a borderless table, rows of a table in a cell", () => {
    const tree = outline(documentBytes("register-page.html"), { file: "act.html" }).tree;
    const paths: string[] = [];
    const visit = (node: Provision): void => {
      if (["clause", "item", "chapter", "note", "regulation", "annex", "row"].includes(node.type))
        paths.push(node.path);
      node.children?.forEach(visit);
    };
    visit(tree);
    expect(paths).toEqual([
      "clause-1",
      "clause-2",
      "annex-1",
      "annex-1/note",
      "annex-1/chapter-1",
      "annex-1/chapter-1/clause-1",
      "annex-1/chapter-1/clause-2",
      "annex-1/chapter-1/clause-2/item-1",
      "annex-1/chapter-1/clause-2/item-2",
      "annex-1/chapter-2",
      "annex-1/chapter-2/clause-3",
      "annex-1/chapter-2/clause-4",
      "annex-1/annex-1",
      ...[1, 2, 3, 4, 5, 6].map((row) => `annex-1/annex-1/table/row-${row}`),
    ]);
  });

  it("leads every paragraph back to its element and the anchor before it", () => {
    const placeOf = (words: string): unknown => placeAt(value.places ?? [], value.content.indexOf(words));
    expect(placeOf("Осы қағидалар")).toEqual({ in: "html", element: "#z4", anchor: "z4" });
    expect(placeOf("3. Қызмет көрсету мерзімі")).toMatchObject({ anchor: "z5" });
    expect(placeOf("облыстардың")).toMatchObject({
      element: expect.stringMatching(/td:nth-of-type\(3\)$/u) as string,
    });
  });

  it("is told as it was before its changes, too", () => {
    const before = ingested(documentBytes("register-page.html"), "original").value.content;
    expect([value.content.includes("5 (бес) жұмыс күні."), value.content.includes("10 (он)")]).toEqual([
      true,
      false,
    ]);
    expect([before.includes("10 (он) жұмыс күні."), before.includes("бастап 5 (бес)")]).toEqual([
      true,
      false,
    ]);
  });
});

describe("the letters of a page", () => {
  it("are told by its mark, its meta, as UTF-8 and as windows-1251", () => {
    const words = "<p>Қызмет</p><p>көрсету</p><p>мерзімі</p>";
    expect(paragraphsOf(ingested(Buffer.from(`\u{FEFF}${words}`)).value)[0]).toBe("Қызмет");
    expect(paragraphsOf(ingested(Buffer.from(`\u{FEFF}${words}`, "utf16le")).value)[0]).toBe("Қызмет");
    expect(paragraphsOf(ingested(Buffer.from(words)).value)[0]).toBe("Қызмет");
    const russian = ingested(documentBytes("page-1251.html"));
    expect(paragraphsOf(russian.value)[1]).toBe(
      "1. Услугодатель выдаёт справку в течение 3 (трёх) рабочих дней.",
    );
    expect(codesOf(russian)).toEqual(["ingest/charset"]);
    const koi8 = Buffer.concat([
      Buffer.from('<html><meta charset="koi8-r"><p>'),
      Buffer.from([0xd3, 0xd2, 0xcf, 0xcb]),
    ]);
    expect(paragraphsOf(ingested(koi8).value)).toEqual(["срок"]);
  });

  it("that say windows-1251 and are UTF-8 are read as what they are", () => {
    const mislabelled = Buffer.from('<html><meta charset="windows-1251"><p>Қызмет көрсету</p></html>');
    expect(paragraphsOf(ingested(mislabelled).value)).toEqual(["Қызмет көрсету"]);
  });

  it("of KZ-1048 are Kazakh; of a Kazakh page in windows-1251 they are lost, and that is an error", () => {
    const kazakh = ingested(documentBytes("page-kz-1048.html"));
    expect(paragraphsOf(kazakh.value)[1]).toBe(
      "1. Қызмет өтініш берілген күннен бастап 5 (бес) жұмыс күні ішінде көрсетіледі.",
    );
    const damaged = ingested(documentBytes("damaged-page.html"));
    const error = damaged.findings.find(({ severity }) => severity === "error");
    expect(error?.code).toBe("ingest/letters-lost");
    expect(Number(error?.details?.["times"])).toBeGreaterThan(50);
  });
});

describe("parts of pages", () => {
  it("are told from Markdown, which may begin with a table, and a page needs no html", () => {
    const format = (text: string): string => ingested(Buffer.from(text)).value.format;
    expect(format("<p>бір<p>екі<br>үш")).toBe("html");
    expect(format("<!-- а --><?xml version='1.0'?>\n<HTML><body>бір")).toBe("html");
    expect(format("<table><tr><td>бір</td><td>екі</td><td>үш</td></tr></table>\n\n## Тарау\n\n1. Бап")).toBe(
      "markdown",
    );
    expect(format('<a id="p4"></a>\n\n1. Бап')).not.toBe("html");
    expect(format("1. Бап <p> белгісі туралы")).toBe("text");
  });

  it("numbers of lists are those that a browser shows; a list without numbers is none", () => {
    expect(read('<ol start="3"><li>үш<li value="7"><p>жеті</p><li>сегіз</ol><ul><li>белгі</ul>')).toEqual([
      "3. үш",
      "7. жеті",
      "8. сегіз",
      "белгі",
    ]);
    expect(read('<ol type="a"><li>а</ol><ol style="list-style-type: upper-roman"><li>б<li>в</ol>')).toEqual([
      "a. а",
      "I. б",
      "II. в",
    ]);
  });

  it("a page with a text as typed, as browsers save one, is read as that text", () => {
    const text = `${"      1. Бірінші\nтармақ.\n".repeat(12)}      2. Екінші.\n\nБекітілген`;
    expect(read(`<pre>${text}</pre>`)).toEqual([
      ...Array.from({ length: 12 }, () => "1. Бірінші\nтармақ."),
      "2. Екінші.",
      "Бекітілген",
    ]);
  });

  it("a line break in a sentence parts nothing, and a raised digit is no other number", () => {
    expect(read("<h1>Т</h1><p>1. Қызмет<br>беруші.<br>2. Өтініш<p>14<sup>1</sup>-бап")).toEqual([
      "Т",
      "1. Қызмет\nберуші.",
      "2. Өтініш",
      "14¹-бап",
    ]);
  });

  it("a page nested deeper than any, or with a tag without end, is refused", () => {
    const refused = (body: string): string[] => codesOf(ingested(page(body)));
    expect(refused("<div>".repeat(100_000))).toEqual(["ingest/too-deep"]);
    expect(refused("<table><tr><td>".repeat(100_000))).toEqual(["ingest/too-deep"]);
    expect(refused(`<p ${"a=1 b ".repeat(100_000)}>`)).toEqual(["ingest/too-deep"]);
    expect(refused("<script>")).toEqual(["ingest/empty"]);
  });
});
