import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditOrder } from "../../src/audit/plan/plan.ts";
import { planFiles } from "../../src/audit/plan/plan-script.ts";
import { copyEvents } from "../../src/audit/run/copy-events.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { list, sql, word } from "../../src/engine/sql.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { Calendars } from "../../src/library/calendars.ts";
import { Laws } from "../../src/library/laws.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { booksInZones } from "../../src/library/zones-of-providers.ts";
import { type Postgres, type Row, startPostgres } from "../postgres.ts";
import type { Rule } from "../../src/model/rule.ts";
import { without } from "./run-on.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping } from "./synthetic-log.ts";

/** Columns that PostgreSQL and DuckDB must agree on. */
const COLUMNS =
  "case_id, rule_no, occurrence, outcome, reason, margin, start_at, due_at, done_at, late_wall, late_open, late_days, start_row, done_row, suspended_ms, taken_ms, provider, channel_no, book_no";

describe("the plan on PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-pg-"));
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const rulebook = readRulebook(join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json"));

  it("finds what it finds on DuckDB, to the last column", async () => {
    const book = bookAtWork(rulebook);
    const now = Date.parse("2026-01-05T00:00:00Z");
    const cases = [...madeCases(book, { seed: 3, cases: 250, from: "2024-12-01", until: "2025-12-01", now })];
    // A case known by date alone, one on the doubled hour, one with a tie: doubt takes its own way through the plan.
    const doubt =
      "d1,submitted,2025-03-17,,provider,p,,\nd1,result-issued,2025-03-19,,provider,p,,\nd2,submitted,2025-03-17 10:00:00,,portal,p,,\nd2,suspended,2025-03-17 10:10:00,,portal,p,,\nd2,resumed,2025-03-17 10:10:00,,portal,p,,\nd2,result-issued,2025-03-17 10:45:00,,portal,p,,\n";
    // No channel, pauses known by date and at an hour that came twice, ends before starts, a ground of another channel.
    const ground = "kz-mz-2024-99/1/refusal/annex-1/chapter-3/clause-13/paragraph-2";
    const hard = [
      "e1,complaint-filed,2025-04-14T05:00:00Z,,,p,,",
      "e1,complaint-answered,2025-04-21T15:00:00Z,,,p,,",
      "e2,submitted,2025-04-14T05:00:00Z,,provider,p,,",
      "e2,suspended,2025-04-15,,provider,p,,",
      "e2,resumed,2025-04-16,,provider,p,,",
      "e2,result-issued,2025-04-18T05:00:00Z,,provider,p,,",
      "e3,complaint-answered,2025-04-14T05:00:00Z,,portal,p,,",
      "e3,complaint-answered,2025-04-15T05:00:00Z,,portal,p,,",
      "e3,complaint-filed,2025-04-16T05:00:00Z,,portal,p,,",
      `e4,refused,2025-04-14T05:00:00Z,,portal,p,${ground},`,
      "e5,submitted,2025-04-14T05:00:00Z,,provider,p,,",
      "e5,suspended,2025-04-15T16:00:00Z,,provider,p,,",
      "e5,registered,2025-04-14,,provider,p,,",
      "",
    ].join("\n");
    const lines = cases.map((each) => linesOf(each, book.book.id)).join("") + doubt + hard;
    const mapping = { ...madeMapping(book), defaults: { service: book.book.id } };
    expect(await agreed("plain", lines, { books: [book], mapping, now })).toBeGreaterThan(600);
  });

  it("and so it does of deadlines that the log itself carries", async () => {
    const book = bookAtWork(rulebook);
    const cases = madeCases(book, { seed: 5, cases: 60, from: "2025-01-01", until: "2025-12-01" });
    const own = ["2025-06-10", "2025-12-01T10:00:00Z", "", "soon", "2026-03-01"];
    const [heading = ""] = MADE_HEADER.split("\n");
    const lines = [...cases].flatMap((each, number) =>
      linesOf(each, book.book.id)
        .trimEnd()
        .split("\n")
        .map(
          (line, row) =>
            `${line},${own[(number + (number % 7 === 0 ? row : 0)) % own.length]},${number % 9 === 8 ? "x" : number % 9}`,
        ),
    );
    const made = madeMapping(book);
    const mapping = {
      ...made,
      columns: { ...made.columns, due: "due", days: "days" },
      defaults: { service: book.book.id },
    };
    const order = { books: [book], mapping, now: Date.parse("2026-01-05T00:00:00Z") };
    expect(await agreed("own", `${lines.join("\n")}\n`, order, `${heading},due,days\n`)).toBeGreaterThan(150);
    const told = await postgres.rows(
      "select distinct outcome as outcome from own.finding where rule_no in (select own_rule_no from own.own_beside) or outcome = 'longer-than-law'",
    );
    expect(told.map((row) => row["outcome"]).sort()).toEqual([
      "cannot-be-told",
      "late",
      "longer-than-law",
      "met",
      "overdue",
    ]);
  });

  it("and so it does of terms that are of some cases alone", async () => {
    const legal = { fact: "applicant.personType", operator: "equal", value: "legal-person" } as const;
    const rules = rulebook.rules.map((rule, index): Rule =>
      rule.kind === "deadline" ? { ...rule, when: index % 2 === 0 ? legal : { not: legal } } : rule,
    );
    const book = bookAtWork({ ...rulebook, rules });
    const cases = madeCases(book, { seed: 6, cases: 40, from: "2025-01-01", until: "2025-12-01" });
    const [heading = ""] = MADE_HEADER.split("\n");
    const who = ["legal-person", "natural-person", "", "?"];
    const lines = [...cases].flatMap((each, number) =>
      linesOf(each, book.book.id)
        .trimEnd()
        .split("\n")
        .map((line, row) => `${line},${who[(number + (number % 5 === 0 ? row : 0)) % who.length]}`),
    );
    const mapping = {
      ...madeMapping(book),
      facts: { "applicant.personType": "who" },
      defaults: { service: book.book.id },
    };
    const order = { books: [book], mapping, now: Date.parse("2026-01-05T00:00:00Z") };
    expect(await agreed("facts", `${lines.join("\n")}\n`, order, `${heading},who\n`)).toBeGreaterThan(60);
    const told = await postgres.rows("select distinct reason as reason from facts.finding");
    expect(told.map((row) => row["reason"])).toEqual(
      expect.arrayContaining(["fact-unknown", "facts-differ"]),
    );
  });

  it("and so it does where providers have clocks of their own", async () => {
    const ever = without(rulebook, "inForce");
    const book = bookAtWork(ever);
    const zones = { "clinic-1": "Asia/Oral", "clinic-2": "Asia/Qyzylorda", "clinic-3": "Asia/Oral" };
    const mapping = { ...madeMapping(book), zones };
    const cases = [...madeCases(book, { seed: 4, cases: 150, from: "2024-02-19", until: "2024-03-07" })];
    const row = (id: string, event: string, time: string, provider: string): string =>
      `${id},${event},${time},${ever.id},provider,${provider},,\n`;
    const several = [
      row("tie", "submitted", "2024-02-20T05:00:00Z", "clinic-1"),
      row("tie", "registered", "2024-02-20T05:00:00Z", "clinic-5"),
      row("moved", "submitted", "2024-02-20T05:00:00Z", "clinic-2"),
      row("moved", "result-issued", "2024-02-21T05:00:00Z", "clinic-5"),
      row("wall", "submitted", "2024-02-20 10:00:00", "clinic-1"),
      row("wall", "result-issued", "2024-02-21 10:00:00", ""),
    ].join("");
    const lines = cases.map((each) => linesOf(each, ever.id)).join("") + several;
    const order = { ...booksInZones([ever], mapping, "map.json"), mapping };
    expect(await agreed("zones", lines, order)).toBeGreaterThan(300);
    const [told] = await postgres.rows(
      "select count(*) as n from zones.finding where case_id = 'tie' and outcome = 'cannot-be-told' and reason = 'tie'",
    );
    expect(Number(told?.["n"])).toBe(1);
  });

  it("and so it does with the general law beneath", async () => {
    const made = bookAtWork(rulebook);
    const book = bookAtWork(rulebook, new Calendars(), new Laws());
    const now = Date.parse("2026-03-01T00:00:00Z");
    const cases = [...madeCases(made, { seed: 5, cases: 60, from: "2025-12-01", until: "2026-02-01", now })];
    const row = (id: string, event: string, time: string, channel = "portal"): string =>
      `${id},${event},${time},${rulebook.id},${channel},p,,\n`;
    const events = [
      row("l1", "submitted", "2025-12-29T14:00:00Z"),
      row("l1", "registered", "2025-12-30T05:00:00Z"),
      row("l1", "extended", "2025-12-30T06:00:00Z"),
      row("l1", "notified", "2026-01-12T06:00:00Z"),
      row("l2", "submitted", "2026-01-16T13:45:00Z", "corporation"),
      row("l2", "forwarded", "2026-01-22T05:00:00Z", "corporation"),
      row("l2", "sent", "2026-01-26T17:00:00Z", "corporation"),
      row("l3", "complaint-filed:provider", "2026-01-16T13:45:00Z"),
      row("l3", "complaint-registered", "2026-01-19", "portal"),
      row("l3", "complaint-answered", "2026-01-27T05:00:00Z"),
      row("l3", "complaint-filed:authorised-body", "2026-01-28T05:00:00Z"),
      row("l3", "complaint-extended", "2026-02-10T05:00:00Z"),
      row("l4", "complaint-filed", "2026-01-12T05:00:00Z"),
      row("l4", "complaint-answered", "2026-01-26T05:00:00Z"),
      row("l5", "submitted", "2026-01-12T05:00:00Z", ""),
      row("l5", "returned", "2026-01-16T05:00:00Z", ""),
      row("l5", "submitted", "2026-01-19T05:00:00Z", ""),
      row("l5", "hearing-notified", "2026-01-20T05:00:00Z", ""),
      row("l5", "refused", "2026-01-21T05:00:00Z", ""),
      // Open until 20:00 of Almaty's clock at the latest: in the evening of the last day, and with a pause in that evening.
      row("l6", "submitted", "2026-01-12T05:00:00Z", "provider"),
      row("l6", "result-issued", "2026-01-13T17:30:00Z", "provider"),
      row("l7", "submitted", "2026-01-12T05:00:00Z", "provider"),
      row("l7", "suspended", "2026-01-13T17:00:00Z", "provider"),
      row("l7", "resumed", "2026-01-14T05:00:00Z", "provider"),
      row("l7", "result-issued", "2026-01-14T06:00:00Z", "provider"),
      row("l8", "deficiency-time-ended", "2026-01-12T05:00:00Z"),
      row("l8", "returned", "2026-01-16T05:00:00Z"),
      // Filed before the Law of 17.12.2025 and registered after it: the twentieth working day is 22 January, by the old words.
      row("m1", "complaint-filed:other", "2025-12-22T05:00:00Z"),
      row("m1", "complaint-registered", "2026-01-05T05:00:00Z"),
      row("m1", "complaint-answered", "2026-01-23T05:00:00Z"),
      `l9,documents-requested,2026-01-16T05:00:00Z,${rulebook.id},portal,p,,paper-of-systems\n`,
      `l9,refused,2026-01-16T06:00:00Z,${rulebook.id},portal,p,a reason,\n`,
    ].join("");
    const own = madeMapping(made);
    const more = [
      "extended",
      "notified",
      "forwarded",
      "sent",
      "returned",
      "deficiency-time-ended",
      "hearing-notified",
      "complaint-filed:provider",
      "complaint-filed:authorised-body",
      "complaint-filed:other",
      "complaint-registered",
      "complaint-extended",
    ];
    const mapping = {
      ...own,
      fromSystems: ["paper-of-systems"],
      events: { ...own.events, ...Object.fromEntries(more.map((event) => [event, event])) },
    };
    const lines = cases.map((each) => linesOf(each, rulebook.id)).join("") + events;
    expect(await agreed("law", lines, { books: [book], mapping, now })).toBeGreaterThan(150);
    const told = await postgres.rows(
      "select case_id, reason from law.finding where reason in ('no-addressee', 'law-unconfirmed') and case_id in ('l1', 'l4') order by case_id",
    );
    expect(told).toEqual(expect.arrayContaining([{ case_id: "l4", reason: "no-addressee" }]));
    const numberOf = (id: string): number => book.book.rules.findIndex((rule) => rule.id === id);
    const [old, current] = [numberOf("kz-law/appk/99-old"), numberOf("kz-law/appk/99")];
    const byLaw = await postgres.rows(
      `select cast(rule_no as int) as rule_no, outcome from law.finding where case_id = 'm1' and rule_no in (${old}, ${current})`,
    );
    expect(byLaw).toEqual([{ rule_no: old, outcome: "late" }]);
    const duties = await postgres.rows(
      "select distinct substr(case_id, 1, 2) as case_id, outcome, reason from law.finding where reason = 'last-hour' and case_id in ('l6', 'l7') or case_id like 'l5%' and outcome = 'refused-without-reason' or case_id = 'l9' and outcome = 'asked-for-what-systems-give' order by case_id",
    );
    expect(duties).toEqual([
      { case_id: "l5", outcome: "refused-without-reason", reason: null },
      { case_id: "l6", outcome: "cannot-be-told", reason: "last-hour" },
      { case_id: "l7", outcome: "cannot-be-told", reason: "last-hour" },
      { case_id: "l9", outcome: "asked-for-what-systems-give", reason: "paper-of-systems" },
    ]);
  });

  /** Runs an audit and its plan on PostgreSQL, in a schema of its own, and holds all findings against each other. */
  async function agreed(
    schema: string,
    lines: string,
    order: AuditOrder,
    heading = MADE_HEADER,
  ): Promise<number> {
    const log = join(folder, `${schema}.csv`);
    writeFileSync(log, heading + lines);
    const audit = await runAudit(order, logSource(logFiles([log], FORMATS, folder), order.mapping), {
      memory: "1GB",
      threads: 2,
      folder,
    });
    const emitted = join(folder, schema);
    mkdirSync(emitted);
    for (const { name, text } of planFiles(audit.tables, audit.steps))
      writeFileSync(join(emitted, name), text);
    await copyEvents(audit, join(emitted, "events.csv"));
    const ours = await audit.database.rows<Row>(
      sql`select ${list(COLUMNS.split(", ").map(word))} from finding`,
    );
    audit.database.close();

    await postgres.run(schema, join(emitted, "1-tables.sql"));
    await postgres.run(schema, join(emitted, "2-event.sql"));
    await postgres.load(schema, "event", join(emitted, "events.csv"));
    await postgres.run(schema, join(emitted, "3-plan.sql"));
    const theirs = await postgres.rows(`select ${COLUMNS} from ${schema}.finding`);

    const written = (rows: readonly Row[]): string[] =>
      rows
        .map((row) =>
          JSON.stringify(COLUMNS.split(", ").map((column) => `${(row[column] ?? "") as string | number}`)),
        )
        .sort();
    expect(written(theirs)).toEqual(written(ours));
    return ours.length;
  }
});
