import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import type { AuditFinding, AuditSummary } from "../../src/model/audit.ts";
import { runIn, type Told } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-period-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const RULES = put(
  "rules.json",
  JSON.stringify({
    id: "b",
    zone: "Asia/Almaty",
    rules: [{ kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" }],
  }),
);
const MAP = put(
  "map.json",
  JSON.stringify({
    columns: {
      case: "case",
      activity: "activity",
      time: "time",
      provider: "office",
      actor: "who",
      channel: "way",
    },
    events: { s: "submitted", m: "step:moved", e: "result-issued" },
  }),
);
/**
 * Three days from 3 June end with the 6th. Case 2 was B's since the 4th, case 3 went to B on the 8th, when A had missed it
 * already; case 7 went to B on the last day, by its date alone, and its term ended when that day did. Case 5 runs, case 6 was never asked for.
 */
const LOG = `case,activity,time,office,who,way
1,s,2024-06-03T10:00,A,anna,portal
1,e,2024-06-05T10:00,A,bota,portal
2,s,2024-06-03T10:00,A,anna,portal
2,m,2024-06-04T10:00,B,dana,portal
2,e,2024-06-10T10:00,B,erlan,portal
3,s,2024-06-03T10:00,A,anna,portal
3,m,2024-06-08T10:00,B,dana,portal
3,e,2024-06-10T10:00,B,erlan,portal
4,s,2024-07-01T00:00,A,anna,provider
4,e,2024-07-02T10:00,A,anna,provider
5,s,2024-07-01T10:00,A,anna,provider
6,e,2024-07-01T10:00,C,,provider
7,s,2024-06-30T23:59,A,anna,portal
7,m,2024-07-03,B,dana,portal
7,e,2024-07-05T10:00,B,erlan,portal
`;
const log = put("log.csv", LOG);

function run(...argv: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  return judged(log, RULES, ...argv);
}

const judged = (of: string, rules: string, ...argv: readonly string[]): Promise<Told> =>
  runIn(folder, ["audit", of, "--map", MAP, "--rules", rules, "--without-law", ...argv]);
const summaryOf = async (...argv: readonly string[]): Promise<AuditSummary> =>
  JSON.parse((await run("--format", "json", ...argv)).out) as AuditSummary;

/** Groups as `key: breached, untold, kept, open`. */
const told = (groups: AuditSummary["casesBy"]["provider"] | null): string[] =>
  (groups ?? []).map(
    ({ key, breached, untold, kept, open }) => `${key}: ${breached}, ${untold}, ${kept}, ${open}`,
  );

describe("cases breached", () => {
  let summary: AuditSummary;
  beforeAll(async () => {
    summary = await summaryOf();
  });

  it("are counted once each, to the office that held them when the term ended", () => {
    const { casesBy } = summary;
    expect(told(casesBy.provider)).toEqual(["A: 1, 0, 2, 1", "B: 2, 0, 0, 0", "C: 0, 1, 0, 0"]);
    expect(told(casesBy.month)).toEqual(["2024-06: 3, 0, 1, 0", "2024-07: 0, 1, 1, 1"]);
    expect(told(casesBy.channel).sort()).toEqual(["portal: 3, 0, 1, 0", "provider: 0, 1, 1, 1"]);
    expect(told(casesBy.rule)).toEqual(["b/deadline/1: 3, 1, 2, 1"]);
    // Who ended the term; of case 5 who began it; nobody stands in the row of case 6.
    expect(told(casesBy.official)).toEqual([
      "anna: 0, 0, 1, 1",
      "bota: 0, 0, 1, 0",
      "erlan: 3, 0, 0, 0",
      "null: 0, 1, 0, 0",
    ]);
    expect(casesBy.provider.find(({ key }) => key === "A")?.terms).toEqual({ met: 2, late: 1, running: 1 });
  });

  it("findings say who held the case where that is not who took it", async () => {
    const { out } = await run("--format", "jsonl");
    const findings = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditFinding);
    for (const finding of findings) expect(faults("audit-finding", finding)).toEqual([]);
    expect(findings.map((each) => [each.case, each.provider, each.heldBy])).toEqual([
      ["1", "A", undefined],
      ["2", "A", "B"],
      ["3", "A", undefined],
      ["4", "A", undefined],
      ["5", "A", undefined],
      ["6", "C", undefined],
      ["7", "A", "B"],
    ]);
  });

  it("nobody can tell whose breach it is where the case was handed over, by date alone, on the day within which the term ended", async () => {
    const hours = put(
      "hours.json",
      JSON.stringify({
        id: "b",
        zone: "Asia/Almaty",
        rules: [{ kind: "deadline", subject: "service", amount: 2, unit: "hour", clock: "wall", cite: "1" }],
      }),
    );
    const doubtful = put(
      "doubtful.csv",
      "case,activity,time,office,who,way\n1,s,2024-06-03T10:00,A,,portal\n1,m,2024-06-03,B,,portal\n1,e,2024-06-03T20:00,B,,portal\n",
    );
    const { out } = await judged(doubtful, hours, "--format", "json");
    const { casesBy, handovers } = JSON.parse(out) as AuditSummary;
    expect(told(casesBy.provider)).toEqual(["null: 1, 0, 0, 0"]);
    expect(handovers.missed.map(({ heldBy }) => heldBy)).toEqual([null]);
  });

  it("say how long each office held a missed term", () => {
    const { handovers } = summary;
    expect(handovers.cases).toBe(3);
    // 2: a day with A, six with B; 3: five with A, two with B.
    const days = handovers.missed
      .slice(0, 2)
      .map(({ held }) => held.map(({ provider, seconds }) => [provider, seconds / 86_400]));
    expect(days).toEqual([
      [
        ["A", 1],
        ["B", 6],
      ],
      [
        ["A", 5],
        ["B", 2],
      ],
    ]);
  });

  it("medians are those of the terms that ended", () => {
    // 2 days; 7 days; 7 days; 34 hours; four days, ten hours and a minute: 106 hours and a minute.
    expect(summary.durations).toEqual([
      { rule: "b/deadline/1", version: null, ended: 5, median: 106 * 3600 + 60, low: null, high: null },
    ]);
  });

  it("stand in the report, in three languages", async () => {
    const file = join(folder, "report.html");
    for (const [language, words] of [
      ["kk", "Қолдан қолға өткен істер"],
      ["ru", "Дела, переходившие из рук в руки"],
      ["en", "Cases handed over"],
    ] as const) {
      await run("--html", file, "--lang", language);
      const page = readFileSync(file, "utf8");
      expect(page).toContain(words);
      expect(page).toMatch(/B: 6 [^(]*\(86 %\)/);
    }
  });
});

describe("a period", () => {
  it("holds whole days on the log's clock, both of them, and tells what is outside", async () => {
    const june = await summaryOf("--from", "2024-06-01", "--until", "2024-06-30");
    expect(june.period).toEqual({
      from: "2024-06-01",
      until: "2024-06-30",
      by: ["submitted"],
      zone: "Asia/Almaty",
      cases: { before: 0, after: 2, without: 1 },
      rows: 4,
    });
    expect([june.cases, june.breached, june.rows]).toEqual([4, 3, { inFile: 15, read: 15, refused: 0 }]);
    const july = await summaryOf("--from", "2024-07-01");
    expect([july.cases, july.period?.cases]).toEqual([2, { before: 4, after: 0, without: 1 }]);
  });

  it("is that of another event where one is named, of several the first", async () => {
    const ended = await summaryOf("--from", "2024-07-01", "--by", "result-issued,step:moved");
    // Ended or moved first in July: 4, 6 and 7.
    expect([ended.cases, ended.period?.cases]).toEqual([3, { before: 3, after: 0, without: 1 }]);
    expect(told(ended.casesBy.month)).toEqual(["2024-07: 1, 1, 1, 0"]);
  });

  it("judges the same cases in parts, and once more for another way of counting", async () => {
    const { out } = await run("--until", "2024-06-30", "--what-if", "amount=6", "--format", "json");
    const whatIf = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") as {
      deadlines: number;
      flips: unknown;
    };
    // Six days from 3 June end with the 9th, from 30 June with 6 July: case 7 is in time then.
    expect([whatIf.deadlines, whatIf.flips]).toEqual([4, [{ from: "late", to: "met", findings: 1 }]]);
  });

  it("that holds no case, is none, or is by an event that nothing is mapped to ends with status 2", async () => {
    for (const [argv, words] of [
      [["--from", "2025-01-01"], "none of the 7 cases is of the period"],
      [["--from", "2025-01-01", "--until", "2024-01-01"], "ends before it begins"],
      [["--from", "2024-02-30"], "is no day"],
      [["--until", "2024-06-30", "--by", "arrived"], 'the event "arrived"'],
      [["--by", "submitted"], "no period"],
    ] as const) {
      const { status, err } = await run(...argv);
      expect(status).toBe(2);
      expect(err).toContain(words);
    }
  });
});
