import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readRulebooks } from "../../src/files/read-rulebook.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping, WholeMapping } from "../../src/log/mapping.ts";
import { size } from "../size.ts";
import { auditOfFiles, type AuditedLog } from "./run-on.ts";
import { intervals, lifecycle, longRows, wideRows, type CaseOf, type ShapedLog } from "./shapes/made-log.ts";
import { inJson, inSqlite, inXml } from "./shapes/object-centric.ts";
import { workbook } from "./shapes/workbook.ts";
import { madeCases, madeMapping, timesOf } from "./synthetic-log.ts";

const rules = join(import.meta.dirname, "../../rules");
const BOOKS = readRulebooks([rules]).map(({ book }) => bookAtWork(book));
const NOW = "2026-11-01T00:00:00Z";
/** Made-up cases of each book. */
const CASES = size(6, 200);

const cases: readonly CaseOf[] = BOOKS.flatMap((atWork, number) =>
  [...madeCases(atWork, { seed: 190 + number, cases: CASES, ...timesOf(atWork), now: Date.parse(NOW) })].map(
    (made) => ({ made: { ...made, id: `${number}-${made.id}` }, service: atWork.book.id }),
  ),
);

const mapping: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: Object.assign({}, ...BOOKS.map((atWork) => madeMapping(atWork).events)) as WholeMapping["events"],
};

/** Each shape, and how many rows of its file an event becomes. */
const SHAPES = [
  ["long", longRows, 1],
  ["wide", wideRows, 1],
  ["intervals", intervals, 1],
  ["lifecycle", lifecycle, 3],
  ["workbook", workbook, 1],
  ["in-json", inJson, 1],
  ["in-xml", inXml, 1],
  ["in-sqlite", inSqlite, 1],
] as const satisfies readonly (readonly [
  string,
  (cases: readonly CaseOf[], mapping: Mapping) => ShapedLog | Promise<ShapedLog>,
  number,
])[];

/** The same cases by names of their own. */
const named = (shape: string): CaseOf[] =>
  cases.map(({ made, service }) => ({ made: { ...made, id: `${shape}/${made.id}` }, service }));

/** What was found in the cases of a shape, without where it stands in the file. */
const told = ({ findings }: AuditedLog, shape: string): string[] =>
  findings
    .filter((finding) => finding.case.startsWith(`${shape}/`))
    .map(({ rows, case: id, ...finding }) => {
      expect(rows.every((place) => String(place).startsWith(shape))).toBe(true);
      return JSON.stringify({ case: id.slice(shape.length), ...finding });
    })
    .sort();

describe(`one made-up log of ${BOOKS.length} books, in every shape that offices have`, () => {
  let found: AuditedLog;
  beforeAll(async () => {
    const logs: ShapedLog[] = [];
    for (const [name, shape] of SHAPES) logs.push(await shape(named(name), mapping));
    const files = SHAPES.map(([name], index) => {
      const { columns, moments, lifecycle: transitions, time, events } = logs[index]!.mapping;
      const own = {
        columns,
        moments,
        lifecycle: transitions,
        time,
        events: moments === undefined ? events : undefined,
      };
      return {
        match: `${name}*`,
        ...(Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as object),
      };
    });
    found = await auditOfFiles(
      logs.flatMap((log) => log.files),
      { ...mapping, files, time: { zone: "UTC" } },
      BOOKS,
      { now: NOW },
    );
  });

  it("gives findings of every book where rows are events", () => {
    const judged = new Set(found.findings.map(({ service, version }) => `${service ?? ""} ${version ?? ""}`));
    expect(
      BOOKS.map(({ book }) => `${book.id} ${book.version ?? ""}`).filter((book) => !judged.has(book)),
    ).toEqual([]);
    expect(new Set(found.findings.map(({ outcome }) => outcome)).size).toBeGreaterThan(8);
  });

  it.each(SHAPES.map(([name]) => name))("gives the same where rows are %s", (shape) => {
    expect(told(found, shape).length).toBeGreaterThan(CASES * BOOKS.length);
    expect(told(found, shape)).toEqual(told(found, "long"));
  });

  it("has no row lost: what is read and what is refused add up to the files", () => {
    const { inFile, read, refused } = found.summary.rows;
    expect(read + refused).toBe(inFile);
    const each = read / SHAPES.length;
    expect(inFile).toBe(each * SHAPES.reduce((sum, [, , times]) => sum + times, 0));
    expect(found.summary.refused.map(({ reason }) => reason)).toEqual(["other-transition"]);
    expect(found.summary.sheets?.map(({ sheet, is }) => [sheet, is])).toEqual([
      ["Нұсқаулық", "other-columns"],
      ["2024", "read"],
      ["2025", "read"],
      ["Ескі", "hidden"],
    ]);
    expect(found.summary.mappedBy?.map(({ match }) => match)).toEqual(SHAPES.map(([name]) => `${name}*`));
  });
});
