import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { audit } from "../../src/package/audit.ts";
import { calendarYear, due } from "../../src/package/calendar.ts";
import { openLibrary } from "../../src/package/check.ts";
import type { JudgingLibrary } from "../../src/package/judging.ts";
import type { Fault, Result } from "../../src/package/result.ts";

const root = resolve(import.meta.dirname, "../..");
const example = (name: string): string => join(root, "examples", name);

let folder: string;
let library: JudgingLibrary;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-functions-"));
  library = valueOf(openLibrary());
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
function faultsOf(result: Result<unknown>): readonly Fault[] {
  if (result.ok) throw new Error("no fault was found");
  return result.faults;
}

describe("due", () => {
  // Worked examples of DESIGN.md, section 4.
  const hours = "Mo-Fr 09:00-13:00,14:30-18:30";
  const office = { zone: "Asia/Almaty", hours, calendar: "kz", rollover: true, channel: "provider" } as const;

  it("tells when a term ends, and its last day", () => {
    const answer = due({ ...office, start: "2025-03-17T10:00", amount: 1, unit: "working-day" });
    expect(answer).toEqual({
      ok: true,
      value: {
        start: "2025-03-17T10:00:00+05:00",
        due: "2025-03-18T18:30:00+05:00",
        dueDay: "2025-03-18",
      },
    });
  });

  it("names the day that ends at 24:00, not the one that begins", () => {
    const portal = { ...office, channel: "portal", rollover: false } as const;
    const answer = valueOf(due({ ...portal, start: "2025-03-17T10:00", amount: 1, unit: "calendar-day" }));
    expect([answer.due, answer.dueDay]).toEqual(["2025-03-19T00:00:00+05:00", "2025-03-18"]);
  });

  it("explains how it was counted where it is asked to", () => {
    const term = { ...office, start: "2025-03-19T19:10", amount: 1, unit: "working-day" } as const;
    const { due: ends, explanation } = valueOf(due(term, { explain: true }));
    expect(ends).toBe("2025-03-26T18:30:00+05:00");
    expect(explanation?.startMoved).toBe("after-closing");
    expect(explanation?.days.filter(({ as }) => as === "counted").map(({ date }) => date)).toEqual([
      "2025-03-26",
    ]);
  });

  it("tells how late something was: by the wall, in open time, in working days", () => {
    const term = { ...office, start: "2025-03-17T10:00", amount: 1, unit: "working-day" } as const;
    expect(valueOf(due(term, { done: "2025-03-18T18:30" })).late).toBeNull();
    // Due Tuesday 18:30; done Wednesday 10:00: fifteen and a half hours, of which one is open.
    expect(valueOf(due(term, { done: "2025-03-19T10:00" })).late).toEqual({
      wall: 15.5 * 3600,
      working: 3600,
      workingDays: 1,
    });
  });

  it("counts by calendars of one's own", () => {
    const year = { country: "kz", year: 2025, holidays: [], movedDays: [] };
    const own = join(folder, "calendars");
    mkdirSync(join(own, "kz"), { recursive: true });
    writeFileSync(join(own, "kz/2025.json"), JSON.stringify(year));
    const term = { ...office, start: "2025-03-20T10:00", amount: 1, unit: "working-day" } as const;
    expect(valueOf(due(term, { calendars: own })).dueDay).toBe("2025-03-21");
    expect(valueOf(due(term)).dueDay).toBe("2025-03-26");
  });

  it.each<[string, () => Result<unknown>, Partial<Fault>]>([
    [
      "a term that is none",
      () => due({ start: "2025-03-17T10:00", amount: 1, unit: "fortnight" as "week" }),
      { thing: "the term", place: "/unit", rule: expect.stringContaining("must be one of") as string },
    ],
    [
      "a time that is none",
      () => due({ start: "2025-02-30T10:00", amount: 1, unit: "day" }),
      { thing: "the term", rule: "2025-02-30T10:00 is an impossible time" },
    ],
    [
      "working days without a calendar",
      () => due({ start: "2025-03-17T10:00", amount: 1, unit: "working-day" }),
      { thing: "the term", wayOut: expect.stringContaining("Name a calendar") as string },
    ],
    [
      "a year that no calendar covers",
      () => due({ ...office, start: "2035-03-17T10:00", amount: 1, unit: "working-day" }),
      { rule: "no calendar of kz covers the year 2035", wayOut: "Add rules/calendars/kz/2035.json." },
    ],
    [
      "a day of knowledge that is none",
      () => due({ start: "2025-03-17T10:00", amount: 1, unit: "day" }, { asKnown: "yesterday" }),
      { place: "--as-known", rule: '"yesterday" is no day' },
    ],
    [
      "a folder of calendars that is not there",
      () => due({ ...office, start: "2025-03-17T10:00", amount: 1, unit: "day" }, { calendars: "/nowhere" }),
      { thing: "/nowhere", rule: "there is no such folder of calendars" },
    ],
    ["a calendar that is not there", () => calendarYear("xx", 2025), { rule: "there is no calendar xx" }],
    [
      "a week that nobody has",
      () => calendarYear("kz", 2025, { week: 7 as 5 }),
      { place: "--week", rule: "7 is not known", wayOut: "Say one of 5, 6." },
    ],
  ])("gives %s as a value", (_, ask, fault) => {
    expect(faultsOf(ask())[0]).toMatchObject(fault);
  });
});

describe("a library", () => {
  const request = JSON.parse(readFileSync(example("request.json"), "utf8")) as Request;

  it("judges a request, in the language asked for", () => {
    const { verdict, reasons, receipt } = valueOf(library.check(request, { lang: "ru", smallestFix: true }));
    expect([verdict, receipt.answer]).toEqual(["incomplete", "incomplete"]);
    expect(reasons.every(({ sentence }) => /\p{Script=Cyrillic}/u.test(sentence))).toBe(true);
  });

  it("tells the terms that a request starts, as a check does", () => {
    const { service, channel, submitted } = request;
    const begun = valueOf(library.due({ service, channel, start: submitted }));
    expect(begun).toEqual(valueOf(library.check(request)).deadlines);
    expect(begun.length).toBeGreaterThan(0);
  });

  it("gives the form of a request, which the request passes", () => {
    const form = valueOf(library.form(request.service, { lang: "en" }));
    const passes = new Ajv2020({ strict: false, validateFormats: false }).compile(form);
    expect([passes(request), passes({ ...request, channel: "pigeon" })]).toEqual([true, false]);
  });

  it("lists the services of the rulebooks that it was opened with", () => {
    expect(library.services().length).toBe(28);
    const one = valueOf(openLibrary({ rules: join(root, "rules/kz-mz-2024-99/1") })).services();
    expect(one.map(({ id, versions }) => [id, versions.map(({ version }) => version)])).toEqual([
      ["kz-mz-2024-99/1", ["2024-11-27"]],
    ]);
  });

  it("gives every place of a request that its schema does not pass", () => {
    const faults = faultsOf(library.check({ service: 3, channel: "portal" } as unknown as Request));
    expect(faults.map(({ thing, place, rule }) => [thing, place, rule])).toEqual([
      ["the request", undefined, 'must have "submitted"'],
      ["the request", "/service", "must be string"],
    ]);
    expect(faults.every(({ wayOut }) => wayOut.includes("schemas/request.schema.json"))).toBe(true);
  });

  it.each<[string, () => Result<unknown>, Partial<Fault>]>([
    [
      "a service without a rulebook",
      () => library.check({ ...request, service: "none" }),
      {
        thing: "the request",
        place: "/service",
        wayOut: expect.stringContaining("kz-mz-2024-99/1") as string,
      },
    ],
    [
      "a day on which nothing was in force",
      () => library.check({ ...request, submitted: "2005-03-17T10:00" }),
      { thing: "the request", place: "/submitted" },
    ],
    ["a day that is none", () => library.check(request, { at: "soon" }), { place: "--at" }],
    [
      "a language that nobody has words in",
      () => library.check(request, { lang: "de" as "en" }),
      { place: "--lang" },
    ],
    ["the form of a service without a rulebook", () => library.form("none"), { thing: "the service" }],
    ["a rulebook that is not there", () => openLibrary({ rules: ["/nowhere"] }), { thing: "/nowhere" }],
  ])("gives %s as a value", (_, ask, fault) => {
    expect(faultsOf(ask())[0]).toMatchObject(fault);
  });

  it("names the rule of a rulebook that breaks the schema", () => {
    const file = join(folder, "book.json");
    writeFileSync(file, JSON.stringify({ id: "a/1", rules: [{ id: "r", kind: "deadline", cite: "1" }] }));
    const [fault] = faultsOf(openLibrary({ rules: [file] }));
    expect(fault).toMatchObject({ thing: file, place: expect.stringContaining("rule 1 (r)") as string });
  });

  it("throws what is a fault of ours", () => {
    const broken = {
      ...request,
      get service(): string {
        throw new RangeError("ours");
      },
    };
    expect(() => library.check(broken)).toThrow(RangeError);
  });
});

describe("audit", () => {
  const log = example("log.csv");
  const map = example("map.json");

  it("judges a log: a summary, each finding once, and the report where it is asked for", async () => {
    const outcomes: Record<string, number> = {};
    const each = async ({ outcome }: { outcome: string }): Promise<void> => {
      await Promise.resolve();
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    };
    const { summary, report } = valueOf(await audit([log], { map, each, report: "kk" }));
    // The sample has 464 rows, of which four are broken and one is there twice (tests/audit/generate-sample.ts).
    expect(summary.rows).toEqual({ inFile: 464, read: 459, refused: 5 });
    expect(outcomes).toEqual(summary.outcomes);
    expect(report).toContain("<!doctype html>");
  });

  it("takes the mapping as a value as well", async () => {
    const told = JSON.parse(readFileSync(map, "utf8")) as { columns: { case: string } };
    const byValue = valueOf(await audit(log, { map: told }));
    const byFile = valueOf(await audit([log], { map }));
    // The seal names the file where there is one.
    const apart = ({ summary, ...rest }: typeof byFile): unknown => ({
      ...rest,
      summary: { ...summary, seal: null },
    });
    expect(apart(byValue)).toEqual(apart(byFile));
    expect(byValue.summary.seal?.mapping.name).toBe("the mapping");
    expect(byFile.summary.seal?.mapping.name).toBe("map.json");
  });

  it.each<[string, Parameters<typeof audit>, Partial<Fault>]>([
    ["a log that is not there", [["/nowhere.csv"], { map }], { thing: "/nowhere.csv" }],
    ["a mapping that is not there", [[log], { map: "/nowhere.json" }], { thing: "/nowhere.json" }],
    ["a mapping that is none", [[log], { map: {} as never }], { thing: "the mapping" }],
    ["a clock that is none", [[log], { map, now: "2026-03-01" }], { place: "--now" }],
    ["a size that is none", [[log], { map, memory: "much" }], { place: "--memory" }],
    ["a rulebook that is not there", [[log], { map, rules: ["/nowhere"] }], { thing: "/nowhere" }],
  ])("gives %s as a value", async (_, asked, fault) => {
    expect(faultsOf(await audit(...asked))[0]).toMatchObject(fault);
  });

  it("passes on what the caller's own function throws", async () => {
    const each = (): void => {
      throw new Error("the caller's");
    };
    await expect(audit([log], { map, each })).rejects.toThrow("the caller's");
  });

  it("leaves signals to the process that it runs in", async () => {
    const heard: number[] = [];
    await audit([log], { map, each: () => void heard.push(process.listenerCount("SIGTERM")) });
    expect(new Set(heard)).toEqual(new Set([process.listenerCount("SIGTERM")]));
  });
});
