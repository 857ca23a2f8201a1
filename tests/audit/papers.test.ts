import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { runIn, type Told } from "../in-process.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-papers-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const run = (...argv: readonly string[]): Promise<Told> => runIn(folder, argv);
const audit = (...more: readonly string[]): Promise<Told> =>
  run("audit", join(EXAMPLES, "log.csv"), "--map", join(EXAMPLES, "map.json"), ...more);

/** The words of a document, part by part. */
const wordsOf = (path: string): string =>
  strFromU8(unzipSync(readFileSync(path))["word/document.xml"] ?? new Uint8Array())
    .replaceAll("</w:p>", "\n")
    .replaceAll(/<[^>]+>/g, "");

describe("papers of an audit", () => {
  it.each(LANGUAGES)("are a summary to be printed and annexes of an act: %s", async (language) => {
    const out = join(folder, language);
    await audit("-o", out, "--brief", "--annex", "N-0", "N-43", "--lang", language);
    const annex = wordsOf(join(out, "annex.docx"));
    // N-0 was handed in on Thursday the 31st of July 2025 and answered on the 3rd of August, a Sunday.
    const says = {
      kk: ["N-0 ісі", "31 шілде, бейсенбі", "басталған күн, есептелмейді", "1 тамыз, жұма"],
      ru: ["делу N-0", "31 июля, четверг", "день начала, не считается", "1 августа, пятница"],
      en: ["case N-0", "31 July, Thursday", "day of the start, not counted", "1 August, Friday"],
    }[language];
    for (const words of [...says, "N-43", "2025-08-03 16:10:32", "1 (бір) жұмыс күні ішінде"])
      expect(annex).toContain(words);
    expect(annex).not.toMatch(/undefined|\{[a-z]+\}/);
    const brief = readFileSync(join(out, "brief.html"), "utf8");
    expect(brief).toContain(`<html lang="${language}">`);
    expect(brief).not.toMatch(/undefined|\{[a-z]+\}|<a |<script/);
    // What fills a few pages: rows of its tables and points of its lists.
    expect(brief.match(/<(?:tr|li)>/g)?.length).toBeLessThan(110);
  });

  it("are the same to the last byte when the audit is done again by its seal", async () => {
    const out = join(folder, "sealed");
    await audit("-o", out, "--brief", "--annex", "N-0", "--lang", "ru");
    const { status, out: told } = await run("audit", "--verify", join(out, "seal.json"), "--format", "json");
    expect(JSON.parse(told)).toMatchObject({ holds: true, differences: [], files: 7 });
    expect(status).toBe(0);
  });

  it("need a folder, and a case that the log has", async () => {
    expect(await audit("--annex", "N-0")).toMatchObject({ status: 2 });
    expect(await audit("--brief")).toMatchObject({ status: 2 });
    const { status, err } = await audit("-o", join(folder, "none"), "--annex", "N-nobody", "--lang", "en");
    expect(status).toBe(2);
    expect(err).toContain('the log has no case "N-nobody"');
  });
});
