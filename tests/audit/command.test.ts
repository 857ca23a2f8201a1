import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Mapping } from "../../src/log/mapping.ts";
import { faults } from "../../src/files/validate.ts";
import type { AuditFinding, AuditSummary } from "../../src/model/audit.ts";
import { SAMPLE_FOLDER } from "./generate-sample.ts";
import { without } from "./run-on.ts";
import { runIn, type Told } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-command-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: readonly string[]): Promise<Told> => runIn(folder, ["audit", ...argv]);

const LOG = join(SAMPLE_FOLDER, "log.csv");
const MAP = join(SAMPLE_FOLDER, "map.json");

describe("tarmaq audit", () => {
  it("writes findings that the schema knows, one a line, and says that there are some", async () => {
    const { status, out, err } = await run(LOG, "--map", MAP, "--format", "jsonl");
    const findings = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditFinding);
    for (const finding of findings) expect(faults("audit-finding", finding)).toEqual([]);
    expect(status).toBe(1);
    expect(err).toBe("");
    const summary = JSON.parse((await run(LOG, "--map", MAP, "--format", "json")).out) as AuditSummary;
    const counted = Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0);
    expect(findings.length).toBe(counted);
    expect(summary.rows.read + summary.rows.refused).toBe(summary.rows.inFile);
  });

  it("says the same in three languages", async () => {
    for (const [language, word] of [
      ["kk", "Мерзімдер"],
      ["ru", "Сроки"],
      ["en", "Deadlines"],
    ] as const)
      expect((await run(LOG, "--map", MAP, "--lang", language)).out).toContain(word);
  });

  it("writes a report that needs nothing else, and findings that start no formula", async () => {
    const log = join(folder, "formula.csv");
    writeFileSync(
      log,
      "дело,что,когда\n\"=cmd|'/c calc'!A1\",<script>alert(1)</script>,2025-03-17T10:00:00+05:00\n\"=cmd|'/c calc'!A1\",out,2025-05-17T10:00:00+05:00\n",
    );
    const map = join(folder, "map.json");
    writeFileSync(
      map,
      JSON.stringify({
        columns: { case: "дело", activity: "что", time: "когда" },
        events: { "<script>alert(1)</script>": "submitted", out: "result-issued" },
        defaults: { service: "kz-mz-2024-99/1", channel: "portal", provider: "@<b>" },
      }),
    );
    const out = join(folder, "out");
    const html = join(out, "report.html");
    await run(log, "--map", map, "-o", out, "--html", html, "--lang", "ru");
    expect(readdirSync(out).sort()).toEqual([
      "findings.csv",
      "findings.parquet",
      "report.html",
      "seal.json",
      "summary.json",
      "worksheet.csv",
      "worksheet.xlsx",
    ]);
    const csv = readFileSync(join(out, "findings.csv"), "utf8");
    expect(csv).toContain("'=cmd");
    expect(csv).toContain("'@<b>");
    expect(csv).not.toMatch(/(?:^|,)"?[=@]/m);
    const page = readFileSync(html, "utf8");
    expect(page).not.toMatch(/<script|<b>(?=,)|(?:src|href)="(?!#)|@import|url\(/);
    expect(page).toContain("=cmd|&#39;/c calc&#39;!A1");
    expect(page).toContain('<html lang="ru">');
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page, id).toContain(`id="${id ?? ""}"`);
  });

  it("counts a case day by day, and says what another way of counting would flip", async () => {
    const { out } = await run(LOG, "--map", MAP, "--explain", "N-0");
    expect(out).toContain("1 August, Friday: counted 1");
    const told =
      (
        await run(LOG, "--map", MAP, "--without-law", "--what-if", "countsStartDay=true", "--format", "json")
      ).out
        .split("\n")
        .at(-2) ?? "";
    const whatIf = JSON.parse(told) as {
      deadlines: number;
      flips: { from: string; to: string; findings: number }[];
    };
    expect(whatIf.flips.length).toBeGreaterThan(0);
    for (const { from, to } of whatIf.flips) expect([from, to]).toEqual(["met", "late"]);
    const same = await run(
      LOG,
      "--map",
      MAP,
      "--without-law",
      "--what-if",
      "countsStartDay=false",
      "--format",
      "json",
    );
    expect(JSON.parse(same.out.split("\n").at(-2) ?? "")).toMatchObject({ flips: [], cases: [] });
  });

  it("proposes a mapping that the schema knows and that reads the log", async () => {
    const { out, status } = await run(LOG, "--suggest-map");
    const mapping = JSON.parse(out) as { columns: unknown; events: Record<string, string> };
    expect(status).toBe(0);
    expect(faults("mapping", mapping)).toEqual([]);
    expect(mapping.columns).toMatchObject({
      case: "іс",
      activity: "әрекет",
      time: "уақыт",
      channel: "тәсіл",
    });
    expect(mapping.events["Өтініш берілді"]).toBe("submitted");
  });

  it("writes its plan as SQL", async () => {
    const out = join(folder, "sql");
    await run(LOG, "--map", MAP, "--emit-sql", out);
    expect(readdirSync(out).sort()).toEqual([
      "1-tables.sql",
      "2-event.sql",
      "3-plan.sql",
      "README.txt",
      "events.csv",
    ]);
    const plan = readFileSync(join(out, "3-plan.sql"), "utf8");
    expect(plan).not.toMatch(/\b(?:asof|qualify|unnest|list_|struct)\b/i);
  });

  it("asks for what is missing, names what is wrong and where, and writes nothing", async () => {
    const out = join(folder, "nothing");
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [[LOG], /no mapping is named/],
      [[join(folder, "no.csv"), "--map", MAP], /is not there/],
      [[LOG, "--map", join(folder, "no.json")], /is not there/],
      [[LOG, "--map", LOG], /is no JSON/],
      [[LOG, "--map", MAP, "--now", "tomorrow"], /no instant/],
      [[LOG, "--map", MAP, "--memory", "much"], /no size/],
      [[LOG, "--map", MAP, "--what-if", "moon=full"], /changes nothing/],
      [[LOG, "--map", MAP, "--explain", "N-99999"], /no case/],
    ];
    for (const [argv, message] of wrong) {
      const told = await run(...argv, "-o", out);
      expect(told.status, argv.join(" ")).toBe(2);
      expect(told.err).toMatch(message);
      expect(told.err).not.toContain("    at ");
    }
    const strange = join(folder, "strange.json");
    writeFileSync(
      strange,
      JSON.stringify({
        columns: { case: "іс", activity: "әрекет", time: "уақыт" },
        events: { a: "submitted" },
        defaults: { service: "xx/1" },
      }),
    );
    expect((await run(LOG, "--map", strange)).err).toMatch(/no rulebook "xx\/1"/);
    expect(existsSync(join(out, "findings.csv.tmp"))).toBe(false);
  });

  it("judges each provider by the clock that the mapping names, and says so", async () => {
    const zoned = join(folder, "zoned.json");
    const mapping = JSON.parse(readFileSync(MAP, "utf8")) as Record<string, unknown>;
    writeFileSync(zoned, JSON.stringify({ ...mapping, zones: { "№1 емхана": "Asia/Bishkek" } }));
    const findings = async (map: string): Promise<AuditFinding[]> =>
      (await run(LOG, "--map", map, "--format", "jsonl")).out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as AuditFinding);
    const [plain, told] = [await findings(MAP), await findings(zoned)];
    const others = (all: AuditFinding[]): AuditFinding[] =>
      all.filter(({ provider }) => provider !== "№1 емхана");
    expect(others(told)).toEqual(others(plain));
    const first = told.filter(({ provider }) => provider === "№1 емхана");
    expect(first.length).toBeGreaterThan(10);
    for (const { due } of first) expect(due ?? "+06:00").toMatch(/\+06:00$/);

    const [out, page] = [join(folder, "zoned-sql"), join(folder, "zoned.html")];
    const of = first.find(({ outcome }) => outcome === "late")!;
    const { out: text } = await run(
      ...[LOG, "--map", zoned, "--explain", of.case, "--what-if", "countsStartDay=true"],
      ...["--emit-sql", out, "--html", page],
    );
    // The count is told only where it leads to the due time that was found.
    expect(text).toMatch(/^ {2}Due /m);
    expect(of.done).toMatch(/\+06:00$/);
    expect(text).toContain(`${of.done!}  `);
    expect(readFileSync(join(out, "1-tables.sql"), "utf8")).toContain("('№1 емхана', 1)");
    expect(readFileSync(page, "utf8")).toContain("Asia/Almaty, Asia/Bishkek");
    expect(readFileSync(page, "utf8")).toMatch(/each provider&#39;s own clock|each provider's own clock/);
    // The rulebook is one, whatever clocks it is held against.
    expect((await run(LOG, "--map", zoned)).out.match(/kz-mz-2024-99\/1/g)?.length).toBe(1);
  });

  it("tells of a provider with a zone whom the log does not name, lest a slip of the pen be judged by another clock", async () => {
    const mapping = JSON.parse(readFileSync(MAP, "utf8")) as Mapping;
    const [map, page] = [join(folder, "slip.json"), join(folder, "slip.html")];
    const zones = { "№1 емхана": "Asia/Oral", "№2 ембана": "Asia/Oral" };
    writeFileSync(map, JSON.stringify({ ...mapping, zones }));
    const { out } = await run(LOG, "--map", map, "--html", page);
    expect(out).toContain("whom the log does not name:\n  №2 ембана\n");
    expect(readFileSync(page, "utf8")).toMatch(/whom the log does not name:<\/strong> №2 ембана</);
    expect((await run(LOG, "--map", MAP)).out).not.toContain("whom the log does not name");
  });

  it("names a zone that nobody knows, with its place; and zones where nothing says who the provider is", async () => {
    const mapping = JSON.parse(readFileSync(MAP, "utf8")) as Mapping;
    const map = join(folder, "no-zone.json");
    const wrong = async (more: object): Promise<string> => {
      writeFileSync(map, JSON.stringify({ ...mapping, ...more }));
      const told = await run(LOG, "--map", map);
      expect(told.status).toBe(2);
      expect(told.err).not.toContain("    at ");
      return told.err;
    };
    const unknown = await wrong({ zones: { "№1 емхана": "Asia/Oral", "A/B~": "Asia/Atlantis" } });
    for (const part of [
      map,
      "/zones/A~1B~0",
      "there is no time zone Asia/Atlantis",
      "for example Asia/Almaty",
    ])
      expect(unknown).toContain(part);
    const time = await wrong({ time: { zone: "Mars/Phobos" } });
    for (const part of [map, "/time/zone", "Mars/Phobos"]) expect(time).toContain(part);
    const nobody = await wrong({
      columns: without(mapping.columns, "provider"),
      zones: { "№1 емхана": "Asia/Oral" },
    });
    for (const part of [map, "/zones", "columns.provider"]) expect(nobody).toContain(part);
  });
});
