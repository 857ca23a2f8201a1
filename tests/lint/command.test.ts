import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import type { Log } from "sarif";
import { afterAll, describe, expect, it } from "vitest";
import { tarmaq as run } from "../../src/cli/tarmaq.ts";
import type { Meant } from "../../src/model/meant.ts";
import { faults } from "../../src/files/validate.ts";

const cwd = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-lint-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const BOOK = "rules/kz-mz-2024-99/1/2024-11-27.json";
const ACT = "corpus/003_dbe8bee5fdfd350b.txt";

async function tarmaq(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: "", err: "" };
  stdout.on("data", (part: Buffer) => (texts.out += part.toString()));
  stderr.on("data", (part: Buffer) => (texts.err += part.toString()));
  const status = await run(argv, { stdout, stderr, env: {}, cwd, now: () => 0 });
  return { status, ...texts };
}

describe("tarmaq lint", () => {
  it("tells place, code, quote and the other place, and ends with 1", async () => {
    const { status, out } = await tarmaq("lint", ACT);
    expect(status).toBe(1);
    expect(out).toContain("003_dbe8bee5fdfd350b.txt:134:");
    expect(out).toMatch(
      /warning: .* \[lint\/annex-cited-otherwise\]\n {4}.*«осы Қағидаларға қосымша»\n {4}beside/u,
    );
  });

  it("says how much it had not read: of a text by its ledger, of a rulebook as that says of itself", async () => {
    const unreadOf = async (file: string): Promise<unknown> =>
      (JSON.parse((await tarmaq("lint", file, "--format", "json")).out) as { unread: unknown }).unread;
    const ledger = (await tarmaq("extract", ACT, "--ledger", "--format", "jsonl")).out.trimEnd().split("\n");
    const unread = ledger.filter((line) => line.includes('"account":"unread"'));
    expect(await unreadOf(ACT)).toMatchObject({ places: unread.length, dismissed: 0 });
    const book = JSON.parse(readFileSync(join(cwd, BOOK), "utf8")) as { unread: unknown };
    expect(await unreadOf(BOOK)).toEqual(book.unread);
    expect((await tarmaq("lint", ACT)).out).toMatch(/^[^\n]*\(unread: \d/u);
  });

  it("gives JSON as its schema says, in each language", async () => {
    for (const language of ["kk", "ru", "en"]) {
      const { out } = await tarmaq("lint", ACT, "--format", "json", "--lang", language);
      expect(faults("lint", JSON.parse(out))).toEqual([]);
    }
  });

  it("gives SARIF 2.1.0: rules with help, regions from 1, suppressed results with their reason", async () => {
    const known = join(folder, "known.json");
    writeFileSync(
      known,
      JSON.stringify({
        suppressions: [{ code: "blank-date", quote: "2020 жылғы", reason: "published so in the register" }],
      }),
    );
    const { out } = await tarmaq("lint", ACT, "--format", "sarif", "--suppress", known);
    const log = JSON.parse(out) as Log;
    const [run] = log.runs;
    expect(log.version).toBe("2.1.0");
    expect(run?.tool.driver.rules?.every(({ help }) => (help?.text ?? "").length > 100)).toBe(true);
    for (const result of run?.results ?? []) {
      const region = result.locations?.[0]?.physicalLocation?.region;
      expect(region?.startLine).toBeGreaterThan(0);
      expect(region?.startColumn).toBeGreaterThan(0);
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    }
    const suppressed = (run?.results ?? []).filter(({ suppressions }) => suppressions !== undefined);
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(["lint/blank-date"]);
  });

  it("places a finding in a page by its element, in words as well, and gives no line that a viewer could not find", async () => {
    const page = join(folder, "act.html");
    const paragraphs = readFileSync(join(cwd, ACT), "utf8")
      .split("\n")
      .map((line, at) => `<p id="z${at + 1}">${line.trim().replaceAll("<", "&lt;")}</p>`);
    writeFileSync(
      page,
      `<html><head><meta charset="utf-8"></head><body>${paragraphs.join("\n")}</body></html>`,
    );
    const [run] = (JSON.parse((await tarmaq("lint", page, "--format", "sarif")).out) as Log).runs;
    const [result] = run?.results ?? [];
    const [location] = result?.locations ?? [];
    const element = location?.logicalLocations?.find(({ kind }) => kind === "element")?.fullyQualifiedName;
    expect(element).toMatch(/^#z\d+$/u);
    expect(result?.message.text?.startsWith(`${element ?? ""}: `)).toBe(true);
    expect(location?.physicalLocation?.region).toBeUndefined();
  });

  it("says in SARIF how much of the text is unread, as its other outputs do", async () => {
    const { unread } = JSON.parse((await tarmaq("lint", ACT, "--format", "json")).out) as { unread: object };
    const { out: text } = await tarmaq("lint", ACT);
    const log = JSON.parse((await tarmaq("lint", ACT, "--format", "sarif")).out) as Log;
    const [run] = log.runs;
    expect(run?.properties?.["unread"]).toEqual(unread);
    const [note] = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(note?.message.text ?? "").not.toBe("");
    expect(text).toContain(`(${note?.message.text ?? ""})`);
  });

  it("explains a lint", async () => {
    const { status, out } = await tarmaq("lint", "--explain", "lint/terms-differ");
    expect([status, out.split("\n")[0]]).toEqual([0, "# Two terms for the same thing"]);
  });

  it("looks at a rulebook, by its rules", async () => {
    const { status, out } = await tarmaq("lint", "rules/kz-mz-2024-99/2/2024-11-27.json");
    expect(status).toBe(1);
    expect(out).toContain("lint/cutoff-against-closing");
  });

  it.each([
    [["lint"], "Name a text or a rulebook"],
    [["lint", "no-such-file.txt"], "no-such-file.txt: there is no such file"],
    [["lint", ACT, "--suppress", "package.json"], "schemas/suppressions.schema.json"],
    [["lint", ACT, "--suppress", ACT], "is no JSON"],
    [["lint", "--explain", "nonsense"], "there is no lint nonsense"],
  ])("%j ends with 2 and says the way out", async (argv, words) => {
    const { status, out, err } = await tarmaq(...argv);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /mu);
  });
});

describe("tarmaq diff", () => {
  const OLD = "corpus/000_a653e2419e84acd7.txt";

  it("compares two texts, says that it compares candidates, and ends with 1", async () => {
    const { status, out } = await tarmaq("diff", OLD, ACT);
    expect(status).toBe(1);
    expect(out).toContain("read by machine from the texts; nobody has reviewed");
    expect(out).toContain("paired by name and content");
  });

  it("finds nothing between a text and itself, and ends with 0", async () => {
    const { status, out } = await tarmaq("diff", ACT, ACT, "--format", "json");
    expect(status).toBe(0);
    expect(faults("diff", JSON.parse(out))).toEqual([]);
  });

  it("compares rulebooks by id and by file", async () => {
    const { status, out } = await tarmaq(
      "diff",
      "kz-mz-2024-99/1@2024-11-27",
      "rules/kz-mz-2024-99/1/2024-11-27.json",
    );
    expect(status).toBe(0);
    expect(out).toContain("Compared from reviewed rulebooks");
  });

  it("writes page and table beside", async () => {
    const [html, docx] = [join(folder, "d.html"), join(folder, "d.docx")];
    const { status, err } = await tarmaq(
      "diff",
      OLD,
      ACT,
      "--pair",
      "5=1",
      "--html",
      html,
      "--docx",
      docx,
      "--lang",
      "ru",
    );
    expect([status, err]).toEqual([1, ""]);
  });

  it("tells what a longer term would have meant for a log", async () => {
    const file = join(folder, "longer.json");
    const book = JSON.parse(readFileSync(join(cwd, BOOK), "utf8")) as {
      rules: { kind: string; subject?: string; unit?: string; amount?: number }[];
    };
    for (const rule of book.rules)
      if (rule.kind === "deadline" && rule.subject === "service" && rule.unit === "working-day")
        rule.amount = 30;
    writeFileSync(file, JSON.stringify(book));
    const log = "examples";
    const asked = [
      "diff",
      BOOK,
      file,
      "--log",
      join(cwd, log, "log.csv"),
      "--map",
      join(cwd, log, "map.json"),
    ];
    const { status, out } = await tarmaq(...asked, "--format", "json");
    expect(status).toBe(1);
    const comparison = JSON.parse(out) as { meant: Meant };
    expect(faults("diff", comparison)).toEqual([]);
    // Thirty working days for one: nobody becomes late by it; who was late, or answered in the evening of the last day, is in time.
    const { changes, changed, cases } = comparison.meant;
    expect(cases).toBe(120);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(({ to }) => to.includes("late") || to.includes("cannot-be-told"))).toEqual([]);
    expect(changes.every(({ from }) => from.includes("late") !== from.includes("cannot-be-told"))).toBe(true);
    expect(changes.some(({ from }) => from.includes("late"))).toBe(true);
    expect(changes.reduce((sum, change) => sum + change.cases, 0)).toBeGreaterThanOrEqual(changed);
    // Both versions lie on the same law, and what rests on it alone comes out alike.
    expect(comparison.meant.law.is).toBe("beneath");
    expect(changes.filter(({ old, new: now }) => `${old} ${now}`.includes("kz-law/"))).toEqual([]);
    expect((await tarmaq(...asked, "--without-law")).out).toContain("it was left out");
  });

  it.each([
    [["diff", OLD, ACT, "--log", "x.csv"], "--map"],
    [["diff", OLD, ACT, "--log", "x.csv", "--map", "m.json"], "a text is none"],
    [["diff", OLD], "Name the new version as well"],
    [["diff", OLD, "nowhere"], "there is no file, rulebook or act nowhere"],
    [["diff", OLD, ACT, "--pair", "5=77"], "Services there: "],
    [["diff", OLD, "package.json"], "schemas/rulebook.schema.json"],
  ])("%j ends with 2 and says the way out", async (argv, words) => {
    const { status, out, err } = await tarmaq(...argv);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(words);
  });
});
