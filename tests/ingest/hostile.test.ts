import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { documentBytes, ingested, codesOf } from "./documents.ts";
import { mutated, random } from "./mutations.ts";

const TIMES = process.env["TESTS"] === "full" ? 3000 : 150;
const draft = documentBytes("draft.docx");
const parts = unzipSync(draft);
const withPart = (name: string, bytes: Uint8Array, level: 0 | 6 = 6): Buffer =>
  Buffer.from(zipSync({ ...parts, [name]: bytes }, { level }));
const withDocument = (xml: string): Buffer => withPart("word/document.xml", Buffer.from(xml));

/** Either a text whose blocks lie in it in order, or no text and the error that says why. */
function isReadOrRefused(bytes: Buffer): void {
  const { value, findings } = ingested(bytes);
  if (value.content === "") expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  let end = 0;
  for (const { span } of value.blocks) {
    if (span.start < end || span.end <= span.start || span.end > value.content.length)
      throw new Error(`blocks overlap at ${span.start}`);
    end = span.end;
  }
}

describe("bytes changed at random are read or refused", () => {
  it("of a document as it lies on the disk", () => {
    const next = random(17);
    for (let time = 0; time < TIMES; time += 1) isReadOrRefused(mutated(draft, next));
  });

  it("of the parts that are packed in it", () => {
    const next = random(18);
    for (const name of ["word/document.xml", "word/numbering.xml", "word/styles.xml"])
      for (let time = 0; time < TIMES / 3; time += 1)
        isReadOrRefused(withPart(name, mutated(parts[name] ?? Buffer.from(""), next)));
  });

  it("of a page", () => {
    const next = random(19);
    const page = documentBytes("register-page.html");
    for (let time = 0; time < TIMES; time += 1) isReadOrRefused(mutated(page, next));
  });
});

describe("what was made to do harm is refused", () => {
  const MEGABYTE = 1024 * 1024;

  it("a part that would fill the memory, also where the directory says that it is small", () => {
    const bomb = withPart("word/document.xml", Buffer.alloc(40 * MEGABYTE, " "));
    expect(codesOf(ingested(bomb))).toEqual(["ingest/bomb"]);
    const entry = bomb.lastIndexOf("word/document.xml") - 46;
    expect(bomb.readUInt32LE(entry + 24)).toBe(40 * MEGABYTE);
    bomb.writeUInt32LE(1000, entry + 24);
    expect(codesOf(ingested(bomb))).toEqual(["ingest/bomb"]);
  });

  it("elements nested without end, entities that grow, and what is no XML; the part and line are told", () => {
    expect(codesOf(ingested(withDocument("<w:p>".repeat(200_000))))).toEqual(["ingest/too-deep"]);
    const laughs = `<!DOCTYPE d [<!ENTITY a "${"ha".repeat(99)}"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>`;
    expect(codesOf(ingested(withDocument(laughs)))).toEqual(["ingest/broken-xml"]);
    const { findings } = ingested(withDocument("<w:document>\n<w:body>\n</w:document>"));
    expect(findings.map(({ code, details }) => ({ code, details }))).toEqual([
      { code: "ingest/broken-xml", details: { part: "word/document.xml", line: 3 } },
    ]);
  });

  it("a document of very many paragraphs, rows and fields that do not end is read in its own time", () => {
    const paragraphs =
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>а</w:t></w:r></w:p><w:p><w:r><w:t>бір.</w:t></w:r></w:p>";
    const row =
      "<w:tr><w:tc><w:p><w:r><w:t>екі</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>үш</w:t></w:r></w:p></w:tc></w:tr>";
    const body = `${paragraphs.repeat(10_000)}<w:tbl>${row.repeat(10_000)}</w:tbl>`;
    const document = Buffer.from(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);
    const { value } = ingested(withPart("word/document.xml", document, 0));
    expect(value.blocks.length).toBe(10_001);
    expect(value.blocks.at(-1)?.rows?.length).toBe(10_000);
  });
});
