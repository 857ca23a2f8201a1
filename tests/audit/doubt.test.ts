import { describe, expect, it } from "vitest";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { AuditFinding } from "../../src/model/audit.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { deadline, HOURS, ownBook } from "./reduced.ts";
import { auditOf } from "./run-on.ts";

const MAPPING: Mapping = {
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    channel: "channel",
    service: "service",
    reason: "reason",
    document: "document",
  },
  events: {
    in: "submitted",
    reg: "registered",
    out: "result-issued",
    no: "refused",
    stop: "suspended",
    go: "resumed",
    ask: "documents-requested",
    bring: "documents-provided",
  },
};
const ROLLOVER: Rule = { id: "rollover", kind: "rollover", cite: "r" };

async function judge(
  rows: string,
  books: readonly Rulebook[],
  mapping: Partial<Mapping> = {},
  now?: string,
): Promise<AuditFinding[]> {
  const log = `case,activity,time,channel,service,reason,document\n${rows
    .trim()
    .split("\n")
    .map((row) => row.trim())
    .join("\n")}\n`;
  const { findings } = await auditOf(
    log,
    { ...MAPPING, defaults: { service: "b" }, ...mapping },
    books.map((book) => bookAtWork(book)),
    now === undefined ? {} : { now },
  );
  return [...findings];
}
const outcomes = (findings: readonly AuditFinding[]): string[] =>
  findings.map(
    (each) =>
      `${each.case} ${each.rule ?? "-"} ${each.outcome}${each.reason === null ? "" : ` ${each.reason}`}`,
  );

describe("DESIGN's worked examples, as cases", () => {
  it("are due when it says", async () => {
    const findings = await judge(
      `1,in,2025-03-17T10:00:00+05:00,provider,,,
       2,in,2025-03-19T19:10:00+05:00,provider,,,
       3,in,2025-03-17T12:45:00+05:00,provider,,,
       4,in,2025-03-06T10:00:00+05:00,provider,,,
       5,in,2018-02-26T10:00:00+06:00,provider,,,`,
      [
        ownBook([
          deadline("w1", {}),
          deadline("m30", { amount: 30, unit: "minute" }),
          deadline("c3", { amount: 3, unit: "calendar-day" }),
          deadline("w5", { amount: 5 }),
          HOURS,
          ROLLOVER,
        ]),
      ],
    );
    const due = (id: string, rule: string): string | null | undefined =>
      findings.find((each) => each.case === id && each.rule === rule)?.due;
    expect(due("1", "w1")).toBe("2025-03-18T18:30:00+05:00");
    expect(due("2", "w1")).toBe("2025-03-26T18:30:00+05:00");
    expect(due("3", "m30")).toBe("2025-03-17T14:45:00+05:00");
    expect(due("4", "c3")).toBe("2025-03-11T18:30:00+05:00");
    expect(due("5", "w5")).toBe("2018-03-03T18:30:00+06:00");
  });

  it("and on the portal without a rollover", async () => {
    const [finding] = await judge("1,in,2025-03-17T23:40:00+05:00,portal,,,", [
      ownBook([deadline("m30", { amount: 30, unit: "minute" }), HOURS]),
    ]);
    expect(finding?.due).toBe("2025-03-18T00:10:00+05:00");
  });
});

describe("what cannot be told", () => {
  it("done on the last day, known only by date, is in time for terms in days; the day after it is late", async () => {
    const found = await judge(
      `1,in,2025-03-17T10:00:00+05:00,provider,,,
       1,out,2025-03-18,provider,,,
       2,in,2025-03-17T10:00:00+05:00,provider,,,
       2,out,2025-03-19,provider,,,`,
      [ownBook([deadline("w1", {}), HOURS])],
    );
    expect(outcomes(found)).toEqual(["1 w1 met", "2 w1 late"]);
  });

  it("a date without a time, where the term is of minutes, with its margin", async () => {
    const [finding] = await judge("1,in,2025-03-17T10:00:00+05:00,portal,,,\n1,out,2025-03-17,portal,,,", [
      ownBook([deadline("m30", { amount: 30, unit: "minute" }), HOURS]),
    ]);
    expect(finding).toMatchObject({ outcome: "cannot-be-told", reason: "date-only", margin: 86_399.999 });
  });

  it("a start known only by date, where closing time decides", async () => {
    const rows = "1,in,2025-03-17,provider,,,\n1,out,2025-03-19T10:00:00+05:00,provider,,,";
    expect(outcomes(await judge(rows, [ownBook([deadline("w1", {}), HOURS, ROLLOVER])]))).toContain(
      "1 w1 cannot-be-told date-only",
    );
    expect(outcomes(await judge(rows, [ownBook([deadline("w1", {}), HOURS])]))).toContain("1 w1 late");
  });

  it("hours unknown: late only by running over a night", async () => {
    const found = await judge(
      `1,in,2025-03-17T17:50:00+05:00,provider,,,
       1,out,2025-03-18T09:10:00+05:00,provider,,,
       2,in,2025-03-17T10:00:00+05:00,provider,,,
       2,out,2025-03-17T11:00:00+05:00,provider,,,
       3,in,2025-03-17T10:00:00+05:00,provider,,,
       3,out,2025-03-17T10:20:00+05:00,provider,,,`,
      [ownBook([deadline("m30", { amount: 30, unit: "minute" })])],
    );
    expect(outcomes(found)).toEqual(["1 m30 cannot-be-told hours-unknown", "2 m30 late", "3 m30 met"]);
  });

  it("the hour that Almaty's clocks showed twice in the night to 1 March 2024", async () => {
    const rows = "1,in,2024-02-29T22:50:00,portal,,,\n1,out,2024-02-29T23:15:00,portal,,,";
    const [finding] = await judge(rows, [ownBook([deadline("m30", { amount: 30, unit: "minute" })])]);
    expect(finding).toMatchObject({ outcome: "cannot-be-told", reason: "ambiguous-time", margin: 3600 });
    const [sure] = await judge(rows.replaceAll(":00,portal", ":00+06:00,portal"), [
      ownBook([deadline("m30", { amount: 30, unit: "minute" })]),
    ]);
    expect(sure?.outcome).toBe("met");
  });

  it("a tie of suspension and resumption", async () => {
    const found = await judge(
      `1,in,2025-03-17T10:00:00+05:00,portal,,,
       1,stop,2025-03-17T10:10:00+05:00,portal,,,
       1,go,2025-03-17T10:20:00+05:00,portal,,,
       1,stop,2025-03-17T10:20:00+05:00,portal,,,
       1,out,2025-03-17T11:30:00+05:00,portal,,,`,
      [ownBook([deadline("m30", { amount: 30, unit: "minute" })])],
    );
    expect(outcomes(found)).toEqual(["1 m30 cannot-be-told tie"]);
  });

  it("no calendar, an uncovered year, no start, the wrong order, a channel that is not known", async () => {
    expect(
      outcomes(
        await judge("1,in,2025-03-17T10:00:00+05:00,portal,,,", [
          { id: "b", zone: "Europe/Oslo", rules: [deadline("w1", {})] },
        ]),
      ),
    ).toEqual(["1 w1 cannot-be-told no-calendar"]);
    expect(
      outcomes(await judge("1,in,1999-03-17T10:00:00+05:00,portal,,,", [ownBook([deadline("w1", {})])])),
    ).toEqual(["1 w1 cannot-be-told uncovered-year"]);
    expect(
      outcomes(await judge("1,out,2025-03-17T10:00:00+05:00,portal,,,", [ownBook([deadline("w1", {})])])),
    ).toEqual(["1 w1 cannot-be-told no-start"]);
    expect(
      outcomes(
        await judge("1,in,2025-03-17T10:00:00+05:00,portal,,,\n1,out,2025-03-16T10:00:00+05:00,portal,,,", [
          ownBook([deadline("w1", {})]),
        ]),
      ),
    ).toEqual(["1 w1 cannot-be-told order"]);
    expect(
      outcomes(
        await judge("1,in,2025-03-17T10:00:00+05:00,,,,", [
          ownBook([deadline("w1", { channel: "portal" }), deadline("any", {})]),
        ]),
      ),
    ).toEqual(["1 w1 cannot-be-told no-channel", "1 any running"]);
  });
});

describe("running cases", () => {
  it("are overdue once now is past the due time, unless they are suspended", async () => {
    const rows = `1,in,2025-03-17T10:00:00+05:00,portal,,,
      2,in,2025-03-17T10:00:00+05:00,portal,,,
      2,stop,2025-03-17T12:00:00+05:00,portal,,,`;
    const books = [ownBook([deadline("w1", {})])];
    expect(outcomes(await judge(rows, books))).toEqual(["1 w1 running", "2 w1 running suspended"]);
    expect(outcomes(await judge(rows, books, {}, "2025-03-18T23:59:59+05:00"))).toEqual([
      "1 w1 running",
      "2 w1 running suspended",
    ]);
    expect(outcomes(await judge(rows, books, {}, "2025-03-19T00:00:01+05:00"))).toEqual([
      "1 w1 overdue",
      "2 w1 running suspended",
    ]);
  });
});

describe("versions", () => {
  const old = ownBook([deadline("old", { amount: 5 })], {
    version: "2020",
    inForce: { from: "2020-01-01", until: "2025-01-01" },
  });
  const next = ownBook([deadline("new", { amount: 1 })], {
    version: "2025",
    inForce: { from: "2025-01-01", until: null },
  });

  it("judge by the first event of a case, midnight of the provider's zone being the border", async () => {
    const found = await judge(
      `1,in,2024-12-31T18:59:59Z,portal,,,
       2,in,2024-12-31T19:00:00Z,portal,,,
       3,in,2019-12-31T10:00:00Z,portal,,,
       1,out,2025-01-06T10:00:00Z,portal,,,`,
      [old, next],
    );
    expect(outcomes(found)).toEqual([
      "1 old met",
      "1 - straddles-versions",
      "2 new running",
      "3 - cannot-be-told no-version",
    ]);
  });
});

describe("grounds and documents", () => {
  const rules: Rule[] = [
    { id: "incomplete", kind: "refusal", stage: "intake", cite: "9", aboutDocuments: "missing" },
    { id: "untrue", kind: "refusal", stage: "service", cite: "10" },
    { id: "id", kind: "document", document: "identity-document", cite: "8" },
    { id: "form", kind: "document", document: "form", cite: "8", alternativeGroup: "a" },
    { id: "letter", kind: "document", document: "letter", cite: "8", alternativeGroup: "a" },
  ];
  const mapping = {
    grounds: { "жинақ толық емес": "incomplete", "кезек ұзын": null },
    documents: { "жеке куәлік": "identity-document" },
  };

  it("a ground that the book does not know, one that it does, and none at all", async () => {
    const found = await judge(
      `1,no,2025-03-17T10:00:00+05:00,portal,,кезек ұзын,
       2,no,2025-03-17T10:00:00+05:00,portal,,untrue,
       3,no,2025-03-17T10:00:00+05:00,portal,,,
       4,no,2025-03-17T10:00:00+05:00,portal,,ұнамады,`,
      [ownBook(rules)],
      mapping,
    );
    expect(outcomes(found)).toEqual([
      "1 - unknown-ground кезек ұзын",
      "3 - cannot-be-told no-ground-given",
      "4 - unknown-ground ұнамады",
    ]);
    expect(
      outcomes(
        await judge("4,no,2025-03-17T10:00:00+05:00,portal,,ұнамады,", [
          ownBook(rules, { notHeld: [{ kinds: ["refusal"], what: "Act", cite: "1" }] }),
        ]),
      ),
    ).toEqual(["4 - cannot-be-told not-held"]);
  });

  it("a document that is not listed, and a refusal for want of documents although all were there", async () => {
    const found = await judge(
      `1,ask,2025-03-17T10:00:00+05:00,portal,,,photo
       1,ask,2025-03-17T10:00:00+05:00,portal,,,жеке куәлік
       2,bring,2025-03-17T10:00:00+05:00,portal,,,жеке куәлік
       2,bring,2025-03-17T10:00:00+05:00,portal,,,letter
       2,no,2025-03-17T11:00:00+05:00,portal,,жинақ толық емес,
       3,bring,2025-03-17T10:00:00+05:00,portal,,,жеке куәлік
       3,no,2025-03-17T11:00:00+05:00,portal,,жинақ толық емес,`,
      [ownBook(rules)],
      mapping,
    );
    expect(outcomes(found)).toEqual(["1 - unlisted-document photo", "2 incomplete groundless-refusal"]);
  });
});
