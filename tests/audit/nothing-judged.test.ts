import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Mapping } from "../../src/log/mapping.ts";
import type { AuditSummary, NoCaseBecause } from "../../src/model/audit.ts";
import { audit } from "../../src/package/audit.ts";
import { runIn } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-nothing-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const RULES = join(folder, "rules.json");
const deadline = (id: string, fields: object): object => ({
  id,
  kind: "deadline",
  subject: "service",
  amount: 3,
  unit: "calendar-day",
  cite: id,
  ...fields,
});
writeFileSync(
  RULES,
  JSON.stringify({
    id: "b",
    zone: "Asia/Almaty",
    inForce: { from: "2024-01-01", until: null },
    rules: [
      deadline("whole", {}),
      deadline("step", { subject: "step", fromEvent: "step:x", toEvent: "step:y" }),
      deadline("wordless", { subject: "step" }),
      deadline("valid", { subject: "validity" }),
      deadline("complaint", { subject: "complaint" }),
      {
        id: "hours",
        kind: "hours",
        who: "provider",
        cite: "h",
        days: [1, 2, 3, 4, 5],
        open: "09:00",
        close: "18:00",
      },
      { id: "ground", kind: "refusal", stage: "service", cite: "g" },
      { id: "fee", kind: "fee", free: true, cite: "f" },
    ],
  }),
);
const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: { s: "submitted", e: "result-issued", c: "complaint-filed", a: "complaint-answered" },
  defaults: { channel: "provider" },
};

interface Told {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly summary: AuditSummary;
}

async function run(log: string, mapping: Mapping = MAPPING, name = "log.csv"): Promise<Told> {
  const [file, map] = [join(folder, name), join(folder, "map.json")];
  writeFileSync(file, log);
  writeFileSync(map, JSON.stringify(mapping));
  const asked = (...more: readonly string[]): ReturnType<typeof runIn> =>
    runIn(folder, ["audit", file, "--map", map, "--rules", RULES, ...more]);
  const { out } = await asked("--format", "json");
  return { ...(await asked()), summary: JSON.parse(out) as AuditSummary };
}

const csv = (rows: string): string => `case,activity,time\n${rows.split("; ").join("\n")}\n`;
const IN_XES: Mapping = {
  ...MAPPING,
  columns: { case: "case:concept:name", activity: "concept:name", time: "time:timestamp" },
};

describe("nothing judged is no acquittal: status 2, with what was not judged and why", () => {
  it("all rows refused", async () => {
    const { status, out, err } = await run(csv("1,s,never; 2,s,never"));
    expect(status).toBe(2);
    expect(err).toContain("nothing was judged: all 2 rows were refused (impossible-time: 2)");
    expect(out).toContain("that nothing was found is no acquittal");
    expect(out).not.toContain("Nothing wrong");
  });

  it("no events at all", async () => {
    expect(await run("case,activity,time\n")).toMatchObject({ status: 2 });
    expect((await run("<log></log>", IN_XES, "log.xes")).err).toContain("the log has no events");
  });

  it("names in the mapping that the log has not, each told", async () => {
    const { status, err, summary } = await run(csv("1,Start,2024-06-03; 1,End,2024-06-04"));
    expect(status).toBe(2);
    expect(err).toContain(
      'the log has none of the activities that the mapping names ("s", "e", "c", "a"); it has "End", "Start"',
    );
    expect(summary.notInLog).toEqual(["s", "e", "c", "a"].map((name) => ({ field: "events", name })));
  });

  it("no rulebook in force", async () => {
    const { status, err } = await run(csv("1,s,2023-06-03; 1,e,2023-06-04"));
    expect(status).toBe(2);
    expect(err).toContain("no rulebook is in force for any of the 1 cases (no-version: 1)");
  });

  it("nor for who calls the package: a fault as a value", async () => {
    const file = join(folder, "refused.csv");
    writeFileSync(file, csv("1,s,never"));
    const answer = await audit(file, { map: MAPPING, rules: [RULES] });
    expect(answer).toMatchObject({
      ok: false,
      faults: [{ rule: "nothing was judged: all 1 rows were refused (impossible-time: 1)" }],
    });
  });

  it("one case judged is something: what is in time ends with 0, what cannot be told with 1", async () => {
    expect(await run(csv("1,s,2024-06-03; 1,e,2024-06-04"))).toMatchObject({ status: 0, err: "" });
    expect(await run(csv("1,e,2024-06-04"))).toMatchObject({ status: 1 });
  });
});

describe("every rule says how many cases it judged", () => {
  it("and why none", async () => {
    const { summary, out } = await run(
      csv(
        "1,s,2024-06-03; 1,e,2024-06-04; 2,s,2024-06-03; 2,e,2024-06-20; 3,s,2024-06-03; 4,e,2024-06-20; 5,a,2024-06-20",
      ),
    );
    const told = Object.fromEntries(
      summary.judged.map(({ rule, cases, because }) => [rule, because ?? cases]),
    );
    const expected: Record<string, number | NoCaseBecause> = {
      whole: 3,
      step: "not-mapped",
      wordless: "no-events",
      valid: "binds-no-case",
      complaint: "cannot-be-told",
      hours: 5,
      ground: "events-not-in-log",
      fee: "not-in-logs",
    };
    expect(told).toEqual(expected);
    expect(out).toContain("Rules that judged no case:");
  });

  it("and cases with a breach are counted, apart from those of which something cannot be told", async () => {
    const { summary } = await run(
      csv(
        "1,s,2024-06-03; 1,e,2024-06-20; 1,c,2024-06-21; 1,a,2024-12-01; 2,e,2024-06-20; 3,s,2024-06-03; 3,e,2024-06-04",
      ),
    );
    expect({ cases: summary.cases, breached: summary.breached, untold: summary.untold }).toEqual({
      cases: 3,
      breached: 1,
      untold: 1,
    });
  });
});
