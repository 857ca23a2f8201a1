import { describe, expect, it } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAudit } from "../../src/audit/audit.ts";
import { explainCase } from "../../src/audit/tell/explain-case.ts";
import { findingsOf } from "../../src/audit/tell/findings.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { FORMATS } from "../../src/log/formats.ts";
import type { WholeMapping } from "../../src/log/mapping.ts";
import { logSource } from "../../src/log/read-log.ts";
import type { AuditFinding, AuditSummary } from "../../src/model/audit.ts";
import type { ExplainedCase } from "../../src/model/explained-case.ts";

const MAPPING: WholeMapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: {
    a: "arrived",
    s: "submitted",
    e: "result-issued",
    no: "refused",
    stop: "suspended",
    go: "resumed",
  },
};
const BOOK = bookAtWork({
  id: "b",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules: [{ id: "w3", kind: "deadline", subject: "service", amount: 3, unit: "working-day", cite: "1" }],
});
const QUEUE = bookAtWork({
  id: "b",
  zone: "Asia/Almaty",
  rules: [
    { id: "q", kind: "deadline", subject: "waiting", amount: 20, unit: "minute", clock: "wall", cite: "2" },
  ],
});

interface Told {
  readonly told: readonly string[];
  readonly findings: readonly AuditFinding[];
  readonly summary: AuditSummary;
  readonly explained: ExplainedCase | undefined;
}

/** Audits files by their names; tells each finding as `case/round outcome`. */
async function audit(
  files: Readonly<Record<string, string>>,
  {
    rounds,
    now,
    book = BOOK,
    mapping = MAPPING,
    rowsAtOnce,
  }: {
    rounds?: WholeMapping["rounds"];
    now?: string;
    book?: typeof BOOK;
    mapping?: WholeMapping;
    rowsAtOnce?: number;
  } = {},
): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-rounds-"));
  try {
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), rows);
    const whole: WholeMapping = { ...mapping, ...(rounds === undefined ? {} : { rounds }) };
    const paths = Object.keys(files).map((name) => join(folder, name));
    const judged = await runAudit(
      { books: [book], mapping: whole, now: now === undefined ? undefined : Date.parse(now) },
      logSource(logFiles(paths, FORMATS, folder), whole),
      { memory: "1GB", threads: 2, folder, ...(rowsAtOnce === undefined ? {} : { rowsAtOnce }) },
    );
    try {
      const findings: AuditFinding[] = [];
      for await (const part of findingsOf(judged)) findings.push(...part);
      const told = findings.map(
        ({ case: id, round = 1, outcome, reason }) =>
          `${id}/${round} ${outcome}${reason === null ? "" : ` ${reason}`}`,
      );
      return { told, findings, summary: judged.summary, explained: await explainCase(judged, "1") };
    } finally {
      judged.database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const csv = (rows: string): string =>
  `case,activity,time\n${rows
    .trim()
    .split(/\s*[\n;]\s*/)
    .join("\n")}\n`;
const log = (rows: string): Record<string, string> => ({ "log.csv": csv(rows) });

describe("a case number that is used again", () => {
  it("opens a round that is judged by itself", async () => {
    // 2023-06-05 and 2024-06-03 are Mondays: three working days end on Thursday, the 24th is long past that.
    const { told, findings, summary, explained } = await audit(
      log("1,s,2023-06-05; 1,e,2023-06-06; 1,s,2024-06-03; 1,e,2024-06-24"),
    );
    expect(told).toEqual(["1/1 met", "1/2 late"]);
    expect(findings.map(({ rows }) => rows)).toEqual([
      [2, 3],
      [4, 5],
    ]);
    expect(summary.cases).toBe(2);
    expect(summary.usedAgain).toEqual({ numbers: 1, rounds: 2 });
    expect(explained?.events).toHaveLength(4);
    expect(explained?.findings.map(({ finding }) => finding.round ?? 1)).toEqual([1, 2]);
  });

  it("also in another file, whatever the order of the files, and in parts", async () => {
    const old = csv("1,s,2023-06-05; 1,e,2023-06-06; 2,s,2023-06-05");
    const now = csv("1,s,2024-06-03; 1,e,2024-06-24; 3,s,2024-06-03; 3,e,2024-06-04");
    const expected = ["1/1 met", "1/2 late", "2/1 running", "3/1 met"];
    expect((await audit({ "a.csv": old, "b.csv": now })).told).toEqual(expected);
    expect((await audit({ "a.csv": now, "b.csv": old })).told).toEqual(expected);
    expect((await audit({ "a.csv": now, "b.csv": old }, { rowsAtOnce: 3 })).told).toEqual(expected);
  });

  it("which its second start does not open while the first is still open", async () => {
    const { told, summary } = await audit(log("1,s,2024-06-03; 1,s,2024-06-04; 1,e,2024-06-06"));
    expect(told).toEqual(["1/1 met"]);
    expect(summary.usedAgain).toEqual({ numbers: 0, rounds: 0 });
  });

  it("unless the mapping says that every start does, or that none does", async () => {
    const rows = log("1,s,2023-06-05; 1,s,2024-06-03; 1,e,2024-06-04");
    const always = await audit(rows, { rounds: { opens: "always" }, now: "2024-07-01T00:00:00+05:00" });
    expect(always.told).toEqual(["1/1 overdue", "1/2 met"]);
    const never = await audit(log("1,s,2023-06-05; 1,e,2023-06-06; 1,s,2024-06-03"), {
      rounds: { opens: "never" },
    });
    expect(never.told).toEqual(["1/1 met"]);
  });

  it("by the events that the mapping names", async () => {
    const mapping: WholeMapping = {
      ...MAPPING,
      events: { s: "submitted", e: "step:closed", again: "step:opened" },
    };
    const { summary } = await audit(
      log("1,again,2023-06-05; 1,e,2023-06-06; 1,again,2024-06-03; 1,e,2024-06-04"),
      {
        mapping,
        rounds: { starts: ["step:opened"], ends: ["step:closed"] },
      },
    );
    expect(summary.usedAgain).toEqual({ numbers: 1, rounds: 2 });
  });

  it("or by the file, where the same number means another case in each", async () => {
    const files = { "2023.csv": csv("1,s,2023-06-05"), "2024.csv": csv("1,s,2024-06-03; 1,e,2024-06-04") };
    const apart = await audit(files, { rounds: { files: "apart" }, now: "2024-07-01T00:00:00+05:00" });
    expect(apart.told).toEqual(["1/1 overdue", "1/2 met"]);
    expect((await audit(files)).told).toEqual(["1/1 late"]);
  });

  it("what closes without having been opened accuses nobody, and opens nothing", async () => {
    const { told } = await audit(log("1,e,2024-06-03; 2,e,2024-06-03; 2,s,2024-06-05"), {
      now: "2024-07-01T00:00:00+05:00",
    });
    expect(told).toEqual(["1/1 cannot-be-told no-start", "2/1 cannot-be-told order"]);
  });

  it("closed and opened again on one day, the one before the other by rows", async () => {
    const { told } = await audit(log("1,s,2024-06-03; 1,e,2024-06-05; 1,s,2024-06-05; 1,e,2024-06-20"));
    expect(told).toEqual(["1/1 met", "1/2 late"]);
  });

  it("a suspension of one round does not stop the other", async () => {
    const { told } = await audit(
      log("1,s,2023-06-05; 1,stop,2023-06-06; 1,e,2023-06-07; 1,s,2024-06-03; 1,e,2024-06-24"),
    );
    expect(told).toEqual(["1/1 met suspended", "1/2 late"]);
  });

  it("whoever arrives again in the queue arrives for the round that follows", async () => {
    const { told } = await audit(
      log(`1,a,2024-06-03T09:00:00+05:00; 1,s,2024-06-03T09:10:00+05:00; 1,e,2024-06-03T12:00:00+05:00
        1,a,2024-06-10T09:00:00+05:00; 1,s,2024-06-10T09:30:00+05:00; 1,e,2024-06-10T12:00:00+05:00`),
      { book: QUEUE },
    );
    expect(told).toEqual(["1/1 met", "1/2 late"]);
  });

  it("a number that looks like that of a round is a number", async () => {
    const { told, summary } = await audit(
      log(
        "1,s,2024-06-03; 1,e,2024-06-04; 1,s,2024-06-10; 1,e,2024-06-24; 1 ⟳2,s,2024-06-03; 1 ⟳2,e,2024-06-04",
      ),
    );
    expect([...told].sort()).toEqual(["1 ⟳2/1 met", "1/1 met", "1/2 late"]);
    expect(summary.usedAgain).toEqual({ numbers: 1, rounds: 2 });
  });
});

describe("traces of XES with one name", () => {
  const event = (activity: string, time: string): string =>
    `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${time}"/></event>`;
  const mapping: WholeMapping = {
    ...MAPPING,
    columns: { case: "case:concept:name", activity: "concept:name", time: "time:timestamp" },
  };

  it("are cases apart, though the first is never answered", async () => {
    const trace = (...events: string[]): string =>
      `<trace><string key="concept:name" value="1"/>${events.join("")}</trace>`;
    const xes = `<log>${trace(event("s", "2023-06-05"))}${trace(event("s", "2024-06-03"), event("e", "2024-06-04"))}</log>`;
    const { told, summary } = await audit({ "log.xes": xes }, { mapping, now: "2024-07-01T00:00:00+05:00" });
    expect(told).toEqual(["1/1 overdue", "1/2 met"]);
    expect(summary.usedAgain).toEqual({ numbers: 1, rounds: 2 });
  });

  it("are no duplicates of one another, though they hold the same", async () => {
    const trace = `<trace><string key="concept:name" value="1"/>${event("s", "2024-06-03")}${event("e", "2024-06-04")}</trace>`;
    const { told, summary } = await audit({ "log.xes": `<log>${trace}${trace}</log>` }, { mapping });
    expect(told).toEqual(["1/1 met", "1/2 met"]);
    expect(summary.rows).toEqual({ inFile: 4, read: 4, refused: 0 });
  });
});
