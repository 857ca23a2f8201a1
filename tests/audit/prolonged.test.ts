import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { Rule } from "../../src/model/rule.ts";
import { deadline, ownBook } from "./reduced.ts";
import { auditOf } from "./run-on.ts";

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: {
    in: "submitted",
    out: "result-issued",
    longer: "extended",
    told: "notified",
    study: "step:study-appointed",
  },
};
const TERM = deadline("term", { amount: 5 });
/** "The term may be extended by 10 working days, of which the applicant is told within 3." */
const FURTHER = deadline("further", { amount: 10, prolongs: "further" });
const NOTICE = deadline("notice", { subject: "step", amount: 3, fromEvent: "extended", toEvent: "notified" });
/** "Where a study is appointed, the term runs anew for 7 working days from its appointment." */
const ANEW = deadline("anew", { amount: 7, prolongs: "anew", fromEvent: "step:study-appointed" });

async function told(lines: string, rules: readonly Rule[], mapping: Mapping = MAPPING): Promise<string[]> {
  const { findings } = await auditOf(
    `case,activity,time\n${lines.replaceAll(/^ +/gm, "")}\n`,
    mapping,
    [bookAtWork(ownBook(rules))],
    { now: "2025-12-01T09:00:00+05:00" },
  );
  return findings
    .map(({ case: id, rule, outcome, reason }) =>
      [id, rule ?? "-", outcome, ...(reason === null ? [] : [reason])].join(" "),
    )
    .sort();
}

/** Monday 8 September 2025: the fifth working day is Monday the 15th, the fifteenth Monday the 29th. No day off is near. */
const IN = "2025-09-08T10:00+05:00";

describe("a regulation by which a term may be extended", () => {
  it("ends the term with the decision, and judges the case by both lengths together", async () => {
    expect(
      await told(
        `plain,in,${IN}
         plain,out,2025-09-15T20:00+05:00
         last-day,in,${IN}
         last-day,longer,2025-09-15T12:00+05:00
         last-day,told,2025-09-18T12:00+05:00
         last-day,out,2025-09-29T23:00+05:00
         over,in,${IN}
         over,longer,2025-09-12T12:00+05:00
         over,told,2025-09-18T00:30+05:00
         over,out,2025-09-30T00:30+05:00
         open,in,${IN}
         open,longer,2025-09-12T12:00+05:00`,
        [TERM, FURTHER, NOTICE],
      ),
    ).toEqual([
      "last-day further met",
      "last-day notice met",
      "last-day term met",
      "open further overdue",
      "open notice overdue",
      "open term met",
      // Three working days from Friday the 12th end with Wednesday the 17th.
      "over further late",
      "over notice late",
      "over term met",
      "plain term met",
    ]);
  });

  it("acquits nobody whose term was over already, and allows one extension", async () => {
    expect(
      await told(
        `too-late,in,${IN}
         too-late,longer,2025-09-16T12:00+05:00
         too-late,out,2025-09-20T12:00+05:00
         twice,in,${IN}
         twice,longer,2025-09-12T12:00+05:00
         twice,longer,2025-09-26T12:00+05:00
         twice,out,2025-10-06T12:00+05:00`,
        [TERM, FURTHER],
      ),
    ).toEqual([
      "too-late further met",
      "too-late term late",
      "twice - extension-without-basis extended-again",
      "twice further late",
      "twice term met",
    ]);
  });

  it("is needed: what nothing allows ends no term, and is told", async () => {
    const lines = `a,in,${IN}
       a,longer,2025-09-12T12:00+05:00
       a,out,2025-09-20T12:00+05:00
       b,in,${IN}
       b,longer,2025-09-12T12:00+05:00
       b,out,2025-09-15T12:00+05:00`;
    expect(await told(lines, [TERM])).toEqual([
      "a - extension-without-basis",
      "a term late",
      "b - extension-without-basis",
      "b term met",
    ]);
    // A clause that the mapping cites is a basis; how long it allows nobody says.
    expect(await told(lines, [TERM], { ...MAPPING, extensionBasis: "Law of X, art. 1" })).toEqual([
      "a term met",
      "b term met",
    ]);
  });

  it("begins anew with the event that a clause names, and does nothing to other terms", async () => {
    // Seven working days from Friday 12 September: Tuesday the 23rd.
    const answer = deadline("answer", {
      subject: "response",
      amount: 5,
      fromEvent: "submitted",
      toEvent: "result-issued",
    });
    expect(
      await told(
        `a,in,${IN}
         a,study,2025-09-12T12:00+05:00
         a,out,2025-09-23T12:00+05:00
         b,in,${IN}
         b,study,2025-09-12T12:00+05:00
         b,out,2025-09-24T12:00+05:00`,
        [TERM, ANEW, answer],
      ),
    ).toEqual(["a anew met", "a answer late", "a term met", "b anew late", "b answer late", "b term met"]);
  });

  it("names what it prolongs; in other days than that it judges nobody, and says so", async () => {
    const days = deadline("days", { amount: 10, unit: "calendar-day", prolongs: "further" });
    const weeks = deadline("weeks", { amount: 2, unit: "week", prolongs: "further", covers: ["slow"] });
    const slow = deadline("slow", {
      subject: "response",
      amount: 20,
      unit: "calendar-day",
      fromEvent: "submitted",
      toEvent: "result-issued",
    });
    const { summary, findings } = await auditOf(
      `case,activity,time\na,in,${IN}\na,longer,2025-09-12T12:00+05:00\na,out,2025-10-12T12:00+05:00\n`,
      MAPPING,
      [
        bookAtWork(
          ownBook([TERM, days, slow, weeks, deadline("nothing", { prolongs: "further", covers: ["gone"] })]),
        ),
      ],
    );
    // 34 days from 8 September are Sunday 12 October, and so Monday the 13th.
    expect(findings.filter(({ rule }) => rule === "weeks")).toMatchObject([
      { outcome: "met", due: "2025-10-14T00:00:00+05:00" },
    ]);
    expect(summary.notAudited.map(({ rule, because }) => [rule, because])).toEqual([
      ["days", "units-differ"],
      ["nothing", "prolongs-nothing"],
    ]);
  });
});
