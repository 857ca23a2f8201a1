import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionLogFor } from "../../src/cli/decision-log-for.ts";
import { openedDecisions } from "../../src/server/process/opened-decisions.ts";
import { Database } from "../../src/store/postgres/database.ts";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { PostgresDecisionLog } from "../../src/store/postgres/postgres-decision-log.ts";
import { verifyPostgres } from "../../src/store/postgres/verify-postgres.ts";
import { runIn, type Told } from "../in-process.ts";
import { programsOf, startPostgres, type Postgres } from "../postgres.ts";
import { receipt, requestNumber } from "./entries.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-fit-"));
let postgres: Postgres;
let owner: Database;
let address: string;
beforeAll(async () => {
  postgres = await startPostgres();
  for (const role of ["tarmaq_app", "tarmaq_other"]) await postgres.rows(`create role ${role} login`);
  const [{ owner: name } = {}] = await postgres.rows("select current_user as owner");
  owner = await Database.at(await postgres.address(String(name)));
  await migrate(owner, { grant: "tarmaq_app" });
  await postgres.rows("create table away as select * from tarmaq.migrations where false");
  address = await postgres.address("tarmaq_app");
});
afterAll(async () => {
  await owner.end();
  await postgres.end();
  rmSync(folder, { recursive: true });
});

const serve = (store: string, ...more: string[]): Promise<Told> =>
  runIn(folder, ["serve", "--port", "0", "--no-review", "--lang", "en", "--store", store, ...more]);

/** A database that refuses whoever comes, with PostgreSQL's name for why. */
async function refusing(code: string): Promise<{ port: number; end: () => void }> {
  const fields = ["SFATAL", `C${code}`, 'Mpassword authentication failed for user "a": verysecret'];
  const body = Buffer.from(`${fields.join("\0")}\0\0`);
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(body.length + 4, 1);
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(Buffer.concat([head, body])));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, end: () => server.close() };
}

/** PGlite lets everybody in as its owner, and has no `pg_dump`. */
const servers = [programsOf() ?? []].flat();
if (servers.length === 0)
  console.warn(
    "No PostgreSQL is installed: roles are held by no test, and no backup of a store is restored.",
  );

it.each(servers)("a role that may read alone, or nothing, is refused at the start: %s", async () => {
  const other = await serve(await postgres.address("tarmaq_other"));
  expect([other.status, other.err]).toEqual([2, expect.stringContaining("42501 (it is not permitted)")]);
  expect(other.err).toContain("Run tarmaq store migrate --grant");
  await postgres.rows("revoke insert on tarmaq.review_decisions from tarmaq_app");
  const { status, err } = await serve(address);
  await postgres.rows("grant insert on tarmaq.review_decisions to tarmaq_app");
  expect([status, err]).toEqual([2, expect.stringContaining("the role tarmaq_app may not add to the store")]);
  expect(err).toContain("Run tarmaq store migrate --grant tarmaq_app");
});

describe("a store that does not fit is refused at the start, with the way out", () => {
  it.each([
    [
      "a newer version has made it",
      "insert into tarmaq.migrations (number, name, sha256) values (99, '0099-new.sql', 'x')",
      "delete from tarmaq.migrations where number = 99",
      ["the store is of a newer version: 0099-new.sql", "Use the version of Tarmaq that has made it"],
    ],
    [
      "it lacks a step",
      "with one as (delete from tarmaq.migrations returning *) insert into away select * from one",
      "insert into tarmaq.migrations select * from away",
      ["the store lacks 0001-store.sql", "Run tarmaq store migrate of this version"],
    ],
    [
      "it has no tables",
      "alter schema tarmaq rename to away",
      "alter schema away rename to tarmaq",
      ["the store fails: 42P01", "Run tarmaq store migrate, as the owner"],
    ],
  ])("%s", async (_, change, back, words) => {
    await postgres.rows(change);
    try {
      const { status, err } = await serve(address);
      expect(status).toBe(2);
      for (const part of words) expect(err).toContain(part);
    } finally {
      await postgres.rows(back);
    }
  });

  it("the password is wrong, and is not told", async () => {
    const database = await refusing("28P01");
    const store = `postgres://a:verysecret@127.0.0.1:${database.port}/b`;
    for (const told of [
      await serve(store),
      await runIn(folder, ["rules", "build", "none.txt", "--lang", "en"], { env: { TARMAQ_STORE: store } }),
    ]) {
      expect(told.status).toBe(2);
      expect(told.err).toContain("28P01 (the password is refused)");
      expect(told.err).toContain("Say it in PGPASSWORD");
      expect(told.err + told.out).not.toContain("verysecret");
    }
    database.end();
  });

  it.each([
    [
      ["--store", "postgres://127.0.0.1:1/a", "--retention-days", "7"],
      "tarmaq store migrate --retention-days",
    ],
    [["--keep-requests"], "Name it with --store"],
  ])("an option that would change nothing is refused: %s", async (options, words) => {
    const told = await runIn(folder, ["serve", "--port", "0", "--no-review", "--lang", "en", ...options]);
    expect([told.status, told.err]).toEqual([2, expect.stringContaining(words)]);
  });
});

it("a store that is away at the start is waited for, and what could not be forgotten is told", async () => {
  const logged: unknown[] = [];
  const log = (entry: unknown): void => void logged.push(entry);
  const io = { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: folder, now: () => 0 };
  const store = "postgres://a:verysecret@127.0.0.1:1/b";
  const decisions = await openedDecisions({ decisions: (to) => decisionLogFor({ store }, io, to) }, log);
  expect((await decisions?.trouble())?.reason).toBe("ECONNREFUSED");
  await decisions?.close();
  expect(logged).toEqual([
    { fault: "store-away", where: "the store", reason: "ECONNREFUSED" },
    { fault: "not-forgotten", where: "the store", reason: "ECONNREFUSED" },
  ]);
});

it("a log that could not add is ready again only once it can add, and leaves nothing behind by trying", async () => {
  const database = await Database.at(address);
  const log = new PostgresDecisionLog({ database, keepRequests: false, now: () => 0 });
  await log.write(receipt, requestNumber(1));
  await postgres.rows(
    "create function full_disk() returns trigger language plpgsql as $$ begin raise using errcode = '53100'; end $$",
  );
  await postgres.rows(
    "create trigger z before insert on tarmaq.decisions for each row execute function full_disk()",
  );
  await expect(log.write(receipt, requestNumber(2))).rejects.toMatchObject({ reason: "53100" });
  expect((await log.trouble())?.reason).toBe("53100");
  await postgres.rows("drop trigger z on tarmaq.decisions");
  expect(await log.trouble()).toBeUndefined();
  await log.write(receipt, requestNumber(3));
  await log.close();
  expect(await verifyPostgres(owner, "decisions")).toMatchObject({ entries: 2, head: { number: 2 } });
});

it.each(servers)("a backup is a store with the same chain, which servers go on with: %s", async (at) => {
  const { head } = await verifyPostgres(owner, "decisions");
  const run = (program: string, ...given: string[]): string =>
    execFileSync(join(at, program), [...postgres.reach, ...given], { encoding: "utf8", cwd: folder });
  run("pg_dump", "-d", "postgres", "-n", "tarmaq", "-f", "backup.sql");
  await postgres.rows("create database restored");
  run("psql", "-d", "restored", "-q", "-v", "ON_ERROR_STOP=1", "-f", "backup.sql");
  const restored = address.replace("/postgres?", "/restored?");
  const noted = `${head.number}:${head.hash}`;
  const told = await runIn(folder, [
    "store",
    "verify",
    "--noted",
    noted,
    "--store",
    restored,
    "--lang",
    "en",
  ]);
  expect([told.status, told.out]).toEqual([0, expect.stringContaining(`its end: ${noted}`)]);
  const database = await Database.at(restored);
  await expect(database.rows("delete from tarmaq.decisions")).rejects.toMatchObject({ reason: "42501" });
  const log = new PostgresDecisionLog({ database, keepRequests: false, now: () => 0 });
  await log.write(receipt, requestNumber(9));
  const after = await verifyPostgres(database, "decisions");
  await log.close();
  expect([after.head.number, after.broken]).toEqual([head.number + 1, undefined]);
});
