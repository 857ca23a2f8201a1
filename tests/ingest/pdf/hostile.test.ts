import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { openPdf } from "../../../src/ingest/pdf/open-pdf.ts";
import { receive } from "../../../src/reading.ts";

const whole = readFileSync(join(import.meta.dirname, "../../fixtures/formats/act.libreoffice.pdf"));
const LIMITS = { pages: 100, marks: 100_000, wait: 30_000, memory: 1024 * 1024 * 1024 };
/** Files that are changed at random: some at the desk and on every push, many where tests are run in full. */
const MUTATIONS = process.env["TESTS"] === "full" ? 2_000 : 12;

it("a file with more pages, or more words, than an act can have is refused", async () => {
  expect(await openPdf(whole, { ...LIMITS, pages: 1 })).toMatchObject({ code: "ingest/pdf-too-large" });
  expect(await openPdf(whole, { ...LIMITS, marks: 20 })).toEqual({ code: "ingest/pdf-too-large" });
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
