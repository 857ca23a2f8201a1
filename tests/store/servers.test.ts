import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import { Database } from "../../src/store/postgres/database.ts";
import { migrate } from "../../src/store/postgres/migrate.ts";
import { verifyPostgres } from "../../src/store/postgres/verify-postgres.ts";
import { runIn, type Told } from "../in-process.ts";
import { startPostgres, type Postgres } from "../postgres.ts";
import { requestNumber } from "./entries.ts";

const ACT = join(root, "corpus/002_b0c7419236df1d07.txt");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-servers-"));
let postgres: Postgres;
let owner: Database;
let address: string;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.rows("create role tarmaq_app login");
  const [{ owner: name } = {}] = await postgres.rows("select current_user as owner");
  owner = await Database.at(await postgres.address(String(name)));
  // Two at once, of which one finds nothing left to do.
  const taken = await Promise.all([1, 2].map(() => migrate(owner, { grant: "tarmaq_app" })));
  expect(taken.map((steps) => steps.length).sort()).toEqual([0, 1]);
  address = await postgres.address("tarmaq_app");
});
afterAll(async () => {
  await owner.end();
  await postgres.end();
  rmSync(folder, { recursive: true });
});

const BOOK = {
  action: "book",
  book: {
    language: "kk",
    service: { number: 2, name: { kk: "Үзінді көшірме беру" } },
    act: { id: "kz-mz-2024-99", title: "Бұйрық", number: "99", date: "2024-11-27", body: "Министр" },
    inForce: { from: "unknown", until: null, adopted: "2024-11-27" },
    zone: "Asia/Almaty",
    calendar: "kz",
  },
};
const book = "kz-mz-2024-99/2/2024-11-27.json";

/** A desk by commands, over rules in a folder of its own. */
function deskIn(name: string, env: Record<string, string>) {
  const rules = join(folder, name);
  mkdirSync(rules, { recursive: true });
  const run = (...argv: string[]): Promise<Told> =>
    runIn(rules, argv, { env, now: () => Date.UTC(2026, 10, 24) });
  const review = (...more: string[]): Promise<Told> =>
    run("review", ACT, "--service", "2", "--rules", rules, "--by", "Aigul", ...more);
  return {
    rules,
    review,
    build: (...more: string[]) => run("rules", "build", ACT, "--service", "2", "--rules", rules, ...more),
    apply: (...lines: object[]): Promise<Told> => {
      const file = join(rules, "requests.jsonl");
      writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      return review("--apply", file);
    },
    waiting: async (): Promise<string[]> =>
      (await review("--list")).out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { state: string; rule: string })
        .flatMap(({ state, rule }) => (state === "waiting" ? [rule] : [])),
  };
}

describe.each([
  ["files", () => ({})],
  ["PostgreSQL", () => ({ TARMAQ_STORE: address })],
] as const)("a desk by commands whose decisions are kept in %s", (where, env) => {
  it("decides, says the same twice without a word, builds the book and holds it against its decisions", async () => {
    const desk = deskIn(where, env());
    const rules = await desk.waiting();
    const requests = [BOOK, ...rules.map((rule) => ({ action: "accept", rule }))];
    expect(await desk.apply(...requests)).toMatchObject({
      status: 0,
      err: expect.stringContaining(`${requests.length} decisions written`) as string,
    });
    expect(await desk.waiting()).toEqual([]);
    expect((await desk.apply(...requests)).err).toContain("0 decisions written");
    expect(existsSync(join(desk.rules, "kz-mz-2024-99/2/decisions.jsonl"))).toBe(where === "files");
    expect((await desk.build()).status).toBe(0);
    expect((await desk.build("--check")).status).toBe(0);
  });
});

it("a book is the same wherever its decisions are kept", () => {
  const [one, other] = ["files", "PostgreSQL"].map((where) =>
    readFileSync(join(folder, where, book), "utf8"),
  );
  expect(one).toBe(other);
});

/** A `tarmaq serve` of the build over the store. */
async function started(): Promise<{ server: ChildProcess; url: string; log: () => string }> {
  const argv = [
    join(root, "dist/tarmaq.js"),
    "serve",
    "--port",
    "0",
    "--keep-requests",
    "--drain-pause",
    "0",
  ];
  const env = { ...process.env, TARMAQ_STORE: address };
  const server = spawn(process.execPath, argv, { cwd: folder, env });
  let told = "";
  const url = await new Promise<string>((found, failed) => {
    server.stderr.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const at = /"listening":"([^"]+)"/.exec(told)?.[1];
      if (at !== undefined) found(at);
    });
    server.once("exit", () => {
      failed(new Error(`it did not listen: ${told}`));
    });
  });
  return { server, url, log: () => told };
}

/** Whoever sits at the workbench of a server. */
async function seatedAt(url: string) {
  const page = await fetch(`${url}/review/desk/kz-mz-2024-99`);
  const headers = {
    "content-type": "application/json",
    cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    origin: url,
    "x-tarmaq-token": /name="tarmaq-token" content="([^"]*)"/u.exec(await page.text())?.[1] ?? "",
  };
  return (text: string): Promise<number> => {
    const request = { action: "comment", rule: "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10", text };
    const body = JSON.stringify({ act: "kz-mz-2024-99", service: 1, request });
    return fetch(`${url}/review/decide`, { method: "POST", headers, body }).then(({ status }) => status);
  };
}

describe("servers and desks on one store, of which each is killed", () => {
  /** Hashes of the requests, and comments, that somebody was told are kept. */
  const answered = new Set<string>();
  const commented = new Set<string>();
  let number = 0;
  const check = async (url: string): Promise<number> => {
    const body = JSON.stringify(requestNumber((number += 1), 500));
    const answer = await fetch(`${url}/check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const told = (await answer.json()) as { receipt: Receipt };
    if (answer.status === 200) answered.add(told.receipt.request);
    return answer.status;
  };
  const comments = async (): Promise<string[]> =>
    (await postgres.rows("select entry from tarmaq.review_decisions order by number")).flatMap(
      ({ entry }) => {
        const { decision } = JSON.parse(String(entry)) as { decision: { action: string; text: string } };
        return decision.action === "comment" ? [decision.text] : [];
      },
    );
  const lost = async (): Promise<unknown[]> => {
    const kept = (await postgres.rows("select entry from tarmaq.decisions")).map(
      ({ entry }) => (JSON.parse(String(entry)) as { receipt: Receipt }).receipt.request,
    );
    const said = await comments();
    return [...answered]
      .filter((one) => !kept.includes(one))
      .concat([...commented].filter((one) => !said.includes(one)));
  };
  const all: Awaited<ReturnType<typeof started>>[] = [];
  beforeAll(async () => {
    all.push(...(await Promise.all([started(), started()])));
  });
  afterAll(() => {
    for (const { server } of all) server.kill("SIGKILL");
  });

  it("see each other's decisions at once, those by commands too", async () => {
    const [one, other] = await Promise.all(all.map(({ url }) => seatedAt(url)));
    for (const [comment, text] of [
      [one, "by the first"],
      [other, "by the second"],
    ] as const) {
      expect(await comment!(text)).toBe(200);
      commented.add(text);
    }
    const { out } = await runIn(folder, ["review", ACT, "--service", "1", "--list", "--store", address]);
    for (const text of commented) expect(out).toContain(text);
  });

  it("PostgreSQL: nobody is told what is not kept, nothing is lost that somebody was told, and they go on by themselves", async () => {
    const comments = await Promise.all(all.map(({ url }) => seatedAt(url)));
    const statuses = new Set<number>();
    const write = async (index: number): Promise<void> => {
      const which = index % 2;
      statuses.add(await check(all[which]!.url));
      if (index % 10 !== 0) return;
      const text = `comment ${index}`;
      const status = await comments[which]!(text);
      statuses.add(status);
      if (status === 200) commented.add(text);
    };
    const writing = Array.from({ length: 200 }, (_, index) => write(index));
    while (answered.size < 40) await new Promise((later) => setTimeout(later, 2));
    await postgres.kill();
    await Promise.all(writing);
    for (const { url } of all) {
      expect(await check(url)).toBe(503);
      expect((await fetch(`${url}/health/ready`)).status).toBe(503);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      const page = await fetch(`${url}/review/desk/kz-mz-2024-99`, { headers: { accept: "text/html" } });
      expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
    }
    expect([...statuses].sort()).toEqual([200, 503]);
    await postgres.start();
    for (const [index, { url }] of all.entries()) {
      while ((await fetch(`${url}/health/ready`)).status !== 200);
      expect(await check(url)).toBe(200);
      expect(await comments[index]!(`after ${index}`)).toBe(200);
      commented.add(`after ${index}`);
    }
    expect(await lost()).toEqual([]);
    for (const table of ["decisions", "review_decisions"] as const)
      expect((await verifyPostgres(owner, table)).broken).toBeUndefined();
  });

  it("a server: the other goes on, and nothing is lost that it has told", async () => {
    const [killed, left] = all;
    const before = answered.size;
    const writing = Array.from({ length: 100 }, () => check(killed!.url));
    const first = Promise.all(writing.slice(0, 20));
    expect(new Set(await first)).toEqual(new Set([200]));
    expect(answered.size).toBeGreaterThanOrEqual(before + 20);
    killed!.server.kill("SIGKILL");
    await Promise.allSettled(writing);
    expect(await check(left!.url)).toBe(200);
    expect(await lost()).toEqual([]);
    expect((await verifyPostgres(owner, "decisions")).broken).toBeUndefined();
  });
});
