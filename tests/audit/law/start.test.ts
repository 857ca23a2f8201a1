import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const BOOK = lawful([HOURS, term()]);

/** The due day of a request by the portal that nobody has answered: its term ends at 24:00 of the day before this instant. */
async function dueOf(submitted: string, book = BOOK, more = ""): Promise<string | null | undefined> {
  const { findings } = await audited(`1 submitted ${submitted}${more}`, [book], mappingOf());
  const [found] = findings.filter(({ rule }) => rule === "term");
  return found?.due;
}

describe("a request outside working time (Administrative Procedural Code, art. 64(3))", () => {
  it.each([
    // Registered on Monday the 19th: 20, 21, 22, 23, 26 January.
    ["2026-01-16T18:45", "2026-01-27T00:00:00+05:00"],
    ["2026-01-17T11:00", "2026-01-27T00:00:00+05:00"],
    // At closing the working day has ended; a minute before it has not.
    ["2026-01-16T18:30", "2026-01-27T00:00:00+05:00"],
    ["2026-01-16T18:29", "2026-01-24T00:00:00+05:00"],
    // The evening and the day off put it off, not the early morning.
    ["2026-01-16T06:00", "2026-01-24T00:00:00+05:00"],
    // From July 2021 until the end of 2025 only a day off put it off: 22–26 January, and from Saturday 23–29.
    ["2024-01-19T18:45", "2024-01-27T00:00:00+06:00"],
    ["2024-01-20T11:00", "2024-01-30T00:00:00+06:00"],
    // Before July 2021 nothing did: Monday 28 June, then 29, 30, 1, 2 and (Saturday 3 July, worked by decree).
    ["2021-06-26T11:00", "2021-07-03T00:00:00+06:00"],
  ])("%s", async (submitted, due) => {
    expect(await dueOf(submitted)).toBe(due);
  });

  it("is of its own day where the general law is left out", async () => {
    const without = lawful([HOURS, term()], { law: "none" });
    expect(await dueOf("2026-01-16T18:45", without)).toBe("2026-01-24T00:00:00+05:00");
  });

  it("and where the regulation's own words move it, these do", async () => {
    const own = lawful([HOURS, term(), { kind: "rollover", id: "rollover", cite: "clause 2" }]);
    expect(await dueOf("2024-01-19T18:45", own)).toBe("2024-01-30T00:00:00+06:00");
    const daysOff = lawful([
      HOURS,
      term(),
      { kind: "rollover", id: "rollover", cite: "clause 2", outside: "days-off" },
    ]);
    expect(await dueOf("2026-01-16T18:45", daysOff)).toBe("2026-01-24T00:00:00+05:00");
    expect(await dueOf("2026-01-17T18:45", daysOff)).toBe("2026-01-27T00:00:00+05:00");
  });

  it("in the days in which nobody knows whether the new words hold, what both say is told, and nothing else", async () => {
    // Monday 29 December 2025, 19:00: of that day 30, 31 December, 5, 6, 8 January; of the 30th 31, 5, 6, 8, 9 January.
    const { findings } = await audited(
      `in submitted 2025-12-29T19:00; in result-issued 2026-01-08T20:00
       between submitted 2025-12-29T19:00; between result-issued 2026-01-09T12:00
       late submitted 2025-12-29T19:00; late result-issued 2026-01-10T12:00
       noon submitted 2025-12-29T12:00; noon result-issued 2026-01-09T12:00`,
      [BOOK],
    );
    expect(told(findings, "term")).toEqual([
      "between cannot-be-told law-unconfirmed",
      "in met",
      "late late",
      "noon late",
    ]);
  });

  it("where nobody knows the hours, what came on a working day may have come after them", async () => {
    // Friday 16 January 2026 at noon: 19–23 January if it came in working time, else 20–26.
    const unknown = lawful([term()]);
    const { findings } = await audited(
      `1 submitted 2026-01-16T12:00; 1 result-issued 2026-01-23T12:00
       2 submitted 2026-01-16T12:00; 2 result-issued 2026-01-26T12:00
       3 submitted 2026-01-16T12:00; 3 result-issued 2026-01-27T12:00`,
      [unknown],
    );
    expect(told(findings, "term")).toEqual(["1 met", "2 cannot-be-told hours-unknown", "3 late"]);
  });
});

describe("a term from registration", () => {
  const registered = lawful([HOURS, term({ from: "со дня регистрации" })]);

  it("runs from it where the log has it: registered on the 20th, 21, 22, 23, 26, 27 January", async () => {
    const due = await dueOf("2026-01-16T12:00", registered, "; 1 registered 2026-01-20T10:00");
    expect(due).toBe("2026-01-28T00:00:00+05:00");
  });

  it("from the request where it has none, and the summary says so", async () => {
    expect(await dueOf("2026-01-16T12:00", registered)).toBe("2026-01-24T00:00:00+05:00");
    const { findings, summary } = await audited(
      "1 submitted 2026-01-16T12:00; 2 submitted 2026-01-16T12:00; 2 registered 2026-01-16T12:05",
      [registered],
    );
    expect(findings.filter(({ rule }) => rule === "term").map(({ startedBy }) => startedBy)).toEqual([
      "submitted",
      "registered",
    ]);
    expect(summary.law).toMatchObject({ is: "beneath", startedBySubmission: 1 });
  });

  it("that stands before its request cannot be told", async () => {
    const { findings } = await audited(
      "1 registered 2026-01-16T11:00; 1 submitted 2026-01-16T12:00; 1 result-issued 2026-02-16T12:00",
      [registered],
    );
    expect(told(findings, "term")).toEqual(["1 cannot-be-told order"]);
  });

  it("is not what other words say: they run from the request", async () => {
    const due = await dueOf("2026-01-16T12:00", BOOK, "; 1 registered 2026-01-20T10:00");
    expect(due).toBe("2026-01-24T00:00:00+05:00");
  });
});
