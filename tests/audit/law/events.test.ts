import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const MAPPING = mappingOf(["extended", "notified", "returned", "forwarded", "sent"]);
const BOOK = lawful([HOURS, term()]);
// Monday 8 September 2025, 10:00: the fifth working day is Monday the 15th.
const ASKED = (id: string, channel = "portal"): string => `${id} submitted 2025-09-08T10:00 ${channel}`;

describe("a decision to extend (Administrative Procedural Code, art. 76(3))", () => {
  it("ends the term, and begins one of its own: not more than two months", async () => {
    // Decided on 15 September: two months end on Saturday 15 November, and so on Monday the 17th.
    const { findings } = await audited(
      `${ASKED("a")}; a extended 2025-09-15T12:00; a result-issued 2025-11-17T12:00
       ${ASKED("b")}; b extended 2025-09-15T12:00; b result-issued 2025-11-18T12:00
       ${ASKED("c")}; c extended 2025-09-16T12:00; c result-issued 2025-09-17T12:00`,
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "term")).toEqual(["a met", "b met", "c late"]);
    expect(told(findings, "kz-law/appk/76-3-old")).toEqual(["a met", "b late", "c met"]);
  });

  it("is told to the person within 3 working days of it", async () => {
    // From Monday 15 September: Thursday the 18th.
    const extended = (id: string, notified: string): string =>
      `${ASKED(id)}; ${id} extended 2025-09-15T12:00; ${id} notified ${notified}T10:00`;
    const { findings } = await audited(
      [extended("a", "2025-09-18"), extended("b", "2025-09-19")].join(";"),
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "kz-law/appk/76-3-notice")).toEqual(["a met", "b late"]);
  });
});

describe("what is returned for deficiencies (art. 64(6)–(8))", () => {
  it("has to be asked for anew, and the new request has a new term", async () => {
    const { findings } = await audited(
      `${ASKED("a")}; a returned 2025-09-12T10:00; a submitted 2025-10-06T10:00; a result-issued 2025-10-13T12:00
       ${ASKED("b")}; b returned 2025-09-16T10:00`,
      [BOOK],
      MAPPING,
    );
    const rounds = findings
      .filter(({ rule }) => rule === "term")
      .map(({ case: id, round = 1, outcome }) => `${id}/${round} ${outcome}`);
    expect(rounds.sort()).toEqual(["a/1 met", "a/2 met", "b/1 late"]);
  });
});

describe("what is forwarded to the competent body (arts. 65, 76(2))", () => {
  it("has its term there: from the day after it came", async () => {
    // Forwarded on Thursday 11 September, the third working day: 12, 15–18 September.
    const { findings } = await audited(
      `${ASKED("a")}; a forwarded 2025-09-11T10:00; a result-issued 2025-09-18T12:00
       ${ASKED("b")}; b forwarded 2025-09-12T10:00; b result-issued 2025-09-22T12:00
       ${ASKED("c")}; c result-issued 2025-09-16T12:00`,
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "term")).toEqual(["a met", "b late", "c late"]);
    // Within 3 working days of arrival; owed only where another body is competent.
    expect(told(findings, "kz-law/appk/65")).toEqual(["a met", "b late"]);
  });
});

describe("a result that is sent by post (Civil Code, art. 176(2))", () => {
  it("is in time with its dispatch before 24:00 of the last day, whatever the desk's hours and whenever it arrives", async () => {
    const { findings } = await audited(
      `${ASKED("a", "provider")}; a sent 2025-09-15T23:30 provider; a result-issued 2025-09-20T10:00 provider
       ${ASKED("b", "provider")}; b sent 2025-09-16T00:30 provider
       ${ASKED("c", "provider")}; c result-issued 2025-09-16T10:00 provider; c sent 2025-09-17T10:00 provider`,
      [BOOK],
      MAPPING,
    );
    expect(told(findings, "term")).toEqual(["a met", "b late", "c late"]);
  });
});
