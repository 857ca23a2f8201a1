import { describe, expect, it } from "vitest";
import type { Rule } from "../../../src/model/rule.ts";
import { auditText } from "../../../src/report/audit/text.ts";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const BOOK = lawful([HOURS, term()]);

describe("a refusal with a reason (Law on public services, art. 19-1(1))", () => {
  const RULE = "kz-law/zgu/19-1-1";
  const refused = (id: string, day: string, reason = ""): string =>
    `${id} submitted ${day}T10:00 portal; ${id} refused ${day}T12:00 portal ${reason}`;

  it("has one in some row of the case; before May 2016 nobody has to give one, in May nobody knows", async () => {
    const { findings } = await audited(
      [
        refused("a", "2025-06-02", "papers_missing"),
        refused("b", "2025-06-02"),
        `c submitted 2025-06-02T10:00; c refused 2025-06-02T12:00 portal; c refused 2025-06-02T12:05 portal why`,
        refused("d", "2016-04-04"),
        refused("e", "2016-05-16"),
        refused("f", "2016-06-06"),
      ].join(";"),
      [BOOK],
    );
    expect(told(findings, RULE)).toEqual([
      "b refused-without-reason",
      "e cannot-be-told law-unconfirmed",
      "f refused-without-reason",
    ]);
    expect(findings.find(({ rule }) => rule === RULE)).toMatchObject({
      cite: "ЗГУ, ст. 19-1(1)",
      rows: [5],
    });
  });

  it("is not asked of a log that keeps no reasons at all, and the report says so", async () => {
    const { findings, summary } = await audited(refused("a", "2025-06-02"), [BOOK]);
    expect(told(findings, RULE)).toEqual([]);
    expect(summary.judged.find(({ rule }) => rule === RULE)).toMatchObject({
      kind: "duty",
      cases: 0,
      because: "reasons-not-in-log",
    });
    expect(auditText(summary, "en")).toContain("the log has no reasons of refusals");
  });

  it("is held against as many cases as were refused", async () => {
    const rows = [refused("a", "2025-06-02", "why"), refused("b", "2025-06-02")].join(";");
    const { summary } = await audited(rows, [BOOK]);
    expect(summary.judged.find(({ rule }) => rule === RULE)).toMatchObject({ cases: 2, because: null });
  });

  it("is not asked for where the law is left out", async () => {
    const rows = [refused("a", "2025-06-02", "why"), refused("b", "2025-06-02")].join(";");
    const { findings } = await audited(rows, [lawful([HOURS, term()], { law: "none" })]);
    expect(findings.map(({ outcome }) => outcome)).toEqual(["met", "met"]);
  });
});

describe("papers that information systems give (Law on public services, art. 5(2), last part)", () => {
  const RULE = "kz-law/zgu/5-2-systems";
  const asked = (id: string, day: string, paper: string): string =>
    `${id} submitted ${day}T10:00 portal; ${id} documents-requested ${day}T11:00 portal - ${paper}
     ${id} result-issued ${day}T12:00 portal`;
  const LISTED: Rule = { kind: "document", id: "paper", cite: "clause 8", document: "marriage-certificate" };

  it("are not asked for; what the regulation itself lists nobody can tell of", async () => {
    const named = mappingOf(["documents-requested"], {
      documents: { ID: "identity-document", marriage: "marriage-certificate" },
      fromSystems: ["identity-document", "marriage", "address"],
    });
    const { findings } = await audited(
      [
        asked("a", "2025-06-02", "ID"),
        asked("b", "2025-06-02", "x-ray"),
        asked("c", "2025-06-02", "marriage"),
        asked("d", "2025-06-02", "address"),
        // The oldest text at hand is of 1 July 2019.
        asked("e", "2018-06-04", "ID"),
      ].join(";"),
      [lawful([HOURS, term(), LISTED])],
      named,
    );
    expect(told(findings, RULE)).toEqual([
      "a asked-for-what-systems-give ID",
      "c cannot-be-told listed-by-regulation",
      "d asked-for-what-systems-give address",
      "e cannot-be-told law-unconfirmed",
    ]);
  });

  it("are told as not judged where the mapping names none", async () => {
    const { findings, summary } = await audited(
      asked("a", "2025-06-02", "ID"),
      [BOOK],
      mappingOf(["documents-requested"]),
    );
    expect(told(findings, RULE)).toEqual([]);
    expect(summary.judged.find(({ rule }) => rule === RULE)).toMatchObject({
      cases: 0,
      because: "papers-not-named",
    });
  });
});

describe("a request with deficiencies (Administrative Procedural Code, art. 64(7))", () => {
  const RULE = "kz-law/appk/64-7";
  const MAPPING = mappingOf(["deficiency-time-ended", "returned"]);
  // The time set ran out on Monday 9 February 2026: three working days are over with Thursday the 12th.
  const over = (id: string, returned: string): string =>
    `${id} submitted 2026-02-02T10:00; ${id} deficiency-time-ended 2026-02-09; ${id} returned ${returned}`;

  it("is returned within 3 working days after the time set for them ran out", async () => {
    const { findings } = await audited(
      [
        over("a", "2026-02-12T12:00"),
        over("b", "2026-02-13T09:00"),
        "c submitted 2026-02-02T10:00; c deficiency-time-ended 2026-02-09",
      ].join(";"),
      [BOOK],
      MAPPING,
      "2026-06-01T00:00:00Z",
    );
    // What was mended in time is not returned: of the third nobody says that it should have been.
    expect(told(findings, RULE)).toEqual(["a met", "b late"]);
  });

  it("is not told of before the Code", async () => {
    const rows = over("b", "2026-02-13T09:00").replaceAll("2026", "2021");
    expect(told((await audited(rows, [BOOK], MAPPING)).findings, RULE)).toEqual([]);
  });

  it("is told as not judged where the log does not say when that time ran out", async () => {
    const { summary } = await audited(
      "a submitted 2026-02-02T10:00; a returned 2026-02-12T12:00",
      [BOOK],
      mappingOf(["returned"]),
    );
    expect(summary.notAudited.find(({ rule }) => rule === RULE)).toMatchObject({ because: "not-mapped" });
  });
});
