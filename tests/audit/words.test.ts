import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { tarmaq } from "../../src/cli/tarmaq.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-words-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const RULES = put(
  "rules.json",
  JSON.stringify({
    id: "b",
    zone: "Asia/Almaty",
    rules: [
      { kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" },
      {
        kind: "deadline",
        subject: "step",
        amount: 2,
        unit: "calendar-day",
        direction: "before",
        fromEvent: "step:hearing",
        toEvent: "step:notice",
        cite: "2",
      },
    ],
  }),
);
const MAP = put(
  "map.json",
  JSON.stringify({
    columns: { case: "case", activity: "activity", time: "time" },
    events: { s: "submitted", e: "result-issued", h: "step:hearing", n: "step:notice" },
  }),
);
const csv = (name: string, rows: string): string =>
  put(name, `case,activity,time\n${rows.split("; ").join("\n")}\n`);

async function run(...argv: readonly string[]): Promise<string> {
  let out = "";
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      out += piece.toString();
      done();
    },
  });
  await tarmaq(["audit", ...argv, "--map", MAP, "--rules", RULES], {
    stdout: into,
    stderr: into,
    env: {},
    cwd: folder,
    now: () => 0,
  });
  return out;
}

describe("the words of an audit", () => {
  it("what is due at a day's end is due at 24:00 of that day, in text, report and explanation", async () => {
    // Three days after Monday, 3 June 2024, are Thursday, the 6th.
    const log = csv("due.csv", "1,s,2024-06-03; 2,s,2024-06-03; 2,e,2024-06-10");
    const html = join(folder, "report.html");
    const text = await run(log, "--now", "2024-06-10T09:00:00+05:00", "--html", html);
    expect(text).toContain("2024-06-06 24:00  1");
    const report = readFileSync(html, "utf8");
    expect(report).toContain("2024-06-06 24:00");
    expect(report).not.toContain("2024-06-07 00:00");
    expect(await run(log, "--explain", "2")).toContain("6 June 2024, Thursday, 24:00");
  });

  it("done on the day after the last, by date: late by up to a day, not by nothing", async () => {
    const log = csv("next.csv", "1,s,2024-06-03; 1,e,2024-06-07");
    const text = await run(log, "--explain", "1");
    expect(text).toContain("late — 1");
    expect(text).toContain("Late by: up to a day");
  });

  it("cases with a breach are counted beside the cases, and terms apart from them", async () => {
    const log = csv(
      "cards.csv",
      "1,s,2024-06-03; 1,e,2024-06-10; 1,h,2024-06-12; 1,n,2024-06-11; 2,s,2024-06-03; 2,e,2024-06-04",
    );
    const html = join(folder, "cards.html");
    const text = await run(log, "--html", html);
    expect(text).toContain("Cases: 2 (cases with a breach: 1;");
    const report = readFileSync(html, "utf8");
    const cards = [...report.matchAll(/<ul class="numbers">(.*?)<\/ul>/gs)].map(([, card = ""]) =>
      card.replaceAll(/<[^>]*>/g, " "),
    );
    // Two terms are late, of one case: the notice of 11 June came one day before the hearing, not two.
    expect(cards[0]?.replaceAll(/\s+/g, " ")).toMatch(/2 Cases 1 cases with a breach 0 cases of which/);
    expect(cards[1]?.replaceAll(/\s+/g, " ")).toMatch(/1 in time 2 late/);
  });

  it("terms counted back are no provider's time", async () => {
    const log = csv("back.csv", "1,h,2024-06-12; 1,n,2024-06-10");
    expect(await run(log)).toContain("Provider's time: 0.0 days");
  });

  it("refused lines of several files come with their file", async () => {
    const first = csv("first.csv", "1,s,2024-06-03; 1,e,2024-06-04");
    const second = csv("second.csv", "2,s,never; 2,s,2024-06-03");
    expect(await run(first, second)).toContain("impossible time (line second.csv:2)");
  });
});
