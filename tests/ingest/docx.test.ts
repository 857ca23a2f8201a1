import { describe, expect, it } from "vitest";
import { placeAt } from "../../src/model/source-place.ts";
import { codesOf, documentBytes, ingested, paragraphsOf } from "./documents.ts";

const draft = documentBytes("draft.docx");

describe("a document of Word", () => {
  const now = ingested(draft);
  const paragraphs = paragraphsOf(now.value);

  it("has the numbers that another program shows, over levels, restarts and headings between", () => {
    const shown = documentBytes("draft.libreoffice.txt")
      .toString("utf8")
      .split("\n")
      .map((line) => /^ +((?:\d+|[IVX]+|\p{Ll})(?:\.\d+)?[.)]) (\S+(?: \S+)?)/u.exec(line))
      .flatMap((match) => (match === null ? [] : [`${match[1] ?? ""} ${match[2] ?? ""}`]));
    expect(shown.length).toBe(15);
    const ours = paragraphs.filter((one) => typeof one === "string" && /^\S+[.)] /u.test(one)) as string[];
    expect(
      ours
        .filter((one) => !one.startsWith("1-тарау") && !one.startsWith("2-тарау"))
        .map((one) => one.split(" ").slice(0, 3).join(" ")),
    ).toEqual(shown.map((one) => one.replace("51-бапқа", "5¹-бапқа")));
  });

  it("has its heading, its stamp as one block, its note behind the paragraph, and merged cells in their first", () => {
    expect(now.value.blocks.slice(0, 3).map(({ kind, bold }) => [kind, bold ?? false])).toEqual([
      ["quote", false],
      ["heading", true],
      ["paragraph", true],
    ]);
    expect(paragraphs[0]).toBe(
      "Қазақстан Республикасы\nДенсаулық сақтау министрінің\n2024 жылғы 27 қарашадағы\n№ 99 бұйрығына\n1-қосымша",
    );
    expect(paragraphs[4]).toBe("Бұл ескертпе қағидалардың бөлігі болып табылады.");
    expect(paragraphs.at(-1)).toEqual([
      [["Негізгі талаптар тізбесі"], [], []],
      [["1"], ["Қызмет берушінің атауы"], ["облыстардың әкімдіктері", "аудандардың әкімдіктері"]],
      [["2"], ["Қызмет көрсету мерзімі"], ["5 (бес) жұмыс күні"]],
    ]);
  });

  it("has two texts: with its changes accepted, and as it was before them; hidden words are in neither and told", () => {
    const term = (changes: "accepted" | "original"): unknown =>
      paragraphsOf(ingested(draft, changes).value).find((one) => String(one).startsWith("3. "));
    expect(term("accepted")).toBe(
      "3. Қызмет көрсету мерзімі өтініш берілген күннен бастап 5 (бес) жұмыс күні.",
    );
    expect(term("original")).toBe(
      "3. Қызмет көрсету мерзімі өтініш берілген күннен бастап 10 (он) жұмыс күні.",
    );
    expect(now.findings.map(({ code, severity, details }) => ({ code, severity, details }))).toEqual([
      {
        code: "ingest/tracked-changes",
        severity: "note",
        details: { insertions: 1, deletions: 1, read: "accepted" },
      },
      {
        code: "ingest/hidden-text",
        severity: "warning",
        details: { letters: 15, words: "Жасырын мәтін." },
      },
    ]);
  });

  it("leads back to paragraphs, cells and notes", () => {
    const placeOf = (words: string): unknown =>
      placeAt(now.value.places ?? [], now.value.content.indexOf(words));
    expect(placeOf("1-қосымша")).toEqual({ in: "docx", paragraph: 5 });
    expect(placeOf("Бұл ескертпе")).toEqual({ in: "docx", paragraph: 1, note: 1 });
    expect(placeOf("аудандардың")).toMatchObject({ in: "docx", table: { table: 1, row: 3, cell: 3 } });
  });
});

describe("what is no whole document of Word", () => {
  it("is refused with the reason: cut off, without its text, of another kind, not to be unpacked", () => {
    expect(codesOf(ingested(draft.subarray(0, draft.length - 40)))).toEqual(["ingest/broken-archive"]);
    expect(codesOf(ingested(draft.subarray(0, 3000)))).toEqual(["ingest/broken-archive"]);
    expect(codesOf(ingested(Buffer.from("PK\u{3}\u{4}word/document.xml")))).toEqual([
      "ingest/broken-archive",
    ]);
    expect(codesOf(ingested(documentBytes("draft.odt")))).toEqual(["ingest/needs-office"]);
    expect(codesOf(ingested(documentBytes("draft.doc")))).toEqual(["ingest/needs-office"]);
    expect(codesOf(ingested(documentBytes("draft.rtf")))).toEqual(["ingest/needs-office"]);
  });
});
