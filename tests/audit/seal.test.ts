import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql, value } from "../../src/engine/sql.ts";
import { readMapping } from "../../src/files/read-mapping.ts";
import { wholeMapping } from "../../src/log/whole-mapping.ts";
import { faults } from "../../src/files/validate.ts";
import { auditOrder } from "../../src/library/audit-order.ts";
import { auditSeal } from "../../src/library/audit-seal.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { sealDifferences } from "../../src/library/seal-differences.ts";
import type { AuditSummary } from "../../src/model/audit.ts";
import type { AuditSeal, SealDifference, SealFile } from "../../src/model/audit-seal.ts";
import { audit } from "../../src/package/audit.ts";
import { runIn, type Told } from "../in-process.ts";

const root = mkdtempSync(join(tmpdir(), "tarmaq-seal-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const made = join(root, "made");
/** A copy of what was made, which each test may change. */
const here = join(root, "here");
const at = (name: string): string => join(here, name);

const run = (...argv: readonly string[]): Promise<Told> => runIn(root, ["audit", ...argv]);

const shaOf = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const sealIn = (file: string): SealFile => JSON.parse(readFileSync(file, "utf8")) as SealFile;

/** Three working days from Monday, 3 June 2024, end on the 6th: case 1 is in time, case 2 late. */
const LOG =
  "case,activity,time\n1,s,2024-06-03T10:00\n1,e,2024-06-05T10:00\n2,s,2024-06-03T10:00\n2,e,2024-06-10T10:00\n";

beforeAll(async () => {
  mkdirSync(made);
  const rule = { kind: "deadline", subject: "service", amount: 3, unit: "working-day", cite: "1" };
  const book = { id: "b", zone: "Asia/Almaty", calendar: "kz", rules: [rule] };
  writeFileSync(join(made, "rules.json"), JSON.stringify(book));
  writeFileSync(
    join(made, "map.json"),
    JSON.stringify({
      columns: { case: "case", activity: "activity", time: "time" },
      events: { s: "submitted", e: "result-issued" },
      defaults: { channel: "portal" },
    }),
  );
  writeFileSync(join(made, "log.csv"), LOG);
  cpSync(made, here, { recursive: true });
  const { err } = await run(
    at("log.csv"),
    ...READ,
    "-o",
    at("out"),
    "--html",
    at("report.html"),
    "--seal",
    at("seal.json"),
  );
  expect(err).toBe("");
  cpSync(here, made, { recursive: true });
});
const READ = ["--map", at("map.json"), "--rules", at("rules.json"), "--without-law"];

beforeEach(() => {
  rmSync(here, { recursive: true, force: true });
  cpSync(made, here, { recursive: true });
});

const change = (name: string, from: string, to: string): void => {
  const before = readFileSync(at(name), "utf8");
  expect(before).toContain(from);
  writeFileSync(at(name), before.replace(from, to));
};

async function verified(...argv: string[]): Promise<{ status: number; differences: SealDifference[] }> {
  const { status, out } = await run("--verify", at("seal.json"), "--format", "json", ...argv);
  return { status, differences: (JSON.parse(out) as { differences: SealDifference[] }).differences };
}

describe("the seal of an audit", () => {
  it("holds the hashes of what was read and written, as its schema says", () => {
    const file = sealIn(at("seal.json"));
    expect(faults("audit-seal", file)).toEqual([]);
    const { seal, outputs } = file;
    expect(seal.log).toEqual([{ name: "log.csv", bytes: LOG.length, sha256: shaOf(LOG) }]);
    expect(seal.mapping.sha256).toBe(shaOf(readFileSync(at("map.json"))));
    expect(seal.rulebooks.map(({ sha256 }) => sha256)).toEqual([shaOf(readFileSync(at("rules.json")))]);
    expect(outputs.map(({ name }) => name).sort()).toEqual([
      "findings.csv",
      "findings.parquet",
      "report.html",
      "summary.json",
      "worksheet.csv",
      "worksheet.xlsx",
    ]);
    for (const { of, name, sha256 } of outputs)
      expect(shaOf(readFileSync(at(of === "out" ? join("out", name) : name))), name).toBe(sha256);
  });

  it("stands on summary, text, page and Parquet, and leaves JSON Lines as they are", async () => {
    const { seal, findings } = sealIn(at("seal.json"));
    const summary = JSON.parse(readFileSync(at("out/summary.json"), "utf8")) as AuditSummary;
    expect(summary.seal).toEqual(seal);
    const { out } = await run(at("log.csv"), ...READ);
    expect(out).toContain(`Seal: SHA-256 ${seal.sha256}`);
    const page = readFileSync(at("report.html"), "utf8");
    for (const hash of [seal.sha256, seal.mapping.sha256, ...seal.log.map(({ sha256 }) => sha256)])
      expect(page).toContain(hash);
    const lines = (await run(at("log.csv"), ...READ, "--format", "jsonl")).out;
    expect(lines.split("\n").length - 1).toBe(2);
    expect(findings).toEqual({ count: 2, sha256: shaOf(lines) });
    const database = await Database.open({ memory: "500MB", folder: root });
    const [row] = await database.rows<{ seal: string }>(
      sql`select decode(value) as seal from parquet_kv_metadata(${value(at("out/findings.parquet"))})`,
    );
    database.close();
    expect(JSON.parse(row?.seal ?? "")).toEqual(seal);
  });

  it("is the same for the same, and for a program that calls the package", async () => {
    const { seal } = sealIn(at("seal.json"));
    await run(at("log.csv"), ...READ, "-o", at("again"), "--threads", "1");
    const again = sealIn(at("again/seal.json"));
    expect(again.seal).toEqual(seal);
    const first = sealIn(at("seal.json")).outputs.filter(({ of }) => of === "out");
    expect(again.outputs).toEqual(first);
    const answer = await audit(at("log.csv"), {
      map: at("map.json"),
      rules: [at("rules.json")],
      withoutLaw: true,
    });
    expect(answer.ok && answer.value.summary.seal).toEqual(seal);
  });
});

describe("audit --verify", () => {
  it("finds nothing other in what was left alone, wherever it was moved to", async () => {
    expect(await verified()).toEqual({ status: 0, differences: [] });
    expect((await run("--verify", at("seal.json"))).out).toContain("The seal holds");
    cpSync(at("log.csv"), join(root, "log.csv"));
    rmSync(at("log.csv"));
    expect(await verified(join(root, "log.csv"))).toEqual({ status: 0, differences: [] });
  });

  it("ends with status 2 where the log is gone", async () => {
    rmSync(at("log.csv"));
    const { status, err } = await run("--verify", at("seal.json"));
    expect(status).toBe(2);
    expect(err).toContain("log.csv");
  });

  for (const [what, file, from, to, findings] of [
    ["log", "log.csv", "1,e,2024-06-05T10:00", "1,e,2024-06-05T11:00", true],
    ["mapping", "map.json", '"columns"', ' "columns"', false],
    ["mapping", "map.json", '"columns"', '"colums"', undefined],
    ["rulebook", "rules.json", '"amount":3', '"amount":2', true],
    ["rulebook", "rules.json", '{"id"', '["id"', undefined],
  ] as const)
    it(`says that one changed byte (${from} → ${to}) is of the ${what}`, async () => {
      change(file, from, to);
      const { status, differences } = await verified();
      expect(status).toBe(1);
      const found = differences.map((each) => each.what);
      expect(found[0]).toBe(what);
      if (findings !== undefined) expect(found.includes("findings")).toBe(findings);
      expect(new Set(found)).toEqual(new Set([what, ...(findings === true ? ["findings"] : [])]));
    });

  it("says that one changed byte is of the calendar", () => {
    const folder = at("calendars");
    cpSync(join(import.meta.dirname, "../../rules/calendars"), folder, { recursive: true });
    const sealed = (): AuditSeal => {
      const library = openLibrary({ rules: [at("rules.json")], calendars: folder });
      const mapping = wholeMapping(readMapping(at("map.json")));
      const order = auditOrder(library, { mapping, file: "map.json" });
      return auditSeal(library, order, { log: [], mapping: { name: "map.json", sha256: shaOf("") } });
    };
    const of = (seal: AuditSeal): SealFile => ({ ...sealIn(at("seal.json")), seal });
    const before = sealed();
    change("calendars/kz/2024.json", "{", "{ ");
    const differences = sealDifferences(of(before), of(sealed()));
    expect(differences.map(({ what, name }) => [what, name])).toEqual([["calendar", "kz"]]);
  });

  it("says which file was changed after it was sealed, or is gone", async () => {
    change("out/findings.csv", "late", "met");
    rmSync(at("report.html"));
    const { status, differences } = await verified();
    expect(status).toBe(1);
    expect(differences).toEqual([
      {
        what: "output",
        name: "findings.csv",
        was: expect.any(String) as string,
        is: shaOf(readFileSync(at("out/findings.csv"))),
      },
      { what: "output", name: "report.html", was: expect.any(String) as string, is: null },
    ]);
  });

  it("is not deceived by a seal that was changed together with a file", async () => {
    const before = shaOf(readFileSync(at("out/findings.csv")));
    change("out/findings.csv", "late", "met");
    change("seal.json", before, shaOf(readFileSync(at("out/findings.csv"))));
    const { status, differences } = await verified();
    expect(status).toBe(1);
    expect(differences.map(({ what, name, is }) => [what, name, is])).toEqual([
      ["made-again", "findings.csv", before],
    ]);
  });

  it("says that another version of the program made it", async () => {
    const { seal } = sealIn(at("seal.json"));
    change("seal.json", `"version": "${seal.engine.version}"`, '"version": "0.0.9"');
    const { status, differences } = await verified();
    expect(status).toBe(1);
    expect(differences.map(({ what }) => what)).toEqual(["seal", "engine"]);
    const told = (await run("--verify", at("seal.json"), "--lang", "ru")).out;
    expect(told).toContain(`программа: было – 0.0.9, стало – ${seal.engine.version}`);
    expect(told).toContain("Найденное при этом то же самое: 2");
  });
});
