import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allot } from "../../src/audit/sample/allot.ts";
import { checkedStrata } from "../../src/audit/sample/checked.ts";
import { estimateOf } from "../../src/audit/sample/estimate.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import type { DrawnSample } from "../../src/model/drawn-sample.ts";
import type { StrataBy } from "../../src/model/sample.ts";
import { answerIn, sampleColumn, sampleCsv, SAMPLE_COLUMNS } from "../../src/report/audit/sample.ts";
import { tarmaq } from "../journeys/tarmaq.ts";
import { auditOf, seeded } from "./run-on.ts";
import { BOOK, MAPPING, officeLog } from "./signs/office-log.ts";

const LOG = officeLog("none", 11, 400);

const drawn = async (seed: string, by: StrataBy = "outcome", log = LOG): Promise<DrawnSample> => {
  const { sample } = await auditOf(log, MAPPING, [BOOK], { sample: { size: 60, seed, by } });
  if (sample === undefined) throw new Error("nothing was drawn");
  return sample;
};

describe("a sample of cases", () => {
  it("the same seed draws the same cases, in whatever order the log stands; another draws others", async () => {
    const [heading = "", ...rows] = LOG.trimEnd().split("\n");
    const first = await drawn("a");
    expect(await drawn("a", "outcome", `${[heading, ...rows.toReversed()].join("\n")}\n`)).toEqual(first);
    expect((await drawn("b")).drawn).not.toEqual(first.drawn);
    expect(new Set(first.drawn.map((one) => one.case)).size).toBe(60);
  });

  it.each(["outcome", "provider", "month"] as const)("is drawn in proportion by %s", async (by) => {
    const { strata, cases, drawn: list } = await drawn("1", by);
    expect(strata.reduce((sum, one) => sum + one.cases, 0)).toBe(cases);
    for (const one of strata) {
      expect(list.filter(({ stratum }) => stratum === one.stratum)).toHaveLength(one.drawn);
      expect(Math.abs(one.drawn - (60 * one.cases) / cases)).toBeLessThanOrEqual(2);
    }
  });

  it("of each group no more than it has, two at least, and as many in all as were wanted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 400 }),
        (cases, wanted) => {
          const sizes = allot(cases, wanted);
          const all = cases.reduce((sum, count) => sum + count, 0);
          const least = cases.reduce((sum, count) => sum + Math.min(2, count), 0);
          const total = sizes.reduce((sum, count) => sum + count, 0);
          for (const [index, size] of sizes.entries()) {
            expect(size).toBeLessThanOrEqual(cases[index] ?? 0);
            expect(size).toBeGreaterThanOrEqual(Math.min(2, cases[index] ?? 0));
          }
          expect(total).toBeGreaterThanOrEqual(Math.min(wanted, all));
          // Two of each can come to more than was wanted, and never to more than that adds.
          expect(total).toBeLessThanOrEqual(Math.max(Math.min(wanted, all) + cases.length * 2, least));
        },
      ),
    );
  });
});

it("a sample by month and a report are made by one run, and the sample comes back", () => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-sample-"));
  try {
    const asked = [
      "--sample",
      "20",
      "--strata",
      "month",
      "-o",
      folder,
      "--html",
      join(folder, "report.html"),
    ];
    const made = tarmaq("audit", "examples/log.csv", "--map", "examples/map.json", ...asked, "--lang", "en");
    expect(made.status, made.stderr).toBe(1);
    const file = join(folder, "sample.csv");
    const [heading = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(20);
    writeFileSync(file, [heading, ...lines.map((line) => line.replace(/,,$/u, ",yes,"))].join("\r\n"));
    const told = tarmaq("estimate", file, "--format", "json");
    expect(told.status, told.stderr).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({
      checked: 20,
      notChecked: 0,
      wrong: { share: 0, from: 0 },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("what a checked sample says", () => {
  it("none wrong of 60 of endlessly many: at most what 60 in a row leave open", () => {
    const { wrong } = estimateOf([{ stratum: "s", cases: 1e6, drawn: 60, checked: 60, wrong: 0 }], 0.95);
    expect(wrong).toEqual({ share: 0, from: 0, to: expect.closeTo(1 - 0.025 ** (1 / 60), 6) as number });
  });

  it("all looked at: the share itself", () => {
    const strata = [
      { stratum: "a", cases: 10, drawn: 10, checked: 10, wrong: 1 },
      { stratum: "b", cases: 30, drawn: 30, checked: 30, wrong: 3 },
    ];
    expect(estimateOf(strata, 0.95).wrong).toEqual({ share: 0.1, from: 0.1, to: 0.1 });
  });

  it("a group with nothing checked: nothing of all", () => {
    const strata = [
      { stratum: "a", cases: 10, drawn: 2, checked: 2, wrong: 0 },
      { stratum: "b", cases: 30, drawn: 2, checked: 0, wrong: 0 },
    ];
    expect(estimateOf(strata, 0.95)).toMatchObject({ wrong: null, checked: 2, notChecked: 2 });
  });

  it("groups weigh by their cases, not by what was drawn of them", () => {
    const strata = [
      { stratum: "a", cases: 900, drawn: 30, checked: 30, wrong: 0 },
      { stratum: "b", cases: 100, drawn: 30, checked: 30, wrong: 15 },
    ];
    expect(estimateOf(strata, 0.95).wrong?.share).toBeCloseTo(0.05, 12);
  });

  it("bounds at 95 % hold the true share of a made-up audit in 93 of 100 draws and more", () => {
    const random = seeded(5);
    const truth = [
      { cases: 800, wrong: 0.02, drawn: 40 },
      { cases: 200, wrong: 0.3, drawn: 20 },
    ];
    const share = truth.reduce((sum, one) => sum + (one.cases / 1000) * one.wrong, 0);
    let held = 0;
    const draws = 1000;
    for (let draw = 0; draw < draws; draw += 1) {
      const strata = truth.map(({ cases, wrong, drawn: size }, index) => ({
        stratum: String(index),
        cases,
        drawn: size,
        checked: size,
        wrong: Array.from({ length: size }, () => (random() < wrong ? 1 : 0)).reduce<number>(
          (a, b) => a + b,
          0,
        ),
      }));
      const told = estimateOf(strata, 0.95).wrong;
      if (told !== null && told.from <= share && share <= told.to) held += 1;
    }
    expect(held / draws).toBeGreaterThanOrEqual(0.93);
  });
});

describe("the file of a sample", () => {
  it.each(LANGUAGES)("comes back as it went, whichever language it is in: %s", async (language) => {
    const sample = await drawn("1");
    const [heading = "", ...lines] = sampleCsv(sample, language)
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\r\n");
    const delimiter = language === "en" ? "," : ";";
    expect(heading.split(delimiter).map(sampleColumn)).toEqual(SAMPLE_COLUMNS);
    expect(lines).toHaveLength(60);
  });

  it("answers are read in every language, and no others", () => {
    expect(["yes", "Да ", "иә"].map(answerIn)).toEqual(["yes", "yes", "yes"]);
    expect(["no", "нет", "Жоқ"].map(answerIn)).toEqual(["no", "no", "no"]);
    expect([" ", "perhaps"].map(answerIn)).toEqual(["empty", undefined]);
  });

  it("cases are counted by their group", () => {
    const line = { stratum: "a", cases: 9, drawn: 3 };
    expect(
      checkedStrata([
        { ...line, right: true },
        { ...line, right: false },
        { ...line, right: undefined },
      ]),
    ).toEqual([{ ...line, checked: 2, wrong: 1 }]);
  });
});
