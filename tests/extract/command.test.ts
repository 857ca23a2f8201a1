import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { command } from "../../src/cli/extract.ts";
import { Trouble } from "../../src/model/trouble.ts";

const corpus = join(import.meta.dirname, "../../corpus");
const FIRST = join(corpus, "002_b0c7419236df1d07.txt");

/** Runs `tarmaq extract` in this process; gives what it wrote and its exit status. */
async function extract(...args: string[]): Promise<{ out: string; err: string; status: number }> {
  const stdout = new PassThrough();
  const chunks: Buffer[] = [];
  stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const stderr = new PassThrough();
  const said: Buffer[] = [];
  stderr.on("data", (chunk: Buffer) => said.push(chunk));
  let status = -1;
  const program = new Command().exitOverride();
  const io = { stdout, stderr, env: {}, cwd: corpus, now: () => 0 };
  command.configure(program, io, (end) => {
    status = end;
  });
  await program.parseAsync(args, { from: "user" });
  return { out: Buffer.concat(chunks).toString("utf8"), err: Buffer.concat(said).toString("utf8"), status };
}

const lines = (out: string): Record<string, unknown>[] =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("tarmaq extract", () => {
  it("gives a rule a line, with the fields of gold and of section 3", async () => {
    const { out, status } = await extract(FIRST, "--format", "jsonl");
    expect(status).toBe(0);
    const term = lines(out).find((row) => row["kind"] === "deadline" && row["service"] === 1);
    expect(term).toMatchObject({
      file: "002_b0c7419236df1d07",
      service: 1,
      kind: "deadline",
      lines: [137, 137],
      clause: "1-қосымша, 2-тарау, 10-тармақ",
      amount: 1,
      unit: "working-day",
      subject: "service",
      id: "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10",
      path: "annex-1/chapter-2/clause-10",
      cite: "1-қосымша, 2-тарау, 10-тармақ",
      source: { file: "002_b0c7419236df1d07.txt", lines: [137, 137] },
    });
  });

  it("gives the same as one JSON array", async () => {
    const [asLines, asArray] = await Promise.all([
      extract(FIRST, "--format", "jsonl"),
      extract(FIRST, "--format", "json"),
    ]);
    expect(JSON.parse(asArray.out)).toEqual(lines(asLines.out));
  });

  it("words the rules in three languages, with quote, citation and line", async () => {
    for (const [lang, word, cite] of [
      ["kk", "Мерзім", "1-қосымша, 2-тарау, 10-тармақ"],
      ["ru", "Срок", "приложение 1, глава 2, пункт 10"],
      ["en", "Deadline", "annex 1, chapter 2, clause 10"],
    ] as const) {
      const { out } = await extract(FIRST, "--lang", lang);
      expect(out).toContain(word);
      expect(out).toContain(`${cite} · 002_b0c7419236df1d07.txt:137`);
    }
  });

  it("lists what was not read", async () => {
    const { out } = await extract(join(corpus, "000_a653e2419e84acd7.txt"), "--unread", "--format", "jsonl");
    const rows = lines(out);
    expect(rows.map((row) => row["quote"]).join("\n")).toContain("міндетті");
    const order = rows.map((row) => ["highest", "high", "some", "low"].indexOf(String(row["risk"])));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });

  it("accounts for every leaf, one entry a line", async () => {
    const { out, err } = await extract(FIRST, "--ledger", "--format", "jsonl");
    const rows = lines(out);
    expect(new Set(rows.map((row) => row["account"]))).toEqual(new Set(["rule", "plain", "unread"]));
    for (const row of rows)
      expect(Object.keys(row)).toEqual([
        "file",
        "path",
        "cite",
        "service",
        "lines",
        "spans",
        "quote",
        "account",
        "rules",
        "reason",
        "risk",
        "dismissed",
        "taken",
      ]);
    expect(err).toContain("%");
  });

  it("says three shares at the end of every reading, in three languages", async () => {
    for (const [lang, word] of [
      ["kk", "оқылмады"],
      ["ru", "не прочитано"],
      ["en", "unread"],
    ] as const)
      for (const more of [[], ["--unread"], ["--ledger"]]) {
        const { out } = await extract(FIRST, "--lang", lang, ...more);
        expect(out).toMatch(new RegExp(`${word} [<>]? ?\\d+ % \\(`));
      }
  });

  it("writes one file for each text into a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tarmaq-extract-"));
    await extract(FIRST, join(corpus, "003_dbe8bee5fdfd350b.txt"), "-o", folder, "--format", "jsonl");
    expect(readdirSync(folder).sort()).toEqual(["002_b0c7419236df1d07.jsonl", "003_dbe8bee5fdfd350b.jsonl"]);
    const { out } = await extract(FIRST, "--format", "jsonl");
    expect(readFileSync(join(folder, "002_b0c7419236df1d07.jsonl"), "utf8")).toBe(out);
  });

  it("leaves nothing behind where one of the texts cannot be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tarmaq-extract-"));
    const binary = join(folder, "binary.txt");
    writeFileSync(binary, Buffer.from([0, 1, 2, 255, 254, 0]));
    for (const bad of [binary, "missing.txt"]) {
      await expect(extract(FIRST, bad, "-o", join(folder, "out"))).rejects.toThrow(Trouble);
      expect(readdirSync(folder)).toEqual(["binary.txt"]);
    }
  });

  it("asks the text in the other language about each rule, and says where that alone has one", async () => {
    const acts = join(import.meta.dirname, "../fixtures/acts");
    const [kazakh, russian] = ["kaz", "rus"].map((language) => join(acts, `94652-${language}.md`)) as [
      string,
      string,
    ];
    const { out } = await extract(kazakh, "--twin", russian, "--format", "jsonl");
    // Clause 5, item 9: one working day in both; clause 7, item 1: the Russian text names no channel.
    const [step] = lines(out).filter(({ path }) => String(path).endsWith("clause-5/item-9"));
    expect(step).toMatchObject({
      amount: 1,
      twin: { language: "ru", reading: "agrees", otherwise: [] },
      source: { twin: { file: "94652-rus.md", cite: "глава 2, пункт 5 подпункт 9)" } },
    });
    // The condition on the citizen's signature in clause 9 is the provider's in Kazakh: that text has no such requirement.
    const rows = lines((await extract(kazakh, "--twin", russian, "--ledger", "--format", "jsonl")).out);
    const beside = rows.filter(({ twin }) => twin !== undefined);
    expect(beside.map(({ path }) => path)).toContain("regulation-1/chapter-4/clause-9");
    const text = await extract(kazakh, "--twin", russian, "--lang", "en");
    expect(text.out).toContain("The Russian text (94652-rus.md): the same");
  });

  it("takes one other text for one act", async () => {
    await expect(extract(FIRST, FIRST, "--twin", FIRST)).rejects.toThrow(
      "--twin is the other text of one act",
    );
  });
});
