import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAudits } from "../../src/audit/compare/compare.ts";
import { comparedShare } from "../../src/chance/compared-share.ts";
import { faults } from "../../src/files/validate.ts";
import type { AuditSummary } from "../../src/model/audit.ts";
import { runIn, type Told } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-against-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

const run = (...argv: readonly string[]): Promise<Told> => runIn(folder, ["audit", ...argv]);

/** Ten cases of a month at 10:00, each done so many days later; the term is three days. */
const log = (month: string, days: readonly number[]): string =>
  `case,activity,time\n${days
    .map((each, index) => {
      const day = (number: number): string => `${month}-${String(number).padStart(2, "0")}T10:00`;
      return `${month} ${index},s,${day(index + 1)}\n${month} ${index},e,${day(index + 1 + each)}\n`;
    })
    .join("")}`;
const READ = ["--map", at("map.json"), "--rules", at("rules.json"), "--without-law"];
let then: AuditSummary;
let now: AuditSummary;

beforeAll(async () => {
  writeFileSync(
    at("rules.json"),
    JSON.stringify({
      id: "b",
      zone: "Asia/Almaty",
      rules: [{ kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" }],
    }),
  );
  writeFileSync(
    at("map.json"),
    JSON.stringify({
      columns: { case: "case", activity: "activity", time: "time" },
      events: { s: "submitted", e: "result-issued" },
      defaults: { provider: "A" },
    }),
  );
  writeFileSync(at("then.csv"), log("2024-05", Array<number>(10).fill(1)));
  writeFileSync(at("now.csv"), log("2024-06", [2, 2, ...Array<number>(8).fill(5)]));
  await run(at("then.csv"), ...READ, "-o", at("then"));
  await run(
    at("now.csv"),
    ...READ,
    "-o",
    at("now"),
    "--against",
    at("then/summary.json"),
    "--html",
    at("now.html"),
  );
  [then, now] = ["then", "now"].map(
    (name) => JSON.parse(readFileSync(at(`${name}/summary.json`), "utf8")) as AuditSummary,
  ) as [AuditSummary, AuditSummary];
});

describe("a share in time", () => {
  it("has the bounds of Wilson's interval", () => {
    // By hand, and as tables of the interval have them: 8 of 10, none of 10.
    expect(comparedShare({ met: 8, late: 1, overdue: 1, running: 5, "cannot-be-told": 3 })).toEqual({
      met: 8,
      decided: 10,
      untold: 3,
      share: 0.8,
      low: 0.490162,
      high: 0.943318,
    });
    expect(comparedShare({ late: 10 })).toMatchObject({ share: 0, low: 0, high: 0.277533 });
    expect(comparedShare({ running: 1 })).toMatchObject({ share: null, low: null, high: null });
  });
});

describe("against an earlier audit", () => {
  it("says what became worse, and how likely that is by chance", () => {
    expect(faults("audit-summary", then)).toEqual([]);
    const groups = now.against?.groups ?? [];
    expect(groups.map(({ of, key }) => [of, key])).toEqual([
      ["all", null],
      ["rule", "b/deadline/1"],
      ["provider", "A"],
    ]);
    // 10 of 10 then, 2 of 10 now: C(12,2) / C(20,10), both ways, and three comparisons.
    const chance = Math.round(3 * 2 * (66 / 184_756) * 1e6) / 1e6;
    for (const group of groups) {
      expect([group.then.met, group.then.decided, group.now.met, group.now.decided]).toEqual([10, 10, 2, 10]);
      expect([group.became, group.chance]).toEqual(["worse", chance]);
    }
    // Of ten, the bounds of the median are the first and the last: one day; two days and five.
    const [median, sooner] = [120 * 3600, 48 * 3600];
    expect(groups[1]?.medians).toEqual({
      then: { ended: 10, median: 86_400, low: 86_400, high: 86_400 },
      now: { ended: 10, median, low: sooner, high: median },
      became: "worse",
    });
    expect(now.against?.doubts).toEqual([]);
    expect(now.against?.months.map(({ month, share }) => [month, share])).toEqual([["2024-05", 1]]);
  });

  it("says that chance can explain what it can, and that one log twice is no comparison", () => {
    const same = compareAudits(now, now);
    expect(same.groups.map(({ became, chance }) => [became, chance])).toEqual([
      ["chance-can", 1],
      ["chance-can", 1],
      ["chance-can", 1],
    ]);
    expect(same.doubts).toEqual(["same-cases"]);
  });

  it("does not hold a term against one of another length", () => {
    const longer = now.rules.map((count) => ({
      ...count,
      term: { amount: 5, unit: "calendar-day" as const },
    }));
    const [, rule] = compareAudits(then, { ...now, rules: longer }).groups;
    expect([rule?.became, rule?.chance, rule?.terms?.now.amount]).toEqual(["nothing", null, 5]);
  });

  it("stands in the report with a trend, in three languages, and in the text", async () => {
    const page = readFileSync(at("now.html"), "utf8");
    expect(page).toContain('<h2 id="against">Against last time</h2>');
    expect(page).toContain("20.0 [5.7–51.0] 2/10");
    expect(page.match(/<circle class="trend now"/g)?.length).toBe(1);
    expect(page.match(/<circle class="trend then"/g)?.length).toBe(1);
    for (const [language, words] of [
      ["kk", "нашарлады"],
      ["ru", "хуже"],
      ["en", "worse"],
    ] as const) {
      const { out } = await run(
        at("now.csv"),
        ...READ,
        "--against",
        at("then/summary.json"),
        "--lang",
        language,
      );
      expect(out).toContain(`: ${words} (p `);
    }
  });

  it("is sealed with the summary that it was held against", async () => {
    expect((await run("--verify", at("now/seal.json"))).status).toBe(0);
    writeFileSync(at("then/summary.json"), readFileSync(at("then/summary.json"), "utf8").replace("{", "{ "));
    const { status, out } = await run("--verify", at("now/seal.json"));
    expect(status).toBe(1);
    expect(out).toContain("earlier audit: was");
  });

  it("refuses what is no summary", async () => {
    const { status, err } = await run(at("now.csv"), ...READ, "--against", at("map.json"));
    expect(status).toBe(2);
    expect(err).toContain("audit-summary.schema.json");
  });
});
