import { describe, expect, it } from "vitest";
import { SIGNS, type Signs } from "../../../src/model/signs.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { signsText } from "../../../src/report/audit/signs.ts";
import { auditOf, without } from "../run-on.ts";
import { BOOK, MAPPING, officeLog, WHO } from "./office-log.ts";

const signsOf = async (log: string, mapping = MAPPING): Promise<Signs> => {
  const { signs } = await auditOf(log, mapping, [BOOK], { signs: true });
  if (signs === undefined) throw new Error("no signs were looked for");
  return signs;
};

/** First digits need many lengths of one official. */
const CASES: Readonly<Partial<Record<string, number>>> = { "first-digits": 9000 };

describe("signs of tampering in made-up logs", () => {
  it("none is told of offices that go about their work", async () => {
    const { found, looked } = await signsOf(officeLog("none", 1));
    expect(found).toEqual([]);
    expect(looked.map(({ sign }) => sign)).toEqual(SIGNS);
    // The log itself, four offices, twelve officials.
    expect(looked.find(({ sign }) => sign === "round-times")?.groups).toBe(17);
  });

  it.each(SIGNS)("%s: told of the official who does it, and of nobody who does not", async (sign) => {
    const { found } = await signsOf(officeLog(sign, 2, CASES[sign] ?? 1500));
    const own = found.filter((one) => one.sign === sign);
    expect(own).toContainEqual(expect.objectContaining({ of: "official", ...WHO }));
    for (const one of found) {
      expect(one.provider === null || one.provider === WHO.provider).toBe(true);
      expect(one.official === null || one.official === WHO.official).toBe(true);
      expect(one.seen).toBeGreaterThan(one.expected);
      expect(one.chance).toBeLessThanOrEqual(0.01);
    }
  });

  it("what is dated back over the due time is counted by itself", async () => {
    const { found } = await signsOf(officeLog("out-of-order", 3));
    const own = found.find(({ sign, official }) => sign === "out-of-order" && official === WHO.official);
    // All are dated back into the term; the rows before one tell when it was entered to within some hours.
    expect(own?.afterDue).toBeLessThanOrEqual(own?.seen ?? 0);
    expect(own?.afterDue).toBeGreaterThanOrEqual((own?.seen ?? 0) * 0.8);
  });

  it("does not hang on the order of rows but where that is looked at", async () => {
    const log = officeLog("round-times", 4, 600);
    const [heading = "", ...rows] = log.trimEnd().split("\n");
    const sorted = `${[heading, ...rows.toSorted()].join("\n")}\n`;
    const figures = ({ found }: Signs): unknown =>
      found
        .filter(({ sign }) => sign === "round-times")
        .map(({ provider, official, seen, entries }) => [provider, official, seen, entries]);
    expect(figures(await signsOf(sorted))).toEqual(figures(await signsOf(log)));
  });
});

describe("what cannot be looked at is told", () => {
  const rowsOf = (log: string): string[] => log.trimEnd().split("\n");

  it("a log in the order of its cases tells nothing of when rows were entered", async () => {
    const [heading = "", ...rows] = rowsOf(officeLog("none", 5, 300));
    const { looked } = await signsOf(`${[heading, ...rows.toSorted()].join("\n")}\n`);
    expect(looked.find(({ sign }) => sign === "out-of-order")).toEqual({
      sign: "out-of-order",
      groups: 0,
      notLooked: [{ because: "not-in-order-of-entry", groups: 1 }],
    });
  });

  it("dates alone show no time of the day", async () => {
    const log = officeLog("none", 6, 100).replaceAll(/T[\d:]+\+05:00/g, "");
    const { found, looked } = await signsOf(log);
    expect(found).toEqual([]);
    for (const one of looked)
      expect(one).toMatchObject({ groups: 0, notLooked: [{ because: "dates-only", groups: 1 }] });
  });

  it("a log whose clock goes by hours has no round times and no full minutes", async () => {
    const log = officeLog("none", 7, 300).replaceAll(/T(\d\d):[\d:]+\+/g, "T$1:00:00+");
    const { looked } = await signsOf(log);
    for (const sign of ["batches", "round-times"])
      expect(looked.find((one) => one.sign === sign)).toMatchObject({
        groups: 0,
        notLooked: [{ because: "coarse-times", groups: 1 }],
      });
  });

  it("without officials in the mapping, hours are looked at by provider", async () => {
    const columns = without(MAPPING.columns, "actor");
    const { looked } = await signsOf(officeLog("none", 8, 300), { ...MAPPING, columns });
    expect(looked.find(({ sign }) => sign === "off-hours")).toEqual({
      sign: "off-hours",
      groups: 4,
      notLooked: [{ because: "no-official", groups: 1 }],
    });
  });
});

it("signs are told in words with no hole left, in every language", async () => {
  for (const sign of ["before-due", "batches", "out-of-order"] as const) {
    const signs = await signsOf(officeLog(sign, 2));
    for (const language of LANGUAGES) {
      const told = signsText(signs, language);
      expect(told, language).toContain(WHO.official);
      expect(told, language).not.toMatch(/[{}]|undefined|NaN/);
    }
  }
});
