import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql, value, word, type Sql } from "../../src/engine/sql.ts";
import type { AuditSummary } from "../../src/model/audit.ts";
import { runIn } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-broken-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const rules = join(folder, "rules.json");
writeFileSync(
  rules,
  JSON.stringify({
    id: "b",
    zone: "Asia/Almaty",
    calendar: "kz",
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "working-day", cite: "1" }],
  }),
);
const map = join(folder, "map.json");
writeFileSync(
  map,
  JSON.stringify({
    columns: { case: "case", activity: "what", time: "when" },
    events: { in: "submitted", out: "result-issued" },
    defaults: { service: "b", channel: "portal" },
  }),
);

interface Told {
  readonly status: number;
  readonly err: string;
  /** Undefined where the command could not do its work. */
  readonly summary: AuditSummary | undefined;
}

let files = 0;
/** The command as a user runs it, on files that lie anywhere. */
async function audit(
  content: string | Uint8Array | { readonly path: string },
  name = "log.csv",
): Promise<Told> {
  files += 1;
  let path = join(folder, `${files}-${name}`);
  if (typeof content === "object" && "path" in content) ({ path } = content);
  else writeFileSync(path, content);
  const told = await runIn(folder, ["audit", path, "--map", map, "--rules", rules, "--format", "json"]);
  expect(told.err).not.toMatch(/a fault of ours/);
  const summary = told.out === "" ? undefined : (JSON.parse(told.out) as AuditSummary);
  if (summary !== undefined) expect(summary.rows.read + summary.rows.refused).toBe(summary.rows.inFile);
  return { status: told.status, err: told.err, summary };
}

/** Rows in the file, rows read, and rows refused by reason. */
const rowsOf = ({ summary }: Told): unknown => {
  const refused = summary?.refused.map(({ reason, rows }) => [reason, rows]) ?? [];
  return { ...summary?.rows, refused: Object.fromEntries(refused) as unknown };
};
const counted = (inFile: number, refused: Record<string, number> = {}): unknown => ({
  inFile,
  read: inFile - Object.values(refused).reduce((sum, rows) => sum + rows, 0),
  refused,
});
/** The command ends with status 2 and a message that names the file and a way out. */
async function trouble(content: string | Uint8Array, message: RegExp, name?: string): Promise<void> {
  const { status, err, summary } = await audit(content, name);
  expect(summary).toBeUndefined();
  expect(status).toBe(2);
  expect(err).toMatch(message);
  expect(err).toMatch(/^tarmaq: .*\d-log.*\n {2}\S/);
}

const HEAD = "case,what,when\n";
const one = (id: string): string =>
  `${id},in,2025-03-17T10:00:00+05:00\n${id},out,2025-03-18T10:00:00+05:00\n`;

describe("CSV that is broken", () => {
  it("with nothing but a header is a log without rows", async () => {
    for (const text of [HEAD, HEAD.trimEnd()]) {
      const told = await audit(text);
      expect(rowsOf(told)).toEqual({ inFile: 0, read: 0, refused: {} });
      expect(told.status).toBe(2);
      expect(told.err).toContain("nothing was judged: the log has no events");
    }
    await trouble("", /is empty/);
  });

  it("with carriage returns alone, and with line ends of two kinds", async () => {
    expect((await audit((HEAD + one("1") + one("2")).replaceAll("\n", "\r"))).summary).toMatchObject({
      cases: 2,
      outcomes: { met: 2 },
    });
    const mixed = await audit((HEAD + one("1")).replaceAll("\n", "\r\n") + one("2"));
    expect(mixed.summary).toMatchObject({ cases: 2, outcomes: { met: 2 } });
  });

  it("with marks in the middle, as files put one behind the other have them", async () => {
    const told = await audit(
      `\uFEFF${HEAD}${one("1")}\uFEFF${HEAD}${one("2")}\uFEFF"3",in,2025-03-17T10:00:00Z\n`,
    );
    expect(rowsOf(told)).toEqual(counted(6, { "impossible-time": 1 }));
    expect(told.summary?.cases).toBe(3);
  });

  it("with NUL bytes: a few are refused with their rows, many are no text", async () => {
    const good = Array.from({ length: 100 }, (_, index) => one(String(index))).join("");
    const told = await audit(`${HEAD}x\0,in,2025-03-17T10:00:00Z\n${good}y,"i\0n",2025-03-17T10:00:00Z\n`);
    expect(rowsOf(told)).toEqual(counted(202, { undecodable: 2 }));
    await trouble(HEAD + "\0\0\0\0", /is no text/);
    await trouble(
      Uint8Array.from({ length: 5000 }, (_, index) => index % 256),
      /is no text/,
    );
  });

  it("with a column twice, which nobody can tell apart", async () => {
    await trouble("case,what,when,case\n1,in,2025-03-17,2\n", /"case" more than once/);
    expect(rowsOf(await audit("case,what,when,x,x\n1,in,2025-03-17,2,3\n"))).toEqual(counted(1));
  });

  it("in another encoding after its beginning: those rows are refused", async () => {
    const late = Buffer.concat([
      Buffer.from(HEAD + Array.from({ length: 3000 }, (_, index) => one(String(index))).join("")),
      Buffer.from([0xcf, 0xee, 0x2c, 0x69, 0x6e, 0x2c, 0x32, 0x30, 0x32, 0x35, 0x0a]),
      Buffer.from(one("last")),
    ]);
    expect(rowsOf(await audit(late))).toEqual(counted(6003, { undecodable: 1 }));
    await trouble(Buffer.from("fffe000063000000", "hex"), /UTF-32/);
  });

  it("with a quote that is never closed, in the header and over thousands of lines", async () => {
    await trouble(`case,"what,when\n${one("1")}`, /has no column "case"|no header/);
    const told = await audit(`${HEAD}9,"in,2025\n${"a,b,c\n".repeat(12_000)}${one("1")}`);
    expect(rowsOf(told)).toEqual(counted(12_003, { malformed: 1, "impossible-time": 12_000 }));
    expect(told.summary?.outcomes).toEqual({ met: 1 });
  });

  it("with empty rows: those without a sign are none, the others are refused", async () => {
    const told = await audit(`${HEAD}${one("1")}\n\n,,\n  , in,2025-03-17\n`);
    expect(rowsOf(told)).toEqual(counted(4, { "no-case": 2 }));
  });

  it("with times that no clock shows", async () => {
    const bad = [
      "2025-02-29",
      "2025-13-01",
      "2025-03-17T25:00:00",
      "10000-01-01",
      "infinity",
      "17.03.2025",
      "0",
    ];
    const rows = bad.map((time, index) => `${index},in,${time}\n`).join("");
    expect(rowsOf(await audit(HEAD + rows))).toEqual(counted(bad.length, { "impossible-time": bad.length }));
  });

  it("with offsets that no clock has", async () => {
    const rows = ["+99:99", "+05:75", "-24:00", "+15:00", "+14:00"].map(
      (offset, index) => `${index},in,2025-03-17T10:00:00${offset}\n`,
    );
    expect(rowsOf(await audit(HEAD + rows.join("")))).toEqual(counted(5, { "impossible-time": 4 }));
  });

  it("whose gzip is cut, changed, or packed twice; and one of several members is whole", async () => {
    const packed = gzipSync(
      HEAD + Array.from({ length: 9000 }, (_, index) => one(`${index}-${index * 7919}`)).join(""),
    );
    await trouble(packed.subarray(0, -300), /gzip is damaged/, "log.csv.gz");
    const changed = Buffer.from(packed);
    changed.fill(0x55, packed.length - 2000, packed.length - 1900);
    await trouble(changed, /gzip is damaged/, "log.csv.gz");
    await trouble(gzipSync(packed), /is no text|encoding/, "log.csv.gz");
    const members = Buffer.concat([gzipSync(HEAD + one("1")), gzipSync(one("2"))]);
    expect((await audit(members, "log.csv.gz")).summary?.outcomes).toEqual({ met: 2 });
  });
});

describe("JSON Lines that are broken", () => {
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
  const good = { case: "1", what: "in", when: "2025-03-17T10:00:00Z" };

  it("with arrays, numbers, nulls, nothing, and values too deep to be read", async () => {
    const text =
      line(good) +
      line([1, 2]) +
      line(null) +
      line(7) +
      line({}) +
      line({ ...good, case: ["a", "b"] }) +
      line({ ...good, when: 1742200000 }) +
      line({ ...good, when: null }) +
      `{"case":${"[".repeat(100_000)}${"]".repeat(100_000)},"what":"in","when":"2025-03-17"}\n` +
      `\uFEFF${line({ ...good, case: "2" })}` +
      `{"case":"3","what":"i\0n","when":"2025-03-17"}\n`;
    expect(rowsOf(await audit(text, "log.jsonl"))).toEqual(
      counted(11, { malformed: 4, undecodable: 1, "no-case": 1, "impossible-time": 1, "no-time": 1 }),
    );
  });

  it("with a key twice, at the top or within a value, of which nobody can tell which is meant", async () => {
    const text =
      line(good) +
      '{"case":"1","case":"2","what":"in","when":"2025-03-17T10:00:00Z"}\n' +
      '{"case":"2","what":"in","when":"2025-03-17T10:00:00Z","more":[{"a":1,"\\u0061":2}]}\n' +
      '{"case":"3","what":"in","when":"2025-03-17T10:00:00Z","more":[{"a":1},{"a":"a\\":"}]}\n';
    const told = await audit(text, "log.jsonl");
    expect(rowsOf(told)).toEqual(counted(4, { "repeated-key": 2 }));
    expect(told.summary?.refused).toMatchObject([
      { reason: "repeated-key", samples: [{ row: 2 }, { row: 3 }] },
    ]);
  });

  it("that are one array", async () => {
    await trouble(JSON.stringify([good]), /one JSON array/, "log.json");
    expect(rowsOf(await audit(line([1]) + line(good), "log.jsonl"))).toEqual(counted(2, { malformed: 1 }));
  });
});

describe("Parquet of every kind", () => {
  it("lies where it lies; odd types are rows counted, no crash", async () => {
    const own = mkdtempSync(join(tmpdir(), "tarmaq-parquet-"));
    const maker = await Database.open({ memory: "500MB", threads: 1, folder: own });
    const base = sql`select * from (values ('1', 'in', timestamp '2025-03-17 10:00:00'), ('1', 'out', timestamp '2025-03-18 10:00:00'), ('2', 'in', null)) t("case", what, "when")`;
    const made = async (name: string, rows: Sql): Promise<{ path: string }> => {
      const path = join(folder, name);
      await maker.run(sql`copy (${rows}) to ${value(path)} (format parquet)`);
      return { path };
    };
    try {
      const noTime = counted(3, { "no-time": 1 });
      const plain = await audit(await made("plain.parquet", base));
      expect(rowsOf(plain)).toEqual(noTime);
      expect(plain.summary?.outcomes).toEqual({ met: 1 });
      expect(rowsOf(await audit(await made("named.csv", base)))).toEqual(noTime);
      expect(rowsOf(await audit(await made("none.parquet", sql`${base} where false`)))).toEqual(counted(0));
      const nested = sql`select struct_pack(a := "case") as "case", [what] as what, "when", map {'k': 1} as m, [[1], []] as l, interval 1 day as i, uuid() as u from (${base})`;
      expect(rowsOf(await audit(await made("nested.parquet", nested)))).toEqual(noTime);
      for (const [type, refused] of [
        ["date", 1],
        ["timestamptz", 1],
        ["timestamp_ns", 1],
        ["varchar", 1],
        ["time", 3],
      ] as const)
        expect(
          rowsOf(
            await audit(
              await made(
                `${type}.parquet`,
                sql`select * replace ("when"::${word(type)} as "when") from (${base})`,
              ),
            ),
          ),
          type,
        ).toMatchObject({ inFile: 3, read: 3 - refused });
      const far = sql`select * replace (coalesce("when", 'infinity'::timestamp) as "when") from (${base})`;
      expect(rowsOf(await audit(await made("far.parquet", far)))).toEqual(
        counted(3, { "impossible-time": 1 }),
      );
    } finally {
      maker.close();
      rmSync(own, { recursive: true, force: true });
    }
  });
});

describe("a folder", () => {
  it("is read for its logs, and what else lies in it is named", async () => {
    const path = join(folder, "many");
    mkdirSync(join(path, "old.csv"), { recursive: true });
    writeFileSync(join(path, "a.csv"), HEAD + one("1"));
    writeFileSync(join(path, "b.csv.gz"), gzipSync(HEAD + one("2")));
    writeFileSync(join(path, "c.docx"), "PK");
    writeFileSync(join(path, ".hidden"), "");
    const told = await audit({ path });
    expect(told.summary).toMatchObject({ files: ["a.csv", "b.csv.gz"], cases: 2 });
    expect(told.err).toContain("c.docx");
    expect(told.err).toContain("old.csv/");
    expect(told.err).not.toContain("hidden");
  });
});
