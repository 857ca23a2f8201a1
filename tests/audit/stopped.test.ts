import { spawn } from "node:child_process";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { madeMapping, linesOf, MADE_HEADER, madeCases } from "./synthetic-log.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-stopped-"));
const temporary = join(folder, "tmp");
const out = join(folder, "out");
mkdirSync(temporary);
mkdirSync(out);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const book = bookAtWork(readRulebook(join(root, "rules/kz-mz-2024-99/1/2024-11-27.json")));
const log = join(folder, "log.csv");
const map = join(folder, "map.json");
writeFileSync(map, JSON.stringify(madeMapping(book)));
const made = [...madeCases(book, { seed: 3, cases: 20_000, from: "2024-12-01", until: "2026-10-01" })];
writeFileSync(log, MADE_HEADER + made.map((each) => linesOf(each, book.book.id)).join(""));

/** What was there before, in every place that the run wants to write to. */
const OLD = ["findings.csv", "findings.parquet", "summary.json", "report.html", "3-plan.sql"];
const old = (): void => {
  for (const name of OLD) writeFileSync(join(out, name), `old ${name}`);
};
const isOld = (): void => {
  expect(readdirSync(out).sort()).toEqual([...OLD].sort());
  for (const name of OLD) expect(readFileSync(join(out, name), "utf8")).toBe(`old ${name}`);
};

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts `node …`, waits until `when` holds, sends the signal, and gives how the process ended. */
async function stopped(argv: readonly string[], when: () => boolean, signal: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary },
    stdio: "ignore",
  });
  const ended = new Promise<Ended>((settle) => {
    child.on("exit", (code, by) => {
      settle({ code, signal: by });
    });
  });
  while (!when() && child.exitCode === null) await pause(5);
  child.kill(signal);
  return ended;
}

/** Folders of ours that are still there; tsx keeps one of its own. */
const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith("tarmaq-"));
const own = (): string | undefined => left()[0];
const makes = (number: number) => (): boolean => {
  const name = own();
  return name !== undefined && existsSync(join(temporary, name, `output-${number}`));
};
const AUDIT = [
  "dist/tarmaq.js",
  "audit",
  log,
  "--map",
  map,
  "-o",
  out,
  "--html",
  join(out, "report.html"),
  "--emit-sql",
  out,
];

describe("an audit that is stopped", () => {
  for (const [phase, when] of [
    ["while it reads", () => own() !== undefined],
    ["while it writes", makes(0)],
  ] as const)
    it(`${phase}: leaves what was there, and nothing else`, async () => {
      old();
      expect(await stopped(AUDIT, when, "SIGINT")).toEqual({ code: 130, signal: null });
      isOld();
      expect(left()).toEqual([]);
    });

  it("by SIGTERM and by a closed terminal: the same, with their status", async () => {
    old();
    for (const [signal, code] of [
      ["SIGTERM", 143],
      ["SIGHUP", 129],
    ] as const) {
      expect(await stopped(AUDIT, () => own() !== undefined, signal)).toEqual({ code, signal: null });
      isOld();
      expect(left()).toEqual([]);
    }
  });

  it("in the middle of a question to the database that would take for ever", async () => {
    const ready = join(folder, "ready");
    const script = join(folder, "for-ever.mts");
    writeFileSync(
      script,
      `import { writeFileSync } from "node:fs";
import { Database } from ${JSON.stringify(join(root, "src/engine/database.ts"))};
import { sql } from ${JSON.stringify(join(root, "src/engine/sql.ts"))};
import { inOwnFolder } from ${JSON.stringify(join(root, "src/files/own-folder.ts"))};
await inOwnFolder(async (folder, stopped) => {
  const database = await Database.open({ memory: "200MB", threads: 1, folder, stopped });
  const answer = database.run(sql\`create table t as select count(*) as n from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3\`);
  setTimeout(() => writeFileSync(${JSON.stringify(ready)}, ""), 300);
  await answer;
});
`,
    );
    const argv = ["--import", "tsx", script];
    expect(await stopped(argv, () => existsSync(ready), "SIGINT")).toEqual({ code: 130, signal: null });
    expect(left()).toEqual([]);
  });

  it("and one that is not stopped writes all of it", async () => {
    old();
    const never = await stopped(AUDIT, () => false, "SIGINT");
    expect(never).toEqual({ code: 1, signal: null });
    for (const name of OLD) {
      let size = 0;
      for await (const chunk of createReadStream(join(out, name))) size += (chunk as Buffer).length;
      expect(size, name).toBeGreaterThan(100);
    }
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
    expect(left()).toEqual([]);
  });
});

describe("an audit that cannot write", () => {
  it("says so before it reads, names the place and the way out, and leaves what was there", async () => {
    const { tarmaq } = await import("../../src/cli/tarmaq.ts");
    const { Writable } = await import("node:stream");
    for (const [option, place, message] of [
      ["--html", out, /is a folder/],
      ["--html", "/dev/null", /is no plain file/],
      ["--html", join(map, "report.html"), /cannot be written/],
      ["-o", join(map, "findings"), /cannot be written/],
      ["--emit-sql", map, /cannot be written/],
    ] as const) {
      let told = "";
      const status = await tarmaq(["audit", log, "--map", map, option, place], {
        stdout: new Writable({
          write: (_piece, _encoding, done) => {
            done();
          },
        }),
        stderr: new Writable({
          write(piece: Buffer, _encoding, done) {
            told += piece.toString();
            done();
          },
        }),
        env: {},
        cwd: folder,
        now: () => 0,
      });
      expect(status, place).toBe(2);
      expect(told, place).toMatch(message);
      expect(told, place).toContain(place);
    }
  });
});
