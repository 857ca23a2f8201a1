import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Log } from "sarif";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tarmaq as run } from "../../src/cli/tarmaq.ts";
import { faults } from "../../src/files/validate.ts";

const cwd = mkdtempSync(join(tmpdir(), "tarmaq-parity-"));
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

beforeAll(() => {
  const write = (name: string, text: string): void => {
    writeFileSync(join(cwd, name), text);
  };
  write(
    "act-kaz.md",
    "1. Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды және жауап береді.\n",
  );
  write("act-rus.md", "1. Услугодатель рассматривает документы в течение шести рабочих дней и дает ответ.\n");
  write("same-rus.md", "1. Услугодатель рассматривает документы в течение пяти рабочих дней и дает ответ.\n");
  write("book.json", "{}");
  write("empty.md", "");
});

async function tarmaq(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: "", err: "" };
  stdout.on("data", (part: Buffer) => (texts.out += part.toString()));
  stderr.on("data", (part: Buffer) => (texts.err += part.toString()));
  const status = await run(argv, { stdout, stderr, env: {}, cwd, now: () => 0 });
  return { status, ...texts };
}

describe("tarmaq parity", () => {
  it("tells both quotes at their places and ends with 1 where something differs", async () => {
    const { status, out } = await tarmaq("parity", "act-kaz.md", "act-rus.md");
    expect(status).toBe(1);
    expect(out).toContain("in Kazakh “бес жұмыс күні”; in Russian “шести рабочих дней”");
    expect(out).toContain("act-kaz.md:1:");
    expect(out).toContain("act-rus.md:1:");
  });

  it("ends with 0 where nothing does, whichever text comes first", async () => {
    expect((await tarmaq("parity", "act-kaz.md", "same-rus.md")).status).toBe(0);
    expect((await tarmaq("parity", "same-rus.md", "act-kaz.md")).status).toBe(0);
  });

  it("gives JSON as its schema says, with lines", async () => {
    const { out } = await tarmaq("parity", "act-kaz.md", "act-rus.md", "--format", "json");
    const report: unknown = JSON.parse(out);
    expect(faults("parity", report)).toEqual([]);
    expect(report).toMatchObject({
      differences: [
        { class: "deadline", weight: "major", first: [{ lines: [1, 1] }], second: [{ lines: [1, 1] }] },
      ],
    });
  });

  it("gives SARIF with a rule for each result and both places", async () => {
    const { out } = await tarmaq("parity", "act-kaz.md", "act-rus.md", "--format", "sarif");
    const [log] = (JSON.parse(out) as Log).runs;
    const [result] = log?.results ?? [];
    expect(log?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe("parity/deadline");
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("act-kaz.md");
    expect(result?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("act-rus.md");
  });

  it("says what is to be known of a file beside its text", async () => {
    const print = join(import.meta.dirname, "../fixtures/formats/act.chromium.pdf");
    const { err, out } = await tarmaq("parity", print, "same-rus.md", "--lang", "en");
    expect(err).toContain("act.chromium.pdf: left out, as it recurs on the pages:");
    expect(out).toMatch(/act\.chromium\.pdf: page \d+, \d+ cm from the top/u);
  });

  it("writes a page that quotes nothing unescaped", async () => {
    writeFileSync(
      join(cwd, "evil-rus.md"),
      "1. Услугодатель `<img src=x>` рассматривает документы в течение шести рабочих дней и дает ответ.\n",
    );
    await tarmaq("parity", "act-kaz.md", "evil-rus.md", "--html", "page.html", "--lang", "ru");
    const page = readFileSync(join(cwd, "page.html"), "utf8");
    expect(page).toContain("на русском «шести рабочих дней»");
    expect(page).not.toContain("<img");
  });

  it("is what diff points to for two languages, which are no versions of one another", async () => {
    const { status, out, err } = await tarmaq("diff", "act-kaz.md", "act-rus.md");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("act-kaz.md is in Kazakh and act-rus.md in Russian");
    expect(err).toContain("`tarmaq parity`");
  });

  it("says that two acts are hardly one, in the place of a list of everything", async () => {
    const clause = (number: number, text: string): string => `${number}. ${text}`;
    const days = Array.from({ length: 12 }, (_, index) => index + 1);
    writeFileSync(
      join(cwd, "one-kaz.md"),
      days
        .map((day) => clause(day, `Көрсетілетін қызметті беруші шағымды ${day} ай ішінде қарайды.`))
        .join("\n\n"),
    );
    writeFileSync(
      join(cwd, "another-rus.md"),
      days
        .map((day) => clause(day, `Банк выдает справку о доходах через портал за ${day + 40} минут.`))
        .join("\n\n"),
    );
    const { status, out, err } = await tarmaq("parity", "one-kaz.md", "another-rus.md");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("hardly two texts of one act");
  });

  it.each([
    [["act-kaz.md", "act-kaz.md"], "both texts are in Kazakh"],
    [["act-kaz.md", "empty.md"], "there is nothing in it"],
    [["act-rus.md", "same-rus.md"], "tarmaq diff"],
    [["act-kaz.md", "book.json"], "Name the text of the act"],
    [["act-kaz.md", "none.md"], "there is no such file"],
  ])("cannot do its work on %j: status 2, with the way out", async (files, wayOut) => {
    const { status, err } = await tarmaq("parity", ...files);
    expect(status).toBe(2);
    expect(err).toContain(wayOut);
  });
});
