import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPARK } from "../../src/engine/dialect.ts";
import { list, printed, sql } from "../../src/engine/sql.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { instantOf, packed, packingFor, rowOf } from "../../src/audit/plan/packing.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { auditOf } from "./run-on.ts";
import { ownDatabase } from "../engine/own-database.ts";

const YEAR = 365 * 86_400_000;
const moment = (unit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -1969 * YEAR, max: 8029 * YEAR }).map((at) => Math.floor(at / unit) * unit);
const log = fc.constantFrom(1, 1000).chain((unit) =>
  fc.record({
    unit: fc.constant(unit),
    lastRow: fc.integer({ min: 1, max: 2 ** 33 }),
    times: fc.array(moment(unit), { minLength: 2, maxLength: 6 }),
  }),
);

describe("an instant and its row in one number", () => {
  const database = ownDatabase();

  it("come out of it as they went in, and the earliest is the least", async () => {
    let wide = 0;
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (of, random) => {
          const rows = of.times.map((at) => ({
            at,
            row: 1 + Math.floor((random.next().value ?? 0) * (of.lastRow - 1)),
          }));
          const packing = packingFor(
            Math.min(...of.times),
            Math.max(...of.times),
            of.lastRow,
            of.unit === 1000,
          );
          if (packing === "wide") wide += 1;
          const values = list(
            rows.map(({ at, row }) => sql`(cast(${at} as bigint), cast(${row} as bigint))`),
          );
          const [key, t] = [sql`key`, sql`t`];
          const [first] = await database().rows<{ key: unknown; at: number; row: number }>(sql`
            select cast(${instantOf(key, t, packing)} as bigint) as at, cast(${rowOf(key, t, packing)} as bigint) as row
            from (
              select min(${packed(t, sql`row_no`, packing)}) as key, min(t) as t from (values ${values}) v (t, row_no)
            ) k
          `);
          const [least] = rows.toSorted((a, b) => a.at - b.at || a.row - b.row);
          expect(first).toEqual(least);
        },
      ),
      { numRuns: 300 },
    );
    expect(wide).toBeGreaterThan(20);
  });

  it("come out on engines that cut off where a double becomes a whole number, too", async () => {
    // Two years of ms and a million rows: the numbers are beyond 2^53, and a double is off by a little.
    const packing = { base: 0, unit: 1, factor: 1_000_001 };
    const out = printed(instantOf(sql`key`, sql``, packing), SPARK);
    const cutting = out
      .replaceAll(/cast\((?=round)/g, "cast(trunc(")
      .replaceAll(" as bigint)", ") as bigint)");
    const wrong = async (instant: string): Promise<number> => {
      const reader = await database().connection.runAndReadAll(
        `select count(case when ${instant} <> i then 1 end) as wrong from (
           select i, i * 1000001 + 7 as key from range(60000000000, 60000200000) t(i))`,
      );
      return Number(reader.getRowObjectsJS()[0]?.["wrong"]);
    };
    expect(await wrong(cutting)).toBe(0);
    // It takes the rounding: without it, such an engine gives thousands of instants that are too early.
    expect(cutting).toContain("trunc(round(");
    expect(await wrong(cutting.replace("trunc(round(", "trunc(("))).toBeGreaterThan(1000);
  });

  it("judge a log with years out of all measure as they judge it without", async () => {
    const mapping: Mapping = {
      columns: { case: "case", activity: "activity", time: "time" },
      events: { in: "submitted", out: "result-issued", stop: "suspended", go: "resumed", step: "step:look" },
    };
    const book = bookAtWork({
      id: "b",
      zone: "Asia/Almaty",
      calendar: "kz",
      rules: [
        { id: "d", kind: "deadline", subject: "service", amount: 2, unit: "working-day", cite: "1" },
        {
          id: "s",
          kind: "deadline",
          subject: "step",
          amount: 30,
          unit: "minute",
          cite: "2",
          fromEvent: "submitted",
          toEvent: "step:look",
        },
      ],
    });
    const start = Date.UTC(2025, 2, 3, 4, 0, 0, 123);
    const line = (id: number, what: string, at: number): string =>
      `${id},${what},${new Date(at).toISOString()}`;
    // As many rows, in milliseconds, as no 63 bits hold beside eight thousand years.
    const lines = Array.from({ length: 8000 }, (_, id) => [
      line(id, "in", start + id * 60_007),
      line(id, "step", start + id * 60_007 + (id % 61) * 60_000),
      ...(id % 9 === 0
        ? [line(id, "stop", start + id * 61_000), line(id, "go", start + id * 61_000 + 86_400_000)]
        : []),
      line(id, "out", start + id * 60_007 + (id % 100) * 3_600_000),
    ]).flat();
    const header = "case,activity,time";
    const far = ["far,in,0001-01-01T00:00:00.001Z", "far,in,9999-12-31T00:00:00.001Z"];
    const odd = Array.from({ length: 6000 }, (_, id) => line(100_000 + id, "nothing", start + id));
    const plain = await auditOf([header, ...lines, ...odd].join("\n"), mapping, [book]);
    const wide = await auditOf([header, ...lines, ...odd, ...far].join("\n"), mapping, [book]);
    expect(wide.findings.filter((finding) => finding.case !== "far")).toEqual(plain.findings);
    expect(plain.summary.outcomes.late).toBeGreaterThan(1000);
    const [first, last] = far.map((row) => Date.parse(row.split(",")[2] ?? ""));
    expect(packingFor(first ?? 0, last ?? 0, lines.length + odd.length, false)).toBe("wide");
  });
});
