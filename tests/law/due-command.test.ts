import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tarmaq } from "../journeys/tarmaq.ts";

const HOURS = "Mo-Fr 09:00-13:00,14:30-18:30";

describe("tarmaq due --law", () => {
  const asked = ["due", "--start", "2026-01-16T18:45", "--term", "5 working-day", "--zone", "Mangystau"];

  it("says that a rollover without hours moves days off alone", () => {
    const { status, stderr } = tarmaq(...asked, "--calendar", "kz", "--lang", "en", "--rollover");
    expect([status, stderr]).toEqual([0, expect.stringContaining("moves days off alone")]);
    const named = tarmaq(...asked, "--calendar", "kz", "--lang", "en", "--rollover", "--hours", HOURS);
    expect(named.stderr).toBe("");
  });

  it("says so once for all lines of a file, in the reader's language", () => {
    const file = join(mkdtempSync(join(tmpdir(), "due-")), "terms.jsonl");
    const asked = { start: "2026-01-16T18:45", amount: 5, unit: "working-day", zone: "Asia/Almaty" };
    writeFileSync(file, `${JSON.stringify({ ...asked, rollover: true })}\n`.repeat(2));
    const { status, stderr } = tarmaq("due", "--input", file, "--calendar", "kz", "--lang", "ru");
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^tarmaq: Строк: 2\. .*переносятся только выходные/u),
    ]);
  });

  it("prints the law in the reader's language, and 24:00, never 00:00 of the next day", () => {
    const { stdout } = tarmaq(
      ...asked,
      "--calendar",
      "kz",
      "--hours",
      HOURS,
      "--law",
      "kz",
      "--explain",
      "--lang",
      "en",
    );
    expect(stdout).toContain("registration: APPC, art. 64(3)");
    expect(stdout).toContain("or 26 January 2026, Monday, 24:00: no clause decides which");
    expect(stdout).toContain("in silence, it counts as refused: APPC, art. 91(2)");
  });

  it("tells times of a day on which the clock was put back with their offsets", () => {
    const { stdout } = tarmaq(
      ...["due", "--start", "2024-02-29T23:45+06:00", "--term", "30 minute", "--channel", "portal"],
      ...["--zone", "Asia/Almaty", "--calendar", "kz", "--explain", "--lang", "en"],
    );
    expect(stdout).toContain("23:45+06:00–23:15+05:00 = 30 min");
  });

  it("nobody rests on every day", () => {
    const { status, stderr } = tarmaq(
      "due",
      "--rest",
      "Mo-Su",
      "--start",
      "2025-03-07T10:00",
      "--term",
      "1 day",
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining("not all of them")]);
  });
});
