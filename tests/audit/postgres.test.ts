import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import type { AuditOrder } from "../../src/audit/plan/plan.ts";
import { runAudit } from "../../src/audit/run/run-audit.ts";
import { Outputs } from "../../src/files/audit-outputs.ts";
import { makeSql } from "../../src/files/audit-sql.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { logSource } from "../../src/log/read-log.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { booksInZones } from "../../src/library/zones-of-providers.ts";
import { without } from "./run-on.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping } from "./synthetic-log.ts";

const DEBIAN = "/usr/lib/postgresql";
const bin = existsSync(DEBIAN)
  ? readdirSync(DEBIAN)
      .map((version) => join(DEBIAN, version, "bin"))
      .at(-1)
  : undefined;

/** Debian's servers do not run as root. */
function asPostgres(program: string, ...given: string[]): void {
  const command = [join(bin ?? "", program), ...given];
  const [first, ...rest] =
    process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  const ran = spawnSync(first!, rest, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    cwd: tmpdir(),
  });
  if (ran.status !== 0) throw new Error(`${command.join(" ")}: ${ran.stderr}`);
}

/** Columns that PostgreSQL and DuckDB must agree on. */
const COLUMNS =
  "case_id, rule_no, occurrence, outcome, reason, margin, start_at, due_at, done_at, late_wall, late_open, late_days, s_row, d_row, suspended_ms, taken_ms, provider, channel_no, book_no";

describe("the plan on PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-pg-"));
  const data = join(folder, "data");
  const port = 54_000 + (process.pid % 5_000);
  let client: pg.Client | undefined;

  beforeAll(async () => {
    if (bin === undefined) throw new Error("no PostgreSQL server: apt-get install postgresql");
    chmodSync(folder, 0o777);
    asPostgres("initdb", "-D", data, "-A", "trust", "-U", "tarmaq", "-E", "UTF8", "--no-sync");
    asPostgres(
      "pg_ctl",
      "-D",
      data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-p ${port} -k ${folder} -c fsync=off -c listen_addresses=''`,
      "start",
    );
    client = new pg.Client({ host: folder, port, user: "tarmaq", database: "postgres" });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    if (client !== undefined) asPostgres("pg_ctl", "-D", data, "-m", "immediate", "stop");
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
    const lines = cases.map((each) => linesOf(each, book.book.id)).join("") + doubt;
    const mapping = { ...madeMapping(book), defaults: { service: book.book.id } };
    expect(await agreed("plain", lines, { books: [book], mapping, now })).toBeGreaterThan(600);
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
    const { rows } = await client!.query<{ n: string }>(
      "select count(*) as n from zones.finding where case_id = 'tie' and outcome = 'cannot-be-told' and reason = 'tie'",
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  /** Runs an audit and its plan on PostgreSQL, in a schema of its own, and holds all findings against each other. */
  async function agreed(schema: string, lines: string, order: AuditOrder): Promise<number> {
    const log = join(folder, `${schema}.csv`);
    writeFileSync(log, MADE_HEADER + lines);
    const audit = await runAudit(order, logSource([log], order.mapping, folder), {
      memory: "1GB",
      threads: 2,
      folder,
    });
    const outputs = new Outputs(folder, new AbortController().signal);
    await makeSql(audit, join(folder, schema), outputs);
    await outputs.publish();
    const ours = await audit.database.rows<Record<string, unknown>>(`select ${COLUMNS} from finding`);
    audit.database.close();

    const psql = (...given: string[]): void => {
      execFileSync(
        join(bin ?? "", "psql"),
        [
          "-h",
          folder,
          "-p",
          String(port),
          "-U",
          "tarmaq",
          "-d",
          "postgres",
          "-q",
          "-v",
          "ON_ERROR_STOP=1",
          ...given,
        ],
        {
          cwd: join(folder, schema),
          env: { ...process.env, PGOPTIONS: `-c enable_nestloop=off -c search_path=${schema}` },
        },
      );
    };
    await client!.query(`create schema ${schema}`);
    psql("-f", "1-tables.sql");
    psql("-f", "2-event.sql");
    psql("-c", "\\copy event from 'events.csv' csv header");
    psql("-f", "3-plan.sql");
    const theirs = await client!.query<Record<string, unknown>>(`select ${COLUMNS} from ${schema}.finding`);

    const written = (rows: readonly Record<string, unknown>[]): string[] =>
      rows
        .map((row) =>
          JSON.stringify(COLUMNS.split(", ").map((column) => `${(row[column] ?? "") as string | number}`)),
        )
        .sort();
    expect(written(theirs.rows)).toEqual(written(ours));
    return ours.length;
  }
});
