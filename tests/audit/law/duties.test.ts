import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const BOOK = lawful([HOURS, term()]);

describe("registration on the day on which a request comes (Administrative Procedural Code, art. 64(3))", () => {
  const RULE = "kz-law/appk/64-2";
  const came = (id: string, submitted: string, registered: string): string =>
    `${id} submitted ${submitted} provider; ${id} registered ${registered} provider`;

  it("is its day to the end, or the next working day where the law puts it off", async () => {
    const { findings } = await audited(
      [
        came("a", "2026-01-14T18:25", "2026-01-14T18:40"),
        came("b", "2026-01-14T12:00", "2026-01-15T09:00"),
        // After hours on Friday: Monday the 19th.
        came("c", "2026-01-16T18:45", "2026-01-19T12:00"),
        came("d", "2026-01-16T18:45", "2026-01-20T09:00"),
        // In 2024 the evening put nothing off; Saturday the 20th did.
        came("e", "2024-01-19T18:45", "2024-01-22T09:00"),
        came("f", "2024-01-20T11:00", "2024-01-22T09:00"),
      ].join(";"),
      [BOOK],
    );
    expect(told(findings, RULE)).toEqual(["a met", "b late", "c met", "d late", "e late", "f met"]);
  });

  it("is not asked of cases that the log never registers, nor told before July 2021", async () => {
    const { findings } = await audited(
      `1 submitted 2026-01-14T12:00; 2 submitted 2021-06-02T12:00; 2 registered 2021-06-04T12:00`,
      [BOOK],
      mappingOf(),
      "2026-06-01T00:00:00Z",
    );
    expect(told(findings, RULE)).toEqual([]);
  });

  it("is told as not judged where the log has no such event", async () => {
    const mapping = mappingOf();
    const { summary } = await audited("1 submitted 2026-01-14T12:00", [BOOK], {
      ...mapping,
      events: { submitted: "submitted", "result-issued": "result-issued" },
    });
    expect(summary.notAudited).toContainEqual(
      expect.objectContaining({ rule: RULE, cite: "АППК, ст. 64(3)", because: "not-mapped" }),
    );
  });
});

describe("a hearing before a burdening act (art. 73)", () => {
  const RULE = "kz-law/appk/73-1";
  const MAPPING = mappingOf(["hearing-notified", "heard"]);
  // Monday 15 September 2025: three working days before it is Wednesday the 10th.
  const heard = (id: string, notified: string): string =>
    `${id} submitted 2025-09-08T10:00; ${id} hearing-notified ${notified}; ${id} refused 2025-09-15T12:00`;

  it("is told of at least 3 working days before; where nobody was told, an exception may hold", async () => {
    const { findings } = await audited(
      [
        heard("a", "2025-09-10T17:00"),
        heard("b", "2025-09-11T09:00"),
        "c submitted 2025-09-08T10:00; c refused 2025-09-15T12:00",
      ].join(";"),
      [BOOK],
      MAPPING,
    );
    expect(told(findings, RULE)).toEqual(["a met", "b late", "c cannot-be-told exception-possible"]);
  });

  it("is not owed where the term is too short for it (art. 73(2))", async () => {
    const short = lawful([HOURS, term({ amount: 3 })]);
    const { findings } = await audited(heard("b", "2025-09-11T09:00"), [short], MAPPING);
    expect(told(findings, RULE)).toEqual([]);
  });
});

describe("a result at the State corporation (Law on public services, art. 5(2)5)", () => {
  const RULE = "kz-law/zgu/5-2-5";
  const MAPPING = mappingOf(["result-at-corporation"]);
  // Monday 8 September 2025: the fifth working day is Monday the 15th, a day before it Sunday the 14th.
  const there = (id: string, at: string): string =>
    `${id} submitted 2025-09-08T10:00 corporation; ${id} result-at-corporation ${at} corporation`;

  it("is there a day before the term ends", async () => {
    const { findings } = await audited(
      [there("a", "2025-09-14T23:00"), there("b", "2025-09-15T09:00")].join(";"),
      [BOOK],
      MAPPING,
    );
    expect(told(findings, RULE)).toEqual(["a met", "b late"]);
  });

  it("but for terms of one working day, and for other channels", async () => {
    const short = lawful([HOURS, term({ amount: 1 })]);
    const other = there("c", "2025-09-15T09:00").replaceAll("corporation;", "portal;");
    expect(told((await audited(there("b", "2025-09-09T09:00"), [short], MAPPING)).findings, RULE)).toEqual(
      [],
    );
    const portal = other.replace(/ corporation$/, " portal");
    expect(told((await audited(portal, [BOOK], MAPPING)).findings, RULE)).toEqual([]);
  });
});

describe("permits", () => {
  it("have their papers checked within 2 working days (Law on permits, art. 25(1)), services at large have not", async () => {
    const MAPPING = mappingOf(["completeness-checked"]);
    const checked = (id: string, day: string): string =>
      `${id} submitted 2025-09-08T10:00; ${id} completeness-checked ${day}T10:00`;
    const rows = [checked("a", "2025-09-10"), checked("b", "2025-09-11")].join(";");
    const permit = lawful([HOURS, term()], { law: { country: "kz", scope: "permit" } });
    expect(told((await audited(rows, [permit], MAPPING)).findings, "kz-law/zru/25-1")).toEqual([
      "a met",
      "b late",
    ]);
    expect(told((await audited(rows, [BOOK], MAPPING)).findings, "kz-law/zru/25-1")).toEqual([]);
  });
});

describe("a service without a term of its own", () => {
  it("has 15 working days (Administrative Procedural Code, art. 76(1))", async () => {
    const bare = lawful([HOURS]);
    // Monday 8 September 2025: the fifteenth working day is Monday the 29th.
    const { findings } = await audited(
      `a submitted 2025-09-08T10:00; a result-issued 2025-09-29T12:00
       b submitted 2025-09-08T10:00; b result-issued 2025-09-30T12:00`,
      [bare],
    );
    expect(told(findings, "kz-law/appk/76-1-old")).toEqual(["a met", "b late"]);
  });
});
