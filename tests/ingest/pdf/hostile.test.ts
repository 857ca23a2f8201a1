import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { openPdf } from "../../../src/ingest/pdf/open-pdf.ts";
import { receive } from "../../../src/reading.ts";
import { readHostile } from "./read-hostile.ts";
import { onePage, stream } from "./small-pdfs.ts";

const whole = readFileSync(join(import.meta.dirname, "../../fixtures/formats/act.libreoffice.pdf"));
const LIMITS = { pages: 100, marks: 100_000, letters: 1_000_000, wait: 30_000, memory: 1024 * 1024 * 1024 };
/** Files that are changed at random: some at the desk and on every push, many where tests are run in full. */
const FULL = process.env["TESTS"] === "full";
const MUTATIONS = FULL ? 2_000 : 12;
/** Of small files, made hostile in ten ways. */
const HOSTILE = FULL ? 20_000 : 300;

it("a file with more pages, or more words, than an act can have is refused", async () => {
  expect(await openPdf(whole, "t.pdf", { ...LIMITS, pages: 1 })).toMatchObject({
    code: "ingest/pdf-too-large",
  });
  for (const limit of [{ marks: 20 }, { letters: 20 }])
    expect(await openPdf(whole, "t.pdf", { ...LIMITS, ...limit })).toEqual({ code: "ingest/pdf-too-large" });
});

const pageOf = (content: string): Buffer => onePage(stream(content, true), 800);

it("a page that does not come to an end is ended", async () => {
  const tooSlow = { code: "ingest/pdf-too-slow", details: { page: 1 } };
  const states = pageOf("q ".repeat(300_000));
  expect(await openPdf(states, "t.pdf", { ...LIMITS, wait: 400 })).toEqual(tooSlow);
});

it("a page of very many rules and words is read in its thread, and a word stands in its cell", async () => {
  const each = (draw: (at: number) => string): string =>
    Array.from({ length: 150 }, (_, at) => draw(at)).join("\n");
  const rules = each((at) => `0 ${at * 5} m 745 ${at * 5} l S ${at * 5} 0 m ${at * 5} 745 l S`);
  const words = each((at) => `1 0 0 1 ${at * 5} ${742 - at * 5} Tm (w) Tj`);
  const opened = await openPdf(pageOf(`${rules} BT /F1 3 Tf ${words} ET`), "t.pdf", LIMITS);
  const [table] = "value" in opened ? opened.value.blocks : [];
  expect([table?.rows?.length, table?.rows?.[7]?.length]).toEqual([149, 149]);
  expect(
    table?.rows?.map((row) => row.findIndex(({ paragraphs }) => paragraphs.length > 0)).slice(0, 9),
  ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it("hostile files of one page, ten kinds: each is read or refused, and the reader is never lost", async () => {
  const { files, fates } = await readHostile(HOSTILE);
  expect(files).toBe(HOSTILE);
  expect([...fates.keys()].filter((fate) => fate.endsWith("crash"))).toEqual([]);
  expect([...fates.keys()].filter((fate) => fate.endsWith(": read")).length).toBeGreaterThan(5);
});

it("changed bytes give a reading or an error, and nothing is thrown", { timeout: 3_600_000 }, async () => {
  let seed = 11;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed) % below;
  };
  for (let round = 0; round < MUTATIONS; round += 1) {
    const bytes = Uint8Array.from(whole);
    for (let change = random(40); change >= 0; change -= 1) bytes[random(bytes.length)] = random(256);
    const cut = round % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
    const { value, findings } = await receive(cut, { file: "t.pdf" });
    const refused = findings.some(({ severity }) => severity === "error");
    expect(value.content === "").toBe(refused);
  }
});

it("what unpacks to far more than it holds comes to an end", async () => {
  const packed = deflateSync(Buffer.alloc(20_000_000, " "));
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length ${packed.length}/Filter/FlateDecode>> stream
`;
  const bytes = Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from("\nendstream endobj\ntrailer <</Root 1 0 R>>\n"),
  ]);
  expect((await receive(bytes, { file: "t.pdf" })).findings[0]?.code).toBe("ingest/pdf-scan");
});
