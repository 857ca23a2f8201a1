import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { faults } from "../../src/files/validate.ts";
import { sample, SAMPLE_FOLDER, SAMPLE_NOW } from "./generate-sample.ts";
import { auditOf } from "./run-on.ts";

const fixture = (name: string): string => readFileSync(join(SAMPLE_FOLDER, name), "utf8");
const book = bookAtWork(
  readRulebook(join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json")),
);

describe("the sample log", () => {
  it("is what its generator makes, byte for byte", () => {
    const { log, map } = sample();
    expect(log).toBe(fixture("log.csv"));
    expect(map).toBe(fixture("map.json"));
  });

  it("has a mapping that the schema knows", () => {
    expect(faults("mapping", JSON.parse(fixture("map.json")))).toEqual([]);
  });

  it("is told exactly, and read and refused rows add up to the file", async () => {
    const mapping = JSON.parse(fixture("map.json")) as Mapping;
    const log = fixture("log.csv");
    const { findings, summary } = await auditOf(log, mapping, [book], {
      now: new Date(SAMPLE_NOW).toISOString(),
    });
    const { cases, broken } = sample();

    const truth = cases
      .flatMap(({ id, truth: of }) => of.map((each) => `${id.replace(/^.*#/, "N-")}|${each}`))
      .sort();
    const found = findings
      .map((each) => `${each.case}|${each.rule ?? ""}|${each.outcome}|${each.reason ?? ""}`)
      .sort();
    expect(found).toEqual(truth);

    const rows = log.trimEnd().split("\n").length - 1;
    expect(summary.rows).toEqual({ inFile: rows, read: rows - broken, refused: broken });
    expect(summary.cases).toBe(cases.length);
    for (const finding of findings) expect(faults("audit-finding", finding)).toEqual([]);
  });

  it("has cases in time, late, overdue and after the cutoff, and rows that cannot be read", async () => {
    const mapping = JSON.parse(fixture("map.json")) as Mapping;
    const { summary } = await auditOf(fixture("log.csv"), mapping, [book], {
      now: new Date(SAMPLE_NOW).toISOString(),
    });
    for (const outcome of ["met", "late", "overdue", "after-cutoff", "cannot-be-told"] as const)
      expect(summary.outcomes[outcome], outcome).toBeGreaterThan(0);
    expect(summary.refused.map(({ reason }) => reason).sort()).toEqual([
      "duplicate",
      "impossible-time",
      "malformed",
      "no-case",
      "no-time",
    ]);
  });
});
