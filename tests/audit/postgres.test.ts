import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { runAudit } from "../../src/audit/run-audit.ts";
import { Outputs } from "../../src/cli/audit-outputs.ts";
import { makeSql } from "../../src/cli/audit-sql.ts";
import { bookAtWork } from "../../src/cli/books-at-work.ts";
import { logSource } from "../../src/cli/read-log.ts";
import { readRulebook } from "../../src/cli/read-rulebook.ts";
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

  it("finds what it finds on DuckDB, to the last column", async () => {
    const book = bookAtWork(
      readRulebook(join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json")),
    );
    const now = Date.parse("2026-01-05T00:00:00Z");
    const cases = [...madeCases(book, { seed: 3, cases: 250, from: "2024-12-01", until: "2025-12-01", now })];
    // A case known by date alone, one on the doubled hour, one with a tie: doubt takes its own way through the plan.
    const doubt =
      "d1,submitted,2025-03-17,,provider,p,,\nd1,result-issued,2025-03-19,,provider,p,,\nd2,submitted,2025-03-17 10:00:00,,portal,p,,\nd2,suspended,2025-03-17 10:10:00,,portal,p,,\nd2,resumed,2025-03-17 10:10:00,,portal,p,,\nd2,result-issued,2025-03-17 10:45:00,,portal,p,,\n";
    const log = join(folder, "log.csv");
    writeFileSync(log, MADE_HEADER + cases.map((each) => linesOf(each, book.book.id)).join("") + doubt);
    const mapping = { ...madeMapping(book), defaults: { service: book.book.id } };
    const audit = await runAudit({ books: [book], mapping, now }, logSource([log], mapping, folder), {
      memory: "1GB",
      threads: 2,
      folder,
    });
    const outputs = new Outputs(folder, new AbortController().signal);
    await makeSql(audit, join(folder, "sql"), outputs);
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
        { cwd: join(folder, "sql"), env: { ...process.env, PGOPTIONS: "-c enable_nestloop=off" } },
      );
    };
    psql("-f", "1-tables.sql");
    psql("-f", "2-event.sql");
    psql("-c", "\\copy event from 'events.csv' csv header");
    psql("-f", "3-plan.sql");
    const theirs = await client!.query<Record<string, unknown>>(`select ${COLUMNS} from finding`);

    const lines = (rows: readonly Record<string, unknown>[]): string[] =>
      rows
        .map((row) =>
          JSON.stringify(COLUMNS.split(", ").map((column) => `${(row[column] ?? "") as string | number}`)),
        )
        .sort();
    expect(lines(theirs.rows)).toEqual(lines(ours));
    expect(ours.length).toBeGreaterThan(600);
  });
});
