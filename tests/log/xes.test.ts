import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { auditOf, type AuditedLog } from "../audit/run-on.ts";

const BOOK = bookAtWork({
  id: "b",
  zone: "Asia/Almaty",
  rules: [{ id: "d3", kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" }],
});
const MAPPING: Mapping = {
  columns: { case: "case:concept:name", activity: "concept:name", time: "time:timestamp" },
  events: { s: "submitted", e: "result-issued" },
};

const event = (activity: string, time: string, more = ""): string =>
  `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${time}"/>${more}</event>`;
const trace = (name: string, ...lines: string[]): string =>
  `<trace><string key="concept:name" value="${name}"/>\n${lines.join("\n")}\n</trace>`;
const GOOD = trace("1", event("s", "2024-06-03"), event("e", "2024-06-04"));

const audit = (xes: string): Promise<AuditedLog> => auditOf(xes, MAPPING, [BOOK], { name: "log.xes" });
const told = ({ findings }: AuditedLog): string[] =>
  findings.map(({ case: id, outcome, rows }) => `${id} ${outcome} ${rows.join()}`);
const refused = ({ summary }: AuditedLog): string[] =>
  summary.refused.flatMap(({ reason, samples }) => samples.map(({ row }) => `${reason} ${row}`));
/** Read and refused add up to the file. */
const adds = ({ summary: { rows } }: AuditedLog): boolean => rows.read + rows.refused === rows.inFile;

describe("XES", () => {
  it("rows are lines of the file, also where several events share one", async () => {
    const log = await audit(
      `<?xml version="1.0"?>\n<log>\n<!-- of two\nlines -->\n${GOOD}\n<trace><string key="concept:name" value="2"/>${event("s", "2024-06-03")}${event("e", "2024-06-10")}</trace>\n${trace("3", event("s", "2024-06-03"), event("e", "2024-06-10"))}</log>`,
    );
    // Line 5 opens the first trace, 9 holds the second, 10 opens the third.
    expect(told(log)).toEqual(["1 met 6,7", "2 late 9,9", "3 late 11,12"]);
  });

  it("an event inside an event or another element is refused with its line; the one around it is read", async () => {
    const log = await audit(
      `<log>\n${trace("1", event("s", "2024-06-03"), event("e", "2024-06-04", `\n${event("e", "2024-06-20")}`))}\n${trace("2", `<list key="x">${event("s", "2024-06-03")}</list>`, event("s", "2024-06-03"))}</log>`,
    );
    expect(told(log)).toEqual(["1 met 3,4", "2 running 9"]);
    expect(refused(log)).toEqual(["nested-event 5", "nested-event 8"]);
    expect(adds(log)).toBe(true);
  });

  it("a trace inside another is refused, and its events with it", async () => {
    const log = await audit(
      `<log>\n${trace("1", event("s", "2024-06-03"), trace("2", event("s", "2024-06-03")))}</log>`,
    );
    expect(told(log)).toEqual(["1 running 3"]);
    expect(refused(log)).toEqual(["nested-trace 4", "nested-event 5"]);
    expect(adds(log)).toBe(true);
  });

  it("a trace without an event is refused with its name", async () => {
    const log = await audit(`<log>\n${trace("empty")}\n${GOOD}</log>`);
    expect(told(log)).toEqual(["1 met 6,7"]);
    expect(log.summary.refused).toMatchObject([
      { reason: "empty-trace", rows: 1, samples: [{ row: 2, text: "empty" }] },
    ]);
    expect(adds(log)).toBe(true);
  });

  it("two values of a key that counts are refused; one value told twice is one", async () => {
    const twice = (value: string): string => `<string key="concept:name" value="${value}"/>`;
    const log = await audit(
      `<log>\n${trace("1", event("s", "2024-06-03", twice("e")), event("s", "2024-06-04", twice("s")), event("e", "2024-06-05"))}</log>`,
    );
    expect(told(log)).toEqual(["1 met 4,5"]);
    expect(refused(log)).toEqual(["repeated-key 3"]);
    expect(adds(log)).toBe(true);
    const torn = await audit(`<log>\n${GOOD.replace("/>", `/>${twice("another")}`)}</log>`);
    expect(refused(torn)).toEqual(["repeated-key 3", "repeated-key 4"]);
  });

  it("names with a prefix are the same names", async () => {
    const prefixed = `<x:log xmlns:x="http://www.xes-standard.org/">\n${GOOD}</x:log>`.replaceAll(
      /<(\/?)(trace|event|string|date)/g,
      "<$1x:$2",
    );
    expect(told(await audit(prefixed))).toEqual(["1 met 3,4"]);
  });

  it("entities that stand for words are read", async () => {
    const log = await audit(
      `<!DOCTYPE log [\n<!ENTITY in "s">\n<!ENTITY one '1'>\n]>\n<log>\n${GOOD.replace('value="s"', 'value="&in;"').replace('value="1"', 'value="&one;"')}</log>`,
    );
    expect(told(log)).toEqual(["1 met 7,8"]);
  });

  it("entities of other files, or made of others, are refused by name and line", async () => {
    const of = (declared: string): string => `<!DOCTYPE log [\n${declared}\n]><log>\n${GOOD}</log>`;
    await expect(audit(of('<!ENTITY far SYSTEM "file:///etc/passwd">'))).rejects.toThrow(
      /entity far stands in another file/,
    );
    await expect(audit(of('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'))).rejects.toThrow(
      /entity b is made of others/,
    );
    await expect(audit(of(`<!ENTITY a "${"a".repeat(201)}">`))).rejects.toThrow(/longer than 200 letters/);
  });

  it("what is XML and no XES is refused, and OCEL for want of the columns that a XES log has", async () => {
    await expect(audit("<html><body/></html>")).rejects.toThrow(/outermost element is html, not log/);
    await expect(
      audit('<log><object-types/><event-types/><events><event id="1"/></events></log>'),
    ).rejects.toThrow(/has no column "case:concept:name"/);
  });
});
