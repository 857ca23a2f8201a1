import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
import type { SourceText } from "../../src/ingest/source-text.ts";
import { TEXTS, textOf } from "../structure/reading.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): SourceText => ingest(utf8(text), { file: "t.txt" }).value;
const words = ({ content, blocks }: SourceText): string[] =>
  blocks.map(({ span }) => content.slice(span.start, span.end));

describe("bytes", () => {
  it("become a text with their hash, whatever the offsets of a byte order mark and of line breaks", () => {
    const bytes = utf8("\u{FEFF}бір\r\nекі");
    const { value, findings } = ingest(bytes, { file: "t.txt" });
    expect(value.content).toBe("бір\r\nекі");
    expect(value.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(findings).toEqual([]);
  });

  const refused = (bytes: Uint8Array): string | undefined => {
    const { value, findings } = ingest(bytes, { file: "t.txt" });
    expect(value.content).toBe("");
    expect(value.blocks).toEqual([]);
    return findings[0]?.code;
  };

  it("that are no text in UTF-8 are refused, each for its reason", () => {
    expect(refused(new Uint8Array())).toBe("ingest/empty");
    expect(refused(utf8(" \n\t\n"))).toBe("ingest/empty");
    expect(refused(Buffer.from("1. Жалпы ережелер\n".repeat(9), "utf16le"))).toBe("ingest/utf-16");
    expect(refused(Buffer.from("1. Жалпы ережелер\n".repeat(9), "utf16le").swap16())).toBe("ingest/utf-16");
    expect(refused(Buffer.from("\u{FEFF}Жалпы", "utf16le"))).toBe("ingest/utf-16");
    expect(refused(Buffer.from("\u{FEFF}General provisions", "utf16le").swap16())).toBe("ingest/utf-16");
    expect(refused(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]))).toBe("ingest/binary");
    expect(refused(Uint8Array.from([0xc6, 0xe0, 0xeb, 0xef, 0xfb, 0x20, 0xe5, 0xf0]))).toBe(
      "ingest/not-utf-8",
    );
  });

  it("of kinds that hold no text, or not as letters, are refused by their kind, whatever the file is called", () => {
    const kinds = (bytes: Uint8Array): unknown[] => {
      const { findings } = ingest(bytes, { file: "act.txt" });
      return findings.map(({ code, details }) => [code, details?.["kind"]]);
    };
    const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
    expect(kinds(latin("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"))).toEqual([["ingest/no-text", "picture"]]);
    expect(kinds(latin("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))).toEqual([["ingest/pdf", "pdf"]]);
    expect(kinds(latin("{\\rtf1\\ansi}"))).toEqual([["ingest/needs-office", "rtf"]]);
    expect(kinds(latin("PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml"))).toEqual([
      ["ingest/no-text", "spreadsheet"],
    ]);
    expect(kinds(latin("PK\x03\x04\x14\0\0\0\0\0song.mp3"))).toEqual([["ingest/no-text", "zip"]]);
  });

  it("name the first byte that UTF-8 does not allow", () => {
    const { findings } = ingest(Buffer.concat([utf8("Жалпы "), Uint8Array.from([0xff, 0x41])]), {
      file: "t.txt",
    });
    expect(findings[0]?.details).toEqual({ byte: 11 });
  });
});

describe("the kind of a text is told by its content", () => {
  it("the corpus: one Markdown text among the five, though all are named .txt", () => {
    expect(TEXTS.map((name) => read(textOf(name)).format)).toEqual([
      "text",
      "markdown",
      "text",
      "text",
      "text",
    ]);
  });

  it("a number sign or a star in a plain text makes no Markdown of it", () => {
    expect(read("      1. № 5 бұйрық.\n      * Дәрігер қол қояды.\n      # 3\n").format).toBe("text");
    expect(read("## Жалпы ережелер\n\n1. Бап").format).toBe("markdown");
    expect(read("| а | б |\n|---|---|\n| в | г |").format).toBe("markdown");
  });
});

describe("plain text", () => {
  it("an indented line or one after a blank line begins a block", () => {
    const source = read(
      "\nТақырып\nжалғасы\n\n      1. Бірінші\nжалғасы.\n      2. Екінші.\n\n \n\nБекітілген\n",
    );
    expect(words(source)).toEqual(["Тақырып\nжалғасы", "1. Бірінші\nжалғасы.", "2. Екінші.", "Бекітілген"]);
    expect(source.blocks.map(({ indent }) => indent)).toEqual([0, 6, 6, 0]);
    expect(source.blocks.map(({ blankLines }) => blankLines)).toEqual([1, 1, 0, 3]);
    expect(source.blocks.map(({ afterSection }) => afterSection)).toEqual([false, false, false, true]);
  });
});

describe("Markdown", () => {
  it("fields before the text are none of its words, and a line of dashes alone is no field", () => {
    const fields = read("---\nact_code: '140664'\nlanguage: rus\n---\n\n# Бұйрық\n\n1. Бірінші\n");
    expect(words(fields)).toEqual(["# Бұйрық", "1. Бірінші"]);
    expect(words(read("# Бұйрық\n\n---\n\nкүні: 1 мамыр\n\n---\n"))).toContain("күні: 1 мамыр");
    expect(words(read("---\n\n# Бұйрық\n\n---\n"))).toContain("# Бұйрық");
  });

  it("headings, quotes, fences and lists are told apart, and numbers stay words", () => {
    const source = read("# Бір\n\n> *Екі*\n> *үш*\n\n- 1) төрт\n- 2) бес\n\n```\nалты ___\n```\n\n1. жеті\n");
    expect(source.blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "quote",
      "paragraph",
      "paragraph",
      "literal",
      "paragraph",
    ]);
    expect(source.blocks[2]?.markup).toEqual([
      { at: { start: source.content.indexOf("- 1)"), end: source.content.indexOf("1) төрт") }, by: "" },
    ]);
    expect(words(source).at(-1)).toBe("1. жеті");
    expect(source.blocks.at(-1)?.markup).toBeUndefined();
  });

  it("a hard line break after the end of an item begins a block, another one does not", () => {
    expect(words(read("## а\n\n1) бір;  \n2) екі;  \nүш  \nтөрт"))).toEqual([
      "## а",
      "1) бір;",
      "2) екі;",
      "үш  \nтөрт",
    ]);
  });

  it("an HTML table has its rows, cells and lines, also where a table stands in a cell", () => {
    const source = read(
      "## а\n\n<table><tr><td>1</td><td>\nбір\nекі\n</td></tr><tr><td>2<table><tr><td>үш</td></tr></table></td></tr></table>\n",
    );
    const table = source.blocks.find(({ kind }) => kind === "table");
    const cells = table?.rows?.map((row) =>
      row.map((cell) => cell.paragraphs.map(({ start, end }) => source.content.slice(start, end))),
    );
    expect(cells).toEqual([[["1"], ["бір", "екі"]], [["2"]], [["үш"]]]);
  });
});

it("blocks are in order, do not overlap, and leave out nothing but white space and rows between tables", () => {
  const line = fc.constantFrom(
    "а",
    "      б",
    " в",
    "",
    " ",
    "\t",
    "# г",
    "> д",
    "- е",
    "1) ж",
    "| з | и |",
    "|---|---|",
    "к\tл",
    "```",
    "<table>",
    "</table>",
    "<td>м",
    "**н**",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n"), (lines, feed) => {
      const { content, blocks } = read(lines.join(feed));
      let end = 0;
      for (const { span } of blocks) {
        expect(content.slice(end, span.start).trim()).toBe("");
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(content.slice(end).trim()).toBe("");
    }),
    { numRuns: 500, seed: 11 },
  );
});
