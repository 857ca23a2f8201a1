import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingWriter, type FindingRow } from "../../src/audit/tell/finding.ts";

import type { WholeMapping } from "../../src/log/mapping.ts";
import type { AuditOrder } from "../../src/audit/plan/plan.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { sql } from "../../src/engine/sql.ts";
import { whatIf } from "../../src/audit/run/what-if.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { faults } from "../../src/files/validate.ts";
import { booksInZones } from "../../src/library/zones-of-providers.ts";
import type { AuditFinding, AuditSummary, WhatIf } from "../../src/model/audit.ts";
import { CHANNELS, type DeadlineRule, type Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { size } from "../size.ts";
import { seeded, without } from "./run-on.ts";
import { MADE_HEADER, madeCases, madeMapping } from "./synthetic-log.ts";

const RULES = join(import.meta.dirname, "../../rules");

/** Providers of the made logs; those that are not named here have the rulebook's zone. */
const ZONES: Readonly<Record<string, string>> = {
  "clinic-1": "Asia/Oral",
  "clinic-2": "Asia/Qyzylorda",
  "clinic-3": "Asia/Almaty",
  "clinic-4": "Asia/Oral",
};
const OWN = "";

/** A row of a log, and the zone in whose log it is put where the log is split by hand. */
interface Line {
  readonly text: string;
  readonly zone: string;
}

interface Told {
  readonly findings: readonly AuditFinding[];
  readonly summary: AuditSummary;
  /** What another way of counting would change. */
  readonly changed: WhatIf;
}

async function judge(lines: readonly Line[], order: AuditOrder): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-zones-"));
  try {
    const log = join(folder, "log.csv");
    writeFileSync(log, MADE_HEADER + lines.map(({ text }) => text).join(""));
    const limits = { memory: "1GB", threads: 2, folder };
    const audit = await runAudit(order, logSource(logFiles([log], FORMATS, folder), order.mapping), limits);
    try {
      const rows = await audit.database.rows<FindingRow>(sql`select * from finding`);
      const findings = rows.map(findingWriter(audit));
      return { findings, summary: audit.summary, changed: await whatIf(audit, [{ countsStartDay: true }]) };
    } finally {
      audit.database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const inOne = (lines: readonly Line[], books: readonly Rulebook[], mapping: WholeMapping): Promise<Told> =>
  judge(lines, { ...booksInZones(books, mapping, "map.json"), mapping });

/** The log split by hand, each part judged by copies of the rulebooks with its zone; lines are those of the whole log. */
async function byHand(
  lines: readonly Line[],
  books: readonly Rulebook[],
  zoned: WholeMapping,
): Promise<Told[]> {
  const mapping = without(zoned, "zones");
  const readIn = mapping.time?.zone === undefined ? undefined : readZone(mapping.time.zone);
  const told: Told[] = [];
  for (const zone of new Set(lines.map((line) => line.zone))) {
    const places = lines.flatMap((line, index) => (line.zone === zone ? [index + 2] : []));
    const copies = books.map((book) => bookAtWork(zone === OWN ? book : { ...book, zone }));
    const part = await judge(
      lines.filter((line) => line.zone === zone),
      { books: copies, mapping, readIn },
    );
    const findings = part.findings.map((finding) => ({
      ...finding,
      rows: finding.rows.map((row) => places[Number(row) - 2]!),
    }));
    told.push({ ...part, findings });
  }
  return told;
}

const sorted = (findings: readonly AuditFinding[]): string[] =>
  findings.map((finding) => JSON.stringify(finding)).sort();

function sums(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [key, count] of counts) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

const ruleCounts = ({ rules }: AuditSummary): [string, number][] =>
  rules.map(({ findings, ...of }) => [JSON.stringify(of), findings]);
const flipCounts = ({ flips }: WhatIf): [string, number][] =>
  flips.map(({ from, to, findings }) => [`${from} ${to}`, findings]);

async function expectTheSame(
  lines: readonly Line[],
  books: readonly Rulebook[],
  mapping: WholeMapping,
): Promise<Told> {
  const one = await inOne(lines, books, mapping);
  const parts = await byHand(lines, books, mapping);
  expect(sorted(one.findings)).toEqual(sorted(parts.flatMap(({ findings }) => findings)));
  // A rule is counted once, whatever the zone; and so is a rulebook.
  expect(new Set(ruleCounts(one.summary).map(([of]) => of)).size).toBe(one.summary.rules.length);
  expect(sums(ruleCounts(one.summary))).toEqual(sums(parts.flatMap(({ summary }) => ruleCounts(summary))));
  expect(one.summary.rulebooks.map(({ cases, ...of }) => [JSON.stringify(of), cases])).toEqual(
    Object.entries(
      sums(
        parts.flatMap(({ summary }) =>
          summary.rulebooks.map(({ cases, ...of }): [string, number] => [JSON.stringify(of), cases]),
        ),
      ),
    ),
  );
  expect(new Set(one.summary.notAudited.map((each) => JSON.stringify(each)))).toEqual(
    new Set(parts.flatMap(({ summary }) => summary.notAudited.map((each) => JSON.stringify(each)))),
  );
  expect(sums(flipCounts(one.changed))).toEqual(sums(parts.flatMap(({ changed }) => flipCounts(changed))));
  // The clocks do tell the findings apart: by the rulebook's alone they are others.
  const plain = await inOne(lines, books, without(mapping, "zones"));
  expect(sorted(plain.findings)).not.toEqual(sorted(one.findings));
  return one;
}

const always = (path: string): Rulebook => without(readRulebook(join(RULES, path)), "inForce");
const national = always("kz-mz-2024-99/1/2024-11-27.json");
const regional = always("kz-bqo-2015-200/1/2019-08-13.json");

type Writing = "instant" | "wall" | "all";

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** An instant as a log writes it: with its zone; as a clock shows it, without; as a date. */
function written(at: number, writing: Writing, random: () => number): string {
  const wall = iso(at + 6 * HOUR);
  if (writing === "instant") return `${iso(at)}Z`;
  const how = random();
  if (writing === "all" && how < 0.3) return `${iso(at)}Z`;
  return writing === "all" && how < 0.45 ? wall.slice(0, 10) : wall;
}

interface Making {
  readonly seed: number;
  readonly from: string;
  readonly until: string;
  readonly writing: Writing;
}

/** Cases of several services in every channel, and in one that nobody knows; here and there a row names no provider. */
function madeLines(books: readonly Rulebook[], { seed, from, until, writing }: Making): Line[] {
  const random = seeded(seed);
  return books.flatMap((book) =>
    [...madeCases(bookAtWork(book), { seed, cases: 240, from, until })].flatMap((made, number) => {
      const channel = [...CHANNELS, ""][number % (CHANNELS.length + 1)]!;
      const named = number % 29 === 0 ? "" : made.provider;
      const first = made.events[0]?.at ?? 0;
      return made.events.map(({ event, at, reason = "", document = "" }, index): Line => {
        // A case that goes on elsewhere is judged by its first provider. By whose clock it is read is another matter.
        const moved = writing === "instant" && number % 5 === 0 && at > first && named !== "";
        const left = index > 0 && number % 7 === 0 && writing !== "instant";
        const provider = left ? "" : moved ? "clinic-1" : named;
        return {
          text: `${made.id},${event},${written(at, writing, random)},${book.id},${channel},${provider},${reason},${document}\n`,
          zone: ZONES[named] ?? OWN,
        };
      });
    }),
  );
}

const mappingOf = (books: readonly Rulebook[], more: Partial<WholeMapping> = {}): WholeMapping => {
  const mappings = books.map((book) => madeMapping(bookAtWork(book)));
  const [first] = mappings;
  return {
    columns: first!.columns,
    events: Object.assign({}, ...mappings.map(({ events }) => events)) as WholeMapping["events"],
    zones: ZONES,
    ...more,
  };
};

/** How a log writes its times, and over which change of the clock it goes. */
interface Way {
  readonly writing: Writing;
  readonly name: string;
  readonly days: { readonly from: string; readonly until: string };
}

const AROUND_THE_CHANGE = { from: "2024-02-19", until: "2024-03-07" };
const BEFORE = { from: "2018-12-10", until: "2019-01-10" };

describe("one audit with zones finds what the log split by hand finds by rulebooks with other zones", () => {
  const books = [national, regional];
  const overMarch = { name: "over 1 March 2024", days: AROUND_THE_CHANGE };
  const overDecember = { name: "over 21 December 2018", days: BEFORE };
  // Every day each writing once, and each change of the clock.
  const everyDay: readonly Way[] = [
    { writing: "instant", ...overMarch },
    { writing: "wall", ...overDecember },
    { writing: "all", ...overMarch },
  ];
  const rest: readonly Way[] = [
    { writing: "instant", ...overDecember },
    { writing: "wall", ...overMarch },
    { writing: "all", ...overDecember },
  ];
  for (const { writing, name, days } of [...everyDay, ...size<readonly Way[]>([], rest)])
    it(`${name}, times written as: ${writing}`, async () => {
      const lines = madeLines(books, { seed: 7, ...days, writing });
      await expectTheSame(lines, books, mappingOf(books));
    });

  it("where a version ends at midnight of each zone", async () => {
    const change = "2023-06-05";
    const versions: Rulebook[] = [
      { ...national, version: "old", inForce: { from: "2020-01-01", until: null } },
      {
        ...national,
        version: "new",
        inForce: { from: change, until: null },
        rules: national.rules.map((rule) =>
          rule.kind === "deadline" ? { ...rule, amount: rule.amount * 2 } : rule,
        ),
      },
    ];
    // Between 18:00 and 19:00 UTC it is the 5th in Almaty and still the 4th in Oral.
    const edges = Object.keys(ZONES).flatMap((provider) =>
      [-1, 0, 1799, 3599, 3600].map((seconds, index): Line => ({
        text: `${provider}-edge-${index},submitted,${iso(Date.parse(`${change}T00:00:00+06:00`) + seconds * 1000)}Z,${national.id},portal,${provider},,\n`,
        zone: ZONES[provider]!,
      })),
    );
    const made = madeLines([national], { seed: 9, from: "2023-05-29", until: "2023-06-12", writing: "wall" });
    const told = await expectTheSame([...made, ...edges], versions, mappingOf([national]));
    const version = (id: string): string | null | undefined =>
      told.findings.find((finding) => finding.case === id)?.version;
    expect([0, 1, 2, 3, 4].map((index) => version(`clinic-3-edge-${index}`))).toEqual([
      "old",
      "new",
      "new",
      "new",
      "new",
    ]);
    expect([0, 1, 2, 3, 4].map((index) => version(`clinic-1-edge-${index}`))).toEqual([
      "old",
      "old",
      "old",
      "old",
      "new",
    ]);
  });

  it("where the mapping says in which zone all times are read", async () => {
    const lines = madeLines(books, { seed: 11, ...AROUND_THE_CHANGE, writing: "all" });
    await expectTheSame(lines, books, mappingOf(books, { time: { zone: "Asia/Qyzylorda" } }));
  });

  it("where rows name nobody and the mapping says who the one provider is", async () => {
    const lines = madeLines([national], { seed: 12, ...AROUND_THE_CHANGE, writing: "wall" }).map(
      ({ text }) => ({ text: text.replace(/clinic-\d/, ""), zone: "Asia/Oral" }),
    );
    const mapping = mappingOf([national], { defaults: { provider: "clinic-1" } });
    await expectTheSame(lines, [national], mapping);
  });

  it("where the rulebook itself names no zone", async () => {
    const nowhere = without(national, "zone");
    const lines = madeLines([national], { seed: 13, ...AROUND_THE_CHANGE, writing: "wall" });
    await expectTheSame(lines, [nowhere], mappingOf([national]));
  });
});

const HOURS: Rule = {
  id: "hours",
  kind: "hours",
  who: "provider",
  cite: "h",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:00",
};
const TERM: DeadlineRule = {
  id: "term",
  kind: "deadline",
  subject: "service",
  amount: 1,
  unit: "working-day",
  cite: "t",
};
const book: Rulebook = { id: "b", zone: "Asia/Almaty", calendar: "kz", rules: [TERM, HOURS] };

/** Rows `case,activity,time,provider` of one service in person. */
const rowsOf = (rows: string): Line[] =>
  rows
    .trim()
    .split("\n")
    .map((row) => {
      const [id, activity, time, provider] = row.trim().split(",");
      return { text: `${id},${activity},${time},b,provider,${provider},,\n`, zone: OWN };
    });

const MAPPING: WholeMapping = {
  ...mappingOf([book]),
  zones: { almaty: "Asia/Almaty", oral: "Asia/Oral", aqsai: "Asia/Oral" },
};

async function told(rows: string, mapping = MAPPING): Promise<Record<string, string[]>> {
  const { findings } = await inOne(rowsOf(rows), [book], mapping);
  const by: Record<string, string[]> = {};
  for (const { case: id, outcome, reason, due } of findings)
    (by[id] ??= []).push([outcome, reason, due].filter((word) => word !== null).join(" "));
  for (const own of Object.values(by)) own.sort();
  return by;
}

describe("a case of several providers", () => {
  it("is judged by the earliest of them; of two with two clocks at one instant nobody can tell", async () => {
    // Wednesday 17 January 2024: one working day, to the end of Thursday's hours; 18:00 in Oral is 19:00 in Almaty.
    const out = "result-issued,2024-01-18T18:30:00+06:00";
    expect(
      await told(`
first-oral,submitted,2024-01-17T10:00:00+06:00,oral
first-oral,${out},almaty
first-almaty,submitted,2024-01-17T10:00:00+06:00,almaty
first-almaty,${out},oral
both,submitted,2024-01-17T10:00:00+06:00,almaty
both,registered,2024-01-17T10:00:00+06:00,oral
both,${out},oral
neighbours,submitted,2024-01-17T10:00:00+06:00,aqsai
neighbours,registered,2024-01-17T10:00:00+06:00,oral
neighbours,${out},oral
alike,submitted,2024-01-17T10:00:00+06:00,almaty
alike,registered,2024-01-17T10:00:00+06:00,elsewhere
alike,result-issued,2024-01-18T17:30:00+06:00,almaty`),
    ).toEqual({
      "first-oral": ["met 2024-01-18T18:00:00+05:00"],
      "first-almaty": ["late 2024-01-18T18:00:00+06:00", "outside-hours"],
      both: ["cannot-be-told tie"],
      neighbours: ["met 2024-01-18T18:00:00+05:00"],
      // The clock of one who is not named is the rulebook's, which is that of Almaty: no two clocks.
      alike: ["met 2024-01-18T18:00:00+06:00"],
    });
  });

  it("has times without a zone read by the clock of each row's provider", async () => {
    const rows = `
oral,submitted,2024-01-17 10:00:00,oral
oral,result-issued,2024-01-18 18:00:00,oral
silent,submitted,2024-01-17 10:00:00,oral
silent,result-issued,2024-01-18 18:00:00,
moved,submitted,2024-01-17 10:00:00,oral
moved,result-issued,2024-01-18 18:30:00,almaty`;
    expect(await told(rows)).toEqual({
      oral: ["met 2024-01-18T18:00:00+05:00"],
      silent: ["met 2024-01-18T18:00:00+05:00"],
      moved: ["met 2024-01-18T18:00:00+05:00"],
    });
    expect((await told(rows, { ...MAPPING, time: { zone: "Asia/Almaty" } }))["oral"]).toEqual([
      "met 2024-01-18T18:00:00+05:00",
    ]);
    expect((await told(rows, { ...MAPPING, time: { zone: "UTC" } }))["oral"]).toEqual([
      "late 2024-01-18T18:00:00+05:00",
      "outside-hours",
    ]);
  });
});

describe("the schema of a mapping", () => {
  it("knows zones as words of the provider column and names of zones", () => {
    const base = {
      columns: { case: "c", activity: "a", time: "t", provider: "p" },
      events: { a: "submitted" },
    };
    expect(faults("mapping", { ...base, zones: ZONES })).toEqual([]);
    for (const zones of [{}, { oral: "" }, { oral: 5 }, { "": "Asia/Oral" }, ["Asia/Oral"], { oral: null }])
      expect(faults("mapping", { ...base, zones }), JSON.stringify(zones)).not.toEqual([]);
  });
});
