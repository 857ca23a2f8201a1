import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../../src/library/books-at-work.ts";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

/**
 * Civil Code, art. 176(1): until 24:00 of the last day; what has to be done at an organisation, until its operations end.
 * Whether the provider's own decision is such an act no clause says. Open from 9:00 to 18:30.
 */
const BOOK = lawful([HOURS, term()]);

/** Asked for on Monday 2 February 2026: the fifth working day is Monday the 9th. */
const done = (id: string, at: string, channel = "provider"): string =>
  `${id} submitted 2026-02-02T10:00 ${channel}; ${id} result-issued ${at} ${channel}`;

const EVENING = done("a", "2026-02-09T19:00");

describe("the last day's hour, where no clause decides", () => {
  it("between closing and 24:00 nobody can tell; before it is in time, after it is late", async () => {
    const { findings } = await audited(
      [
        done("a", "2026-02-09T18:30"),
        done("b", "2026-02-09T18:31"),
        done("c", "2026-02-10T00:00"),
        done("d", "2026-02-10T00:01"),
        done("e", "2026-02-09"),
        done("f", "2026-02-10"),
        done("g", "2026-02-09T20:00", "portal"),
      ].join(";"),
      [BOOK],
    );
    expect(told(findings, "term")).toEqual([
      "a met",
      "b cannot-be-told last-hour",
      "c cannot-be-told last-hour",
      "d late",
      "e met",
      "f late",
      "g met",
    ]);
    // From 18:30 to 24:00.
    expect(findings.find(({ case: id, rule }) => id === "b" && rule === "term")?.margin).toBe(5.5 * 3600);
  });

  it("an audit can be told which reading to take", async () => {
    const by = async (lastHour: "closing" | "midnight"): Promise<readonly string[]> => {
      const { findings, summary } = await audited(EVENING, [BOOK], mappingOf(), undefined, { lastHour });
      expect(summary.lastHour).toBe(lastHour);
      return told(findings, "term");
    };
    expect(await by("closing")).toEqual(["a late"]);
    expect(await by("midnight")).toEqual(["a met"]);
  });

  it("a term is counted day by day to the hour that was taken", async () => {
    const more = { lastHour: "midnight", explain: "a" } as const;
    const { explained } = await audited(EVENING, [BOOK], mappingOf(), undefined, more);
    const own = explained?.findings.find(({ finding }) => finding.rule === "term");
    // 24:00 of Monday the 9th.
    expect(Date.parse(own?.counted?.due ?? "")).toBe(Date.parse("2026-02-10T00:00:00+05:00"));
  });

  it("without the law beneath it is closing, as ever", async () => {
    const plain = bookAtWork({ id: "b", zone: "Asia/Almaty", calendar: "kz", rules: [HOURS, term()] });
    expect(told((await audited(EVENING, [plain])).findings, "term")).toEqual(["a late"]);
  });

  it("what is not done yet is overdue after 24:00, and running until closing", async () => {
    const at = async (now: string): Promise<readonly string[]> =>
      told(
        (await audited("a submitted 2026-02-02T10:00 provider", [BOOK], mappingOf(), now)).findings,
        "term",
      );
    expect(await at("2026-02-09T18:00:00+05:00")).toEqual(["a running"]);
    expect(await at("2026-02-09T20:00:00+05:00")).toEqual(["a cannot-be-told last-hour"]);
    expect(await at("2026-02-10T00:30:00+05:00")).toEqual(["a overdue deemed-refused"]);
  });

  it("a suspension after closing puts off a term that ends at 24:00, and comes too late for one that ended at closing", async () => {
    const book = lawful([HOURS, term()], { suspends: [{ cite: "clause 5" }] });
    const { findings } = await audited(
      `a submitted 2026-02-02T10:00 provider; a suspended 2026-02-09T19:00 provider; a resumed 2026-02-10T09:00 provider
       a result-issued 2026-02-10T10:00 provider
       b submitted 2026-02-02T10:00 provider; b suspended 2026-02-03T10:00 provider; b resumed 2026-02-03T11:00 provider
       b result-issued 2026-02-10T19:00 provider
       c submitted 2026-02-02T10:00 provider; c suspended 2026-02-03T10:00 provider; c resumed 2026-02-03T11:00 provider
       c result-issued 2026-02-11T09:00 provider`,
      [book],
    );
    // Of the others the 3rd is not counted: the last day is the 10th.
    expect(told(findings, "term")).toEqual([
      "a cannot-be-told last-hour",
      "b cannot-be-told last-hour",
      "c late",
    ]);
  });
});

describe("the last day's hour, where something decides", () => {
  it("a rule whose words say it", async () => {
    const rules = [
      HOURS,
      term({ id: "closing", lastHour: "closing" }),
      term({ id: "midnight", lastHour: "midnight" }),
    ];
    const { findings } = await audited(EVENING, [lawful(rules)], mappingOf(), undefined, {
      lastHour: "closing",
    });
    expect(told(findings, "closing")).toEqual(["a late"]);
    expect(told(findings, "midnight")).toEqual(["a met"]);
  });

  it("what is done at the organisation ends with its operations (art. 176(1)), what is posted at 24:00 (176(2))", async () => {
    const given = term({
      id: "given",
      subject: "step",
      fromEvent: "submitted",
      toEvent: "step:result-given-out",
    });
    const { findings } = await audited(
      `a submitted 2026-02-02T10:00 provider; a step:result-given-out 2026-02-09T19:00 provider
       b submitted 2026-02-02T10:00 provider; b sent 2026-02-09T19:00 provider`,
      [lawful([HOURS, term(), given])],
      mappingOf(["step:result-given-out", "sent"]),
    );
    expect(told(findings, "given").filter((line) => line.startsWith("a"))).toEqual(["a late"]);
    expect(told(findings, "term").filter((line) => line.startsWith("b"))).toEqual(["b met"]);
  });
});
