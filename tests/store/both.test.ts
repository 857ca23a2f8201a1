import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../src/review/decision.ts";
import { hashOf } from "../../src/model/print.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import type { DecisionLog } from "../../src/store/decision-log.ts";
import { FileDecisionLog } from "../../src/store/files/file-decision-log.ts";
import { fileDecisions } from "../../src/store/files/file-decisions.ts";
import { verifyFiles } from "../../src/store/files/verify-files.ts";
import { Overtaken, type KeptDecisions } from "../../src/store/kept-decisions.ts";
import { Database } from "../../src/store/postgres/database.ts";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { PostgresDecisionLog } from "../../src/store/postgres/postgres-decision-log.ts";
import { postgresDecisions } from "../../src/store/postgres/postgres-decisions.ts";
import { verifyPostgres } from "../../src/store/postgres/verify-postgres.ts";
import type { Verified } from "../../src/store/verified.ts";
import { runIn } from "../in-process.ts";
import { startPostgres, type Postgres } from "../postgres.ts";
import { ask, readingOf } from "../review/regulation.ts";
import { receipt, requestNumber } from "./entries.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const receiptFor = (number: number): Receipt => ({ ...receipt, request: hashOf(requestNumber(number)) });

/** A store that several servers may share, as servers see it. */
interface Store {
  readonly log: () => Promise<DecisionLog>;
  readonly reviews: (regulation: string) => Promise<KeptDecisions>;
  readonly verify: () => Promise<Verified | undefined>;
  /** Numbers of the requests that are kept, in the order of the chain. */
  readonly numbers: () => Promise<number[]>;
}

const folder = mkdtempSync(join(tmpdir(), "tarmaq-both-"));
const opened: Database[] = [];
let postgres: Postgres;
let owner: Database;
const connected = async (role: string): Promise<Database> => {
  const database = await Database.at(await postgres.address(role));
  opened.push(database);
  return database;
};
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.rows("create role tarmaq_app login");
  const [{ owner: name } = {}] = await postgres.rows("select current_user as owner");
  owner = await connected(String(name));
  expect(await migrate(owner, { grant: "tarmaq_app" })).toEqual(["0001-store.sql"]);
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.end().catch(() => undefined)));
  await postgres.end();
  rmSync(folder, { recursive: true });
});

const inFiles = (): Store => {
  const decisions = join(folder, "decisions");
  return {
    log: () => Promise.resolve(new FileDecisionLog({ folder: decisions, retentionDays: 30, now: () => NOW })),
    reviews: (regulation) =>
      Promise.resolve(fileDecisions({ file: join(folder, regulation, "decisions.jsonl") })),
    verify: async () => (await verifyFiles(decisions)).get(""),
    numbers: () =>
      Promise.resolve(
        readFileSync(join(decisions, "decisions-2026-11-20.jsonl"), "utf8")
          .trimEnd()
          .split("\n")
          .map((line) => (JSON.parse(line) as { request: { facts: { n: number } } }).request.facts.n),
      ),
  };
};
const inPostgres = (): Store => ({
  log: async () =>
    new PostgresDecisionLog({ database: await connected("tarmaq_app"), keepRequests: true, now: () => NOW }),
  reviews: async (regulation) =>
    postgresDecisions(await connected("tarmaq_app")).of(
      regulation,
      fileDecisions({ file: join(folder, `none-${regulation}`, "decisions.jsonl") }),
    ),
  verify: () => verifyPostgres(owner, "decisions"),
  numbers: async () =>
    (await postgres.rows("select request from tarmaq.decisions order by number")).map(
      ({ request }) => (JSON.parse(String(request)) as { facts: { n: number } }).facts.n,
    ),
});

const reading = readingOf([
  {
    path: "clause-1",
    words: "Қызмет 1 (бір) күн ішінде көрсетіледі.",
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "day" }],
  },
]);
const RULE = "kz-x-1/1/deadline/clause-1";
const MADE = new Map<string, Decision>();
/** The decision of one reviewer: every one is made at another time. */
function accepted(by: string): Decision {
  const made = MADE.get(by) ?? ask([], reading, { action: "accept", rule: RULE }, by)[0]!;
  MADE.set(by, made);
  return made;
}
describe.each([
  ["files", inFiles],
  ["PostgreSQL", inPostgres],
] as const)("a store in %s", (_, open) => {
  it("keeps what many write at once, in one chain that holds", async () => {
    const store = open();
    const log = await store.log();
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    await Promise.all(numbers.map((number) => log.write(receiptFor(number), requestNumber(number))));
    expect(await log.trouble()).toBeUndefined();
    await log.close();
    const again = await store.log();
    await again.write(receiptFor(41), requestNumber(41));
    await again.close();
    expect(await store.numbers()).toEqual([...numbers, 41]);
    const told = await store.verify();
    expect(told).toMatchObject({ entries: 41, from: 1, head: { number: 41 } });
    expect(told?.broken).toBeUndefined();
  });

  it("keeps decisions of reviewers in their order, and those of one regulation apart from others", async () => {
    const store = open();
    const [one, other] = [await store.reviews("a-1"), await store.reviews("b-2")];
    expect([await one.isThere(), await one.read()]).toEqual([false, { decisions: [], torn: [] }]);
    await one.append([accepted("A"), accepted("B")], 0);
    await other.append([accepted("C")], 0);
    await one.append([accepted("D")], 2);
    expect((await one.read()).decisions).toEqual([accepted("A"), accepted("B"), accepted("D")]);
    expect((await other.read()).decisions).toEqual([accepted("C")]);
    expect(await one.isThere()).toBe(true);
  });
});

describe("a store in PostgreSQL", () => {
  it("has one chain of what several servers write, and each sees what the others have decided", async () => {
    const store = inPostgres();
    const before = (await store.numbers()).length;
    const logs = [await store.log(), await store.log(), await store.log()];
    await Promise.all(
      Array.from({ length: 90 }, (_, index) =>
        logs[index % 3]!.write(receiptFor(index), requestNumber(index)),
      ),
    );
    await Promise.all(logs.map((log) => log.close()));
    const told = await store.verify();
    expect([told?.entries, told?.broken]).toEqual([before + 90, undefined]);
    const [here, there] = [await store.reviews("shared"), await store.reviews("shared")];
    await here.append([accepted("A")], 0);
    expect((await there.read()).decisions).toEqual([accepted("A")]);
    // Both have seen one decision; the second is told, and nothing of it is kept.
    const both = await Promise.allSettled([
      here.append([accepted("B")], 1),
      there.append([accepted("C")], 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(Overtaken);
    expect((await here.read()).decisions).toHaveLength(2);
    expect((await verifyPostgres(owner, "review_decisions")).broken).toBeUndefined();
  });

  it("begins with the decisions that its files have", async () => {
    const files = fileDecisions({ file: join(folder, "begun/decisions.jsonl") });
    await files.append([accepted("A")], 0);
    const stored = postgresDecisions(await connected("tarmaq_app")).of("begun", files);
    expect((await stored.read()).decisions).toEqual([accepted("A")]);
    await stored.append([accepted("B")], 1);
    expect((await stored.read()).decisions).toEqual([accepted("A"), accepted("B")]);
    expect((await files.read()).decisions).toEqual([accepted("A")]);
  });

  it.each([
    "update tarmaq.decisions set entry = '{}'",
    "update tarmaq.decisions set request = null",
    "delete from tarmaq.decisions",
    "truncate tarmaq.decisions",
    "update tarmaq.review_decisions set entry = '{}'",
    "delete from tarmaq.review_decisions",
    "truncate tarmaq.review_decisions",
  ])("is only ever added to, by its owner as by its servers: %s", async (change) => {
    for (const database of [owner, await connected("tarmaq_app")])
      await expect(database.rows(change)).rejects.toMatchObject({ reason: "42501" });
  });

  it("works the hashes out itself: who may add cannot put in another", async () => {
    const app = await connected("tarmaq_app");
    await app.rows("insert into tarmaq.decisions (number, previous, hash, entry) values (7, 'x', 'y', '{}')");
    const told = await verifyPostgres(owner, "decisions");
    expect(told.broken).toBeUndefined();
  });

  it("forgets requests after the retention that its owner has set, and the chain holds without them", async () => {
    const app = await connected("tarmaq_app");
    await owner.rows("alter table tarmaq.decisions disable trigger b_forget");
    await owner.rows("update tarmaq.decisions set kept = now() - interval '31 days' where number <= 5");
    await owner.rows("alter table tarmaq.decisions enable trigger b_forget");
    expect(await app.rows("select tarmaq.forget()")).toEqual([{ forget: "5" }]);
    const [{ left } = {}] = await postgres.rows(
      "select string_agg(number::text, ',' order by number) as left from tarmaq.decisions where request is null and number < 9",
    );
    expect(left).toBe("1,2,3,4,5");
    expect((await verifyPostgres(owner, "decisions")).broken).toBeUndefined();
  });

  it("is migrated once, by whoever comes first", async () => {
    const all = await Promise.all(
      [owner, await connected("postgres").catch(() => owner)].map(() => migrate(owner, {})),
    );
    expect(all).toEqual([[], []]);
  });

  it("shows what was changed in it", async () => {
    await owner.rows("alter table tarmaq.decisions disable trigger b_forget");
    await owner.rows(
      "update tarmaq.decisions set entry = replace(entry, 'admit', 'refuse') where number = 20",
    );
    const told = await verifyPostgres(owner, "decisions");
    expect(told.broken).toEqual({ at: "entry 20", why: "changed" });
    await owner.rows(
      "update tarmaq.decisions set entry = replace(entry, 'refuse', 'admit') where number = 20",
    );
    await owner.rows("delete from tarmaq.decisions where number = 30");
    expect((await verifyPostgres(owner, "decisions")).broken).toEqual({ at: "entry 31", why: "not-tied" });
  });

  it("is away where nobody answers, which is told without its password", async () => {
    const database = await Database.at("postgres://tarmaq_app:verysecret@127.0.0.1:1/tarmaq");
    const log = new PostgresDecisionLog({ database, keepRequests: false, now: () => NOW });
    const failed = await log.write(receipt, requestNumber(1)).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: "the store cannot be written: ECONNREFUSED (nobody answers there)",
    });
    expect((await log.trouble())?.reason).toBe("ECONNREFUSED");
    await log.close();
    const told = await runIn(folder, [
      "store",
      "verify",
      "--store",
      "postgres://a:verysecret@127.0.0.1:1/b",
      "--lang",
      "en",
    ]);
    expect(told.status).toBe(2);
    expect(told.err).not.toContain("verysecret");
    const wrong = await runIn(folder, [
      "store",
      "verify",
      "--store",
      "mysql://a:verysecret@h/b",
      "--lang",
      "en",
    ]);
    expect([wrong.status, wrong.err.includes("verysecret")]).toEqual([2, false]);
  });
});

describe("tarmaq store verify", () => {
  const verified = (...more: string[]) =>
    runIn(folder, ["store", "verify", "--decision-log", join(folder, "decisions"), ...more, "--lang", "en"]);
  const file = join(folder, "decisions/decisions-2026-11-20.jsonl");

  it("tells whether a decision log in files is whole, and its end, which shows later that nothing was cut off", async () => {
    const whole = await verified();
    expect(whole.status).toBe(0);
    const noted = /^decisions: the chain of 41 entries holds; its end: (41:[0-9a-f]{64})\n$/.exec(
      whole.out,
    )?.[1];
    const content = readFileSync(file, "utf8");
    const lines = content.trimEnd().split("\n");
    writeFileSync(file, `${lines.slice(0, -1).join("\n")}\n`);
    expect((await verified()).status).toBe(0);
    const cut = await verified("--noted", noted!);
    expect([cut.status, cut.out]).toEqual([1, expect.stringContaining("entries were cut off or changed")]);
    for (const [changed, words] of [
      [
        content.replace('"n":7,', '"n":8,'),
        "decisions-2026-11-20.jsonl:7, after 7 entries: the request is not",
      ],
      [
        content.replace('"answer":"admit"', '"answer":"refuse"'),
        ":1, after 0 entries: the entry was changed",
      ],
      [`${lines.toSpliced(4, 1).join("\n")}\n`, ":5, after 4 entries: an entry was taken out"],
    ] as const) {
      writeFileSync(file, changed);
      const told = await verified();
      expect([told.status, told.out]).toEqual([1, expect.stringContaining(words)]);
    }
    // Another reader would take the first of the two.
    writeFileSync(file, content.replace('"answer":"admit"', '"answer":"refuse","answer":"admit"'));
    expect((await verified()).out).toContain(":1, after 0 entries: the line is no entry");
    writeFileSync(file, content);
    appendFileSync(file, '{"torn');
    expect((await verified()).out).toContain("the line is no entry");
  });
});
