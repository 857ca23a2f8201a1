import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import derived from "../fixtures/calendar/working-days.json" with { type: "json" };
import { tarmaq } from "../journeys/tarmaq.ts";

const EXAMPLE = [
  "--start 2025-03-19T19:10 --channel provider --zone Asia/Almaty --calendar kz --rollover".split(" "),
  ["--term", "1 working-day", "--hours", "Mo-Fr 09:00-13:00,14:30-18:30"],
].flat();
const DUE = { start: "2025-03-20T09:00:00+05:00", due: "2025-03-26T18:30:00+05:00" };

describe("tarmaq due", () => {
  test("prints the effective start and the due time", () => {
    expect(tarmaq("due", ...EXAMPLE)).toEqual({
      status: 0,
      stdout: `start  ${DUE.start}\ndue    ${DUE.due}\n`,
      stderr: "",
    });
  });
  test("prints them as JSON, and the explanation with them", () => {
    expect(JSON.parse(tarmaq("due", ...EXAMPLE, "--format", "json").stdout)).toEqual(DUE);
    const explained = JSON.parse(tarmaq("due", ...EXAMPLE, "--format", "json", "--explain").stdout) as {
      explanation: { days: { date: string; as: string }[] };
    };
    expect(explained).toMatchObject(DUE);
    expect(explained.explanation.days.map(({ date, as }) => `${date} ${as}`)).toContain(
      "2025-03-21 not-counted",
    );
  });
  test("explains itself in kk, ru and en", () => {
    const words = {
      kk: "21 наурыз, жұма: Наурыз мейрамы",
      ru: "21 марта, пятница: Наурыз",
      en: "21 March, Friday: Nauryz",
    };
    for (const [language, expected] of Object.entries(words)) {
      const { status, stdout } = tarmaq("due", ...EXAMPLE, "--explain", "--lang", language);
      expect(status).toBe(0);
      expect(stdout).toContain(expected);
    }
  });
  test("counts with what was known", () => {
    const june = [
      "--start",
      "2024-06-14T10:00",
      "--term",
      "1 working-day",
      "--zone",
      "Asia/Almaty",
      "--calendar",
      "kz",
    ];
    expect(tarmaq("due", ...june).stdout).toContain("due    2024-06-18T00:00:00+05:00");
    expect(tarmaq("due", ...june, "--as-known", "2024-05-01").stdout).toContain(
      "due    2024-06-19T00:00:00+05:00",
    );
  });
  test("reads a start without an offset in the zone, and one with an offset as it stands", () => {
    const term = ["--term", "30 minutes"];
    expect(tarmaq("due", "--start", "2025-03-17T10:00Z", "--zone", "Asia/Almaty", ...term).stdout).toContain(
      "due    2025-03-17T15:30:00+05:00",
    );
    expect(tarmaq("due", "--start", "2025-03-17 10:00:00+03:00", ...term).stdout).toContain(
      "due    2025-03-17T10:30:00+03:00",
    );
    expect(tarmaq("due", "--start", "2025-03-17T10:00", ...term).stdout).toContain(
      "due    2025-03-17T10:30:00+00:00",
    );
  });
  test.each([
    [
      ["--start", "2027-12-31T10:00", "--term", "1 working-day", "--calendar", "kz"],
      "covers the year 2028",
      "Add rules/calendars/kz/2028.json",
    ],
    [["--start", "2025-03-17T10:00", "--term", "1 working-day"], "without a calendar", "--calendar kz"],
    [
      ["--start", "2025-03-17", "--term", "1 working-day", "--calendar", "kz"],
      "a date without a time, a day of doubt",
      "2025-03-17T10:00",
    ],
    [["--start", "2025-02-30T10:00", "--term", "1 minute"], "an impossible time", ""],
    [["--start", "2025-02-03T24:10", "--term", "1 minute"], "an impossible time", ""],
    [["--start", "2025-02-03T10:00+19:00", "--term", "1 minute"], "an impossible time", ""],
    [["--start", "1812-02-03T10:00", "--term", "1 minute"], "outside 1970-2099", ""],
    [["--start", "tomorrow", "--term", "1 minute"], '"tomorrow" is no time', ""],
    [
      ["--start", "2025-03-17T10:00", "--term", "1.5 working-day", "--calendar", "kz"],
      "in fractions",
      "whole number",
    ],
    [["--start", "2025-03-17T10:00", "--term", "9999 year"], "longer than a thousand years", ""],
    [["--start", "2025-03-17T10:00", "--term", "soon"], "expected an amount and a unit", ""],
    [
      ["--start", "2025-03-17T10:00", "--term", "1 minute", "--zone", "Asia/Almata"],
      "no time zone Asia/Almata",
      "Asia/Almaty",
    ],
    [
      ["--start", "2025-03-17T10:00", "--term", "1 minute", "--hours", "PH off"],
      '"PH off" cannot be read',
      "Mo-Fr",
    ],
    [
      ["--start", "2025-03-17T10:00", "--term", "1 minute", "--cutoff", "six"],
      '"six" cannot be read',
      "18:00",
    ],
    [["--start", "2025-03-17T10:00", "--term", "1 minute", "--calendar", "../.."], "", ""],
    [
      ["--start", "2025-03-17T10:00", "--term", "1 minute", "--calendar", "zz"],
      "there is no calendar zz",
      "Known are: kz",
    ],
    [["--start", "2025-03-17T10:00", "--term", "1 minute", "--week", "7"], "expected 5 or 6", ""],
    [["--start", "2025-03-17T10:00", "--term", "1 minute", "--as-known", "2025"], "expected a date", ""],
    [["--term", "1 minute"], "a start and a term are needed", "--help"],
    [["--input", "nowhere.jsonl"], "is not there or cannot be read", "Check the path"],
    [["--input", "nowhere.jsonl", "--term", "1 minute"], "brings its own", "Leave out"],
  ])("due %o ends with status 2 and one message: %s", (args, message, wayOut) => {
    const { status, stdout, stderr } = tarmaq("due", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(wayOut);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("tarmaq due --input", () => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-due-"));
  const file = (name: string, lines: readonly (string | object)[]): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    );
    return path;
  };
  beforeAll(() => {
    writeFileSync(join(folder, "empty.jsonl"), "");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const office = { zone: "Asia/Almaty", hours: "Mo-Fr 09:00-13:00,14:30-18:30", calendar: "kz" };
  const read = (stdout: string): unknown[] =>
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);

  test("answers each line in its order; all but start, amount and unit may be absent or null", () => {
    const path = file("terms.jsonl", [
      {
        start: "2025-03-19T19:10",
        amount: 1,
        unit: "working-day",
        channel: "provider",
        ...office,
        rollover: true,
      },
      { start: "2025-03-17T23:40", amount: 30, unit: "minute", channel: "portal", ...office },
      "",
      {
        start: "2025-03-17T23:40",
        amount: 30,
        unit: "minute",
        channel: null,
        zone: null,
        hours: null,
        week: null,
        calendar: null,
        rollover: null,
        cutoff: null,
        clock: null,
      },
      {
        start: "2025-03-17T18:01",
        amount: 1,
        unit: "working-day",
        ...office,
        cutoff: "Mo-Fr 18:00; Sa 12:00",
      },
      {
        start: "2025-02-14T10:00",
        amount: 1,
        unit: "working-day",
        zone: "Asia/Oral",
        calendar: "kz",
        week: 6,
      },
      { start: "2025-03-17T12:45", amount: 30, unit: "minute", ...office, clock: "wall" },
    ]);
    const { status, stdout, stderr } = tarmaq("due", "--input", path);
    expect([status, stderr]).toEqual([0, ""]);
    expect(read(stdout)).toEqual([
      DUE,
      { start: "2025-03-17T23:40:00+05:00", due: "2025-03-18T00:10:00+05:00" },
      { start: "2025-03-17T23:40:00+00:00", due: "2025-03-18T00:10:00+00:00" },
      { start: "2025-03-18T09:00:00+05:00", due: "2025-03-19T18:30:00+05:00" },
      { start: "2025-02-14T10:00:00+05:00", due: "2025-02-16T00:00:00+05:00" },
      { start: "2025-03-17T12:45:00+05:00", due: "2025-03-17T13:15:00+05:00" },
    ]);
  });

  test("takes from the options what a line leaves out", () => {
    const path = file("defaults.jsonl", [
      { start: "2025-03-19T19:10", amount: 1, unit: "working-day", hours: null },
      { start: "2025-03-19T19:10", amount: 1, unit: "working-day", hours: "24/7" },
    ]);
    const { stdout } = tarmaq(
      "due",
      "--input",
      path,
      "--zone",
      office.zone,
      "--hours",
      office.hours,
      "--calendar",
      "kz",
      "--rollover",
    );
    expect(read(stdout)).toEqual([
      DUE,
      { start: "2025-03-19T19:10:00+05:00", due: "2025-03-21T00:00:00+05:00" },
    ]);
  });

  test("gives a line for each that cannot be counted, and one message at the end", () => {
    const good = { start: "2025-03-17T10:00", amount: 1, unit: "hour" };
    const path = file("bad.jsonl", [
      good,
      "{",
      { ...good, amount: -1 },
      { ...good, calender: "kz" },
      { ...good, unit: "working-day" },
      good,
    ]);
    const { status, stdout, stderr } = tarmaq("due", "--input", path);
    expect(status).toBe(2);
    const errors = read(stdout).map((line) => (line as { error?: string }).error);
    expect(errors).toEqual([
      undefined,
      expect.stringContaining("is no JSON"),
      "amount must be >= 0",
      'the line has "calender", which is not known here',
      "without a calendar nobody knows which days are worked",
      undefined,
    ]);
    expect(stderr).toMatch(/^tarmaq: .*bad\.jsonl: line 2: is no JSON/);
    expect(stderr).toContain("3 more lines could not be counted");
  });

  test("explains each line where asked", () => {
    const path = file("explained.jsonl", [
      { start: "2025-03-17T10:00", amount: 1, unit: "working-day", ...office },
    ]);
    const [line] = read(tarmaq("due", "--input", path, "--explain").stdout) as {
      explanation: { counting: string };
    }[];
    expect(line?.explanation.counting).toBe("working-days");
  });

  test("refuses what is no text, and a line without an end", () => {
    const binary = join(folder, "binary.jsonl");
    writeFileSync(binary, Uint8Array.of(0x7b, 0xff, 0xfe, 0x0a));
    expect(tarmaq("due", "--input", binary).stderr).toContain("is no text in UTF-8");
    const long = file("long.jsonl", [`"${"x".repeat(400_000)}"`]);
    expect(tarmaq("due", "--input", long).stderr).toContain("line 1: is longer than 65536 letters");
    expect(tarmaq("due", "--input", join(folder, "empty.jsonl"))).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });
});

describe("tarmaq calendar", () => {
  test("prints the year as on a wall, with every moved day and its act", () => {
    const { status, stdout } = tarmaq("calendar", "kz", "2018");
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe("2018, 5-day week: 246 working days");
    expect(stdout).toContain("  5   6   7   8*  9+ 10  11");
    expect(stdout).toContain(
      "!      3 March, Sa  worked instead of 9 March — Government decree (P1700000864)",
    );
    expect(stdout).toContain(
      "+      9 March, Fr  day off instead of 3 March — Government decree (P1700000864)",
    );
    expect(stdout).not.toContain("\u001b");
  });
  test.each([5, 6] as const)("gives the %i-day week as JSON", (week) => {
    const { status, stdout } = tarmaq("calendar", "kz", "2025", "--week", String(week), "--format", "json");
    const year = JSON.parse(stdout) as { months: unknown[]; daysOff: { date: string }[] };
    expect(status).toBe(0);
    expect(Object.keys(year)).toEqual(["year", "week", "months", "daysOff"]);
    expect(year).toMatchObject({
      year: 2025,
      week,
      months: derived.weeks[week]["2025"].map((workingDays, index) => ({ month: index + 1, workingDays })),
    });
    expect(year.daysOff.slice(0, 3)).toEqual([
      { date: "2025-01-01", why: "New Year", act: "Z010000267_" },
      { date: "2025-01-02", why: "New Year", act: "Z010000267_" },
      { date: "2025-01-03", why: "day off instead of 5 January", act: "G24G0000436" },
    ]);
    expect(year.daysOff.some(({ date }) => date === "2025-03-25")).toBe(week === 5);
  });
  test("speaks Kazakh and Russian", () => {
    expect(tarmaq("calendar", "kz", "2024", "--lang", "kk").stdout).toContain(
      "8 мамыр, Ср  4 мамыр орнына демалыс күні",
    );
    expect(tarmaq("calendar", "kz", "2024", "--lang", "ru").stdout).toContain(
      "8 мая, Ср  выходной вместо 4 мая",
    );
  });
  test("shows another country's folder", () => {
    expect(tarmaq("calendar", "tests/fixtures/calendar/atlantis", "2030").stdout).toContain(
      "Day of the Wave — Law of the Sea",
    );
  });
  test.each([
    [["kz", "2031"], "covers the year 2031: it has 2010 to 2027"],
    [["kz", "soon"], "expected a year"],
    [["zz", "2025"], "there is no calendar zz"],
    [["kz", "2025", "--week", "4"], "expected 5 or 6"],
  ])("calendar %o: %s", (args, message) => {
    const { status, stdout, stderr } = tarmaq("calendar", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
