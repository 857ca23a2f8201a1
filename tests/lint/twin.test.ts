import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Log } from "sarif";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tarmaq as run } from "../../src/cli/tarmaq.ts";
import { twinNames } from "../../src/desk/twin-names.ts";
import { faults } from "../../src/files/validate.ts";
import type { LintReport } from "../../src/report/lint/json.ts";

const cwd = mkdtempSync(join(tmpdir(), "tarmaq-twin-"));
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const KAZAKH =
  "1. Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды және жауап береді.\n\n2. Көрсетілетін қызметті беруші мемлекеттік қызметті портал арқылы көрсетеді.\n";
const RUSSIAN =
  "1. Услугодатель рассматривает документы в течение шести рабочих дней и дает ответ.\n\n2. Услугодатель оказывает государственную услугу через портал.\n";

beforeAll(() => {
  const write = (name: string, text: string): void => {
    writeFileSync(join(cwd, name), text);
  };
  write("act-kaz.md", KAZAKH);
  write("act-rus.md", RUSSIAN);
  write("alone-kaz.md", KAZAKH);
  write("other.md", RUSSIAN);
  write("fake-kaz.md", KAZAKH);
  write("fake-rus.md", KAZAKH);
  mkdirSync(join(cwd, "folder"));
  write("folder/kaz.md", KAZAKH);
  write(
    "folder/rus.html",
    `<!doctype html><html><body><p>${RUSSIAN.split("\n\n").join("</p><p>")}</p></body></html>`,
  );
});

async function lint(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: "", err: "" };
  stdout.on("data", (part: Buffer) => (texts.out += part.toString()));
  stderr.on("data", (part: Buffer) => (texts.err += part.toString()));
  const status = await run(["lint", ...argv], { stdout, stderr, env: {}, cwd, now: () => 0 });
  return { status, ...texts };
}

const report = async (...argv: string[]): Promise<LintReport> =>
  JSON.parse((await lint(...argv, "--format", "json")).out) as LintReport;

const codes = ({ findings }: LintReport): readonly string[] =>
  findings.map(({ code }) => code).filter((code) => code.startsWith("lint/twin-"));

describe("the act in its other language", () => {
  it("is held against the text that is named like it beside it: what differs, both quotes, and which text it was", async () => {
    const { status, out } = await lint("act-kaz.md");
    expect(status).toBe(1);
    expect(out).toContain("Held against the text in the other language: act-rus.md");
    expect(out).toContain(
      "act-kaz.md:1:4: error: the two languages differ in a number: term: in Kazakh “бес жұмыс күні”; in Russian “шести рабочих дней” [lint/twin-number]",
    );
    expect(out).toContain("beside act-rus.md:1:4");
  });

  it("is found from the Russian side too, and the Russian words come first", async () => {
    const { findings, twin } = await report("act-rus.md");
    const [finding] = findings.filter(({ code }) => code === "lint/twin-number");
    expect(twin).toBe("act-kaz.md");
    expect(finding?.severity).toBe("error");
    expect(finding?.places.map(({ file, quote, line }) => [file, quote.slice(0, 12), line])).toEqual([
      [undefined, "Услугодатель", 1],
      ["act-kaz.md", "Көрсетілетін", 1],
    ]);
  });

  it("may be in another format, in a folder that names texts by their language alone", async () => {
    const held = await report("folder/kaz.md");
    expect(held.twin).toBe("rus.html");
    expect(codes(held)).toEqual(["lint/twin-number"]);
    expect(faults("lint", held)).toEqual([]);
  });

  it("is none where it is not wanted, where none is there, and where what is named so is in the same language", async () => {
    for (const argv of [["act-kaz.md", "--no-twin"], ["alone-kaz.md"], ["fake-kaz.md"]]) {
      const alone = await report(...argv);
      expect([alone.twin, codes(alone)]).toEqual([undefined, []]);
    }
  });

  it("may be named", async () => {
    const held = await report("alone-kaz.md", "--twin", "other.md");
    expect([held.twin, codes(held)]).toEqual(["other.md", ["lint/twin-number"]]);
  });

  it.each([
    ["fake-rus.md", "both texts are in Kazakh"],
    ["none.md", "there is no such file"],
  ])("that was named and is none ends with 2: %s", async (named, words) => {
    const { status, err } = await lint("act-kaz.md", "--twin", named);
    expect(status).toBe(2);
    expect(err).toContain(words);
  });

  it("has its own file in SARIF", async () => {
    const { out } = await lint("act-kaz.md", "--format", "sarif");
    const [log] = (JSON.parse(out) as Log).runs;
    const result = (log?.results ?? []).find(({ ruleId }) => ruleId === "lint/twin-number");
    const uris = [...(result?.locations ?? []), ...(result?.relatedLocations ?? [])].map(
      ({ physicalLocation }) => physicalLocation?.artifactLocation?.uri,
    );
    expect(uris).toEqual(["act-kaz.md", "act-rus.md"]);
  });
});

describe("the name of the other text", () => {
  it.each([
    ["94652-kaz.md", ["94652-rus.md"]],
    ["Kaz.MD", ["rus.docx"]],
    ["act.kk.txt", ["act.ru.txt", "act-rus.docx", "act-rus.md"]],
    ["act_kaz_2025.md", ["act_rus_2025.md"]],
    ["act-kaz.md", ["act-rus.md", "act-rus.docx", "act.ru.txt"]],
    ["act.md", []],
    ["act-kaz", []],
  ])("%s", (name, twins) => {
    const others = [
      "94652-rus.md",
      "94653-rus.md",
      "act-rus.docx",
      "act-rus.md",
      "act.ru.txt",
      "act_rus_2025.md",
      "rus.docx",
      "rus.json",
      "trust.md",
    ];
    expect(twinNames(name, others)).toEqual(twins);
  });
});
