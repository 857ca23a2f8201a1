import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { tarmaq } from "../../src/cli/tarmaq.ts";
import type { AuditFinding, AuditSummary } from "../../src/model/audit.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping } from "./synthetic-log.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-report-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const rules = join(import.meta.dirname, "../../rules/kz-mz-2024-99");
const BOOKS = ["1", "2"].map((service) => readRulebook(join(rules, service, "2024-11-27.json")));
const log = join(folder, "log.csv");
const map = join(folder, "map.json");
const NOW = "2026-01-20T06:00:00Z";

async function run(...argv: string[]): Promise<string> {
  let out = "";
  const stdout = new Writable({
    write(piece: Buffer, _encoding, done) {
      out += piece.toString();
      done();
    },
  });
  const stderr = new Writable({
    write(piece: Buffer, _encoding, done) {
      done(new Error(piece.toString()));
    },
  });
  await tarmaq(["audit", log, "--map", map, "--without-law", "--now", NOW, ...argv], {
    stdout,
    stderr,
    env: {},
    cwd: folder,
    now: () => 0,
  });
  return out;
}

const lines = (text: string): string[] => text.trimEnd().split("\n");
let findings: AuditFinding[] = [];
let page = "";
const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, "").replaceAll("&#39;", "'");
/** The part of the page under a heading. */
const section = (id: string): string => {
  const from = page.indexOf(`<h2 id="${id}"`);
  expect(from, id).toBeGreaterThan(0);
  return page.slice(from, page.indexOf("</section>", from));
};
const DEADLINES = ["met", "running", "cannot-be-told", "overdue", "late"];

beforeAll(async () => {
  const works = BOOKS.map((book) => bookAtWork(book));
  const made = works.flatMap((atWork) =>
    [
      ...madeCases(atWork, {
        seed: 11,
        cases: 150,
        from: "2025-01-06",
        until: "2026-01-18",
        now: Date.parse(NOW),
      }),
    ].map((each) => linesOf(each, atWork.book.id)),
  );
  // 00:30 on 1 March in Almaty is still February in Greenwich.
  made.push("edge,submitted,2025-02-28T19:30:00Z,kz-mz-2024-99/1,portal,clinic-9,,\n");
  made.push(
    "edge,result-issued,2025-02-28T19:40:00Z,kz-mz-2024-99/1,portal,clinic-9,,\n",
    "broken,submitted\n",
  );
  writeFileSync(log, MADE_HEADER + made.join(""));
  const events = Object.assign({}, ...works.map((atWork) => madeMapping(atWork).events)) as Record<
    string,
    string
  >;
  writeFileSync(map, JSON.stringify({ ...madeMapping(works[0]!), events }));
  findings = lines(await run("--format", "jsonl")).map((line) => JSON.parse(line) as AuditFinding);
  const html = join(folder, "report.html");
  await run("--html", html);
  page = readFileSync(html, "utf8");
});

describe("the report", () => {
  for (const [id, keyOf] of [
    ["byService", ({ service }: AuditFinding) => service ?? ""],
    ["byProvider", ({ provider }: AuditFinding) => provider ?? ""],
    ["byMonth", ({ start }: AuditFinding) => start?.slice(0, 7) ?? "start not known"],
  ] as const)
    it(`${id}: its numbers are those of the findings, and lead to cases that have them`, () => {
      const told = findings.filter(({ outcome, rule }) => DEADLINES.includes(outcome) && rule !== null);
      const keys = [...new Set(told.map(keyOf))].sort();
      const rows = section(id).split("<tr>").slice(2);
      expect(rows.length).toBe(keys.length);
      for (const row of rows) {
        const cells = row.split("<td").slice(1);
        const key = keys.find((each) => plain(`<td${cells[0] ?? ""}`).includes(each)) ?? "?";
        const of = (outcome: string): AuditFinding[] =>
          told.filter((finding) => keyOf(finding) === key && finding.outcome === outcome);
        for (const [index, outcome] of DEADLINES.entries()) {
          const cell = cells[index + 2] ?? "";
          expect(plain(`<td${cell}`).trim(), `${key} ${outcome}`).toBe(
            of(outcome).length.toLocaleString("en"),
          );
          if (of(outcome).length === 0) continue;
          const target = /href="#([^"]+)"/.exec(cell)?.[1] ?? "";
          const list = page.slice(page.indexOf(`id="${target}"`)).split("</p>", 1)[0] ?? "";
          const cases = [...plain(list).matchAll(/(?:\. |; )(\S+) \(/g)].map(([, name]) => name);
          expect(cases.length, `${key} ${outcome}`).toBe(Math.min(10, of(outcome).length));
          for (const name of cases) expect(of(outcome).map((each) => each.case)).toContain(name);
        }
      }
    });

  it("counts months by the provider's clock", () => {
    const edge = findings.filter((finding) => finding.case === "edge");
    expect(edge.length).toBeGreaterThan(0);
    for (const { start } of edge) expect(start?.slice(0, 7)).toBe("2025-03");
  });

  it("has nothing that leads nowhere, and each rule it cites in its words", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const { rules: all } of BOOKS)
      for (const rule of all)
        if (findings.some((finding) => finding.rule === rule.id))
          expect(plain(section("rules"))).toContain(
            (rule.source?.quote ?? "").replaceAll("\n", "\n").slice(0, 30),
          );
  });

  it("names the rulebooks that judged, and counts those that met no case", () => {
    const method = plain(section("method"));
    for (const { id, version } of BOOKS) expect(method).toContain(`${id} (${version ?? ""})`);
    expect(plain(page)).toMatch(/unread: \d/);
    expect(method).toMatch(/met no case: 26 rulebooks/);
    expect(method).not.toContain("kz-bqo");
    expect(method).toContain("by the clock of Asia/Almaty;");
  });

  it("shows the worst cases, each once, over a scale of days", () => {
    const cases = [...section("worst").matchAll(/<h3>(\S+)/g)].map(([, name]) => name);
    expect(cases.length).toBe(20);
    expect(new Set(cases).size).toBe(20);
    expect(section("worst")).toMatch(/class="day"[^>]*>2025-\d\d-\d\d</);
  });
});

describe("running cases", () => {
  it("are told with --now: what is overdue and what falls due, soonest first", async () => {
    const text = await run("--due-within", "3");
    const [, overdue = "", soon = ""] = text.split(/^Overdue:|^Falling due within 3 working days:/m);
    const due = (part: string): string[] =>
      [...part.matchAll(/^ {2}(\d{4}-\d\d-\d\d [\d:]+) /gm)].map(([, at]) => at ?? "");
    const expected = findings.filter(({ outcome }) => outcome === "overdue").length;
    expect(due(overdue).length).toBe(Math.min(50, expected));
    expect(due(overdue)).toEqual([...due(overdue)].sort());
    expect(due(soon)).toEqual([...due(soon)].sort());
    expect(due(soon).length).toBeGreaterThan(0);
    // 2026-01-20 is a Tuesday without days off near it: three working days end on Friday, the 23rd, at midnight.
    for (const at of due(soon)) expect(at > "2026-01-20 11:00" && at <= "2026-01-24 00:00", at).toBe(true);
  });
});

describe("another way of counting", () => {
  it("tells what an audit of books counted so tells, in the text, the report and a file", async () => {
    for (const change of [
      { countsStartDay: true, movesToWorkingDay: false },
      { unit: "calendar-day", amount: 2 },
      { clock: "wall", unit: "hour", amount: 4 },
    ]) {
      const other = join(folder, "other");
      for (const book of BOOKS)
        writeFileSync(
          join(folder, `other-${book.id.replaceAll("/", "-")}.json`),
          JSON.stringify({
            ...book,
            rules: book.rules.map((rule) => (rule.kind === "deadline" ? { ...rule, ...change } : rule)),
          }),
        );
      const books = BOOKS.map(({ id }) => join(folder, `other-${id.replaceAll("/", "-")}.json`));
      const key = ({ case: id, rule, start, rows }: AuditFinding): string =>
        `${id} ${rule ?? ""} ${start ?? ""} ${rows[0] ?? ""}`;
      const after = new Map(
        lines(await run("--rules", ...books, "--format", "jsonl"))
          .map((line) => JSON.parse(line) as AuditFinding)
          .map((finding) => [key(finding), finding.outcome]),
      );
      const expected = findings.flatMap((finding) => {
        const to = after.get(key(finding));
        return DEADLINES.includes(finding.outcome) &&
          finding.rule !== null &&
          to !== undefined &&
          to !== finding.outcome
          ? [`${finding.case},${finding.rule},${finding.outcome},${to}`]
          : [];
      });
      expect(expected.length, JSON.stringify(change)).toBeGreaterThan(0);
      const asked = Object.entries(change).map(([field, value]) => `${field}=${String(value)}`);
      const html = join(other, "report.html");
      const text = await run("--what-if", ...asked, "-o", other, "--html", html);
      const [head, ...flips] = lines(readFileSync(join(other, "what-if.csv"), "utf8")).map((line) =>
        line.replace("\r", ""),
      );
      expect(head).toBe("\uFEFFcase,rule,from,to");
      expect(flips.sort()).toEqual(expected.sort());
      expect(text).toContain(`${expected.length.toLocaleString("en")} of `);
      expect(readFileSync(html, "utf8")).toContain(
        `What if ${asked.join(" ")}: ${expected.length.toLocaleString("en")} of `,
      );
      // The findings that are written stay those of the books as they are.
      const summary = JSON.parse(readFileSync(join(other, "summary.json"), "utf8")) as AuditSummary;
      const told = Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0);
      expect(told).toBe(findings.length);
    }
  });
});

describe("one case explained", () => {
  it("counts no term to another due time than its finding's, and keeps the applicant's time apart", async () => {
    const suspended = findings
      .filter(({ outcome, reason }) => outcome === "late" && reason === null)
      .slice(0, 4);
    let days = 0;
    for (const { case: id } of suspended) {
      const told = JSON.parse(await run("--explain", id, "--format", "json")) as {
        findings: {
          finding: AuditFinding;
          counted: { due: string } | null;
          time: { provider: number; suspended: number } | null;
        }[];
      };
      for (const { finding, counted, time } of told.findings) {
        if (counted !== null && finding.due !== null) {
          days += 1;
          expect(Date.parse(counted.due), `${id} ${finding.cite ?? ""}`).toBe(Date.parse(finding.due));
        }
        if (time !== null && finding.start !== null && finding.done !== null && finding.rule !== null) {
          expect(time.provider).toBeGreaterThanOrEqual(0);
          expect(time.suspended).toBeGreaterThanOrEqual(0);
        }
      }
    }
    expect(days).toBeGreaterThan(4);
  });
});
