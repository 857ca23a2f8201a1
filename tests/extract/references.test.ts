import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { corpusReadings } from "./corpus.ts";

const of = (file: string): readonly Finding[] =>
  corpusReadings()
    .get(file)!
    .findings.filter(({ code }) => code === "extract/reference");

/** Where the references of a clause lead. */
const ledFrom = (file: string, path: string): unknown[] =>
  of(file)
    .filter(({ where }) => where.in === "text" && where.path === path)
    .map(({ details }) => [details?.["words"], details?.["leadsTo"]]);

describe("references inside the file", () => {
  it("to an annex with the list of papers lead to that list", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-1/chapter-2/clause-9")).toEqual([
      ["1-қосымшаға", "annex-1/annex-1/table/row-8"],
    ]);
  });

  it("to the only annex need no number", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-3/chapter-2/clause-9")).toEqual([
      ["қосымшаға", "annex-3/annex-1/table/row-8"],
    ]);
  });

  it("to a clause of the list of requirements lead to its row", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-2/chapter-3/clause-14/paragraph-3")).toEqual([
      ["8-тармағына", "annex-2/annex-1/table/row-8"],
    ]);
  });

  it("to a clause of the same regulation lead there, in each regulation to its own", () => {
    for (const number of [1, 2])
      expect(ledFrom("001_d712d3f1c4521fe5.txt", `regulation-${number}/chapter-2/clause-15`)).toEqual([
        ["12-тармағында", `regulation-${number}/chapter-2/clause-12`],
      ]);
  });

  it("name the rules that make them; those to other acts lead nowhere", () => {
    for (const [file, { candidates, findings }] of corpusReadings()) {
      const ids = new Set(candidates.map(({ id }) => id));
      for (const { code, details } of findings) {
        if (code !== "extract/reference") continue;
        for (const rule of details?.["rules"] as string[]) expect(ids.has(rule), rule).toBe(true);
        expect(String(details?.["leadsTo"]), file).not.toBe("");
      }
    }
    expect(of("004_82c2e7e009269d65.txt")).toEqual([]);
  });
});
