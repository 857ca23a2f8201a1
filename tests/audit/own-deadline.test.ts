import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { auditOrder } from "../../src/library/audit-order.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { wholeMapping } from "../../src/log/whole-mapping.ts";
import type { AuditFinding } from "../../src/model/audit.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { deadline, ownBook } from "./reduced.ts";
import { auditOf, auditOfFiles, type AuditedLog } from "./run-on.ts";

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time", due: "due" },
  events: {
    in: "submitted",
    out: "result-issued",
    no: "refused",
    stop: "suspended",
    go: "resumed",
    longer: "extended",
    check: "step:checked",
  },
  time: { formats: ["%d.%m.%Y %H:%M", "%d.%m.%Y"] },
};
const BY_DAYS: Mapping = {
  ...MAPPING,
  columns: { ...MAPPING.columns, due: undefined, days: "due" } as never,
};
const NOW = "2025-07-01T09:00:00+05:00";
/** Nothing but a clock: what is late is late by the log's own deadline. */
const BARE = ownBook([]);

const audited = (lines: string, book: Rulebook, mapping: Mapping = MAPPING): Promise<AuditedLog> =>
  auditOf(`case,activity,time,due\n${lines.replaceAll(/^ +/gm, "")}\n`, mapping, [bookAtWork(book)], {
    now: NOW,
  });

const told = ({ findings }: Pick<AuditedLog, "findings">): string[] =>
  findings.map(
    ({ case: id, rule, outcome, reason }) =>
      `${id} ${rule ?? ""} ${outcome}${reason === null ? "" : `: ${reason}`}`,
  );

describe("a due time that the log itself carries", () => {
  it("judges alone where no rule is known: to the minute, and a date to its end", async () => {
    const found = await audited(
      `1,in,02.06.2025 10:00,10.06.2025 12:00
       1,out,10.06.2025 12:00,
       2,in,02.06.2025 10:00,10.06.2025 12:00
       2,out,10.06.2025 12:01,
       3,in,02.06.2025 10:00,10.06.2025
       3,out,10.06.2025 23:59,
       4,in,02.06.2025 10:00,10.06.2025
       4,out,11.06.2025 00:01,
       5,in,02.06.2025 10:00,30.06.2025
       6,in,02.06.2025 10:00,01.07.2025
       7,in,02.06.2025 10:00,10.06.2025
       7,no,09.06.2025,`,
      BARE,
    );
    expect(told(found)).toEqual([
      "1 own-deadline met",
      "2 own-deadline late",
      "3 own-deadline met",
      "4 own-deadline late",
      "5 own-deadline overdue",
      "6 own-deadline running",
      "7 own-deadline met",
    ]);
    const late = found.findings.find(({ case: id }) => id === "4");
    expect(late).toMatchObject({ due: "2025-06-11T00:00:00+05:00", late: { wall: 60 } });
    expect(late?.cites).toMatchObject({ ru: "срок, указанный в самом журнале" });
    expect(found.summary.breached).toBe(3);
    expect(found.summary.judged.map(({ rule, cases }) => [rule, cases])).toContainEqual(["own-deadline", 7]);
  });

  it("accuses and acquits nobody where it cannot be read, was moved, or the case stood still", async () => {
    const found = await audited(
      `odd,in,02.06.2025 10:00,soon
       odd,out,20.06.2025 12:00,
       empty,in,02.06.2025 10:00,01.01.1970
       empty,out,20.06.2025 12:00,
       early,in,02.06.2025 10:00,01.06.2025 09:00
       early,out,20.06.2025 12:00,
       moved,in,02.06.2025 10:00,10.06.2025
       moved,out,12.06.2025 12:00,15.06.2025
       twice,in,02.06.2025 10:00,10.06.2025
       twice,out,09.06.2025 12:00,15.06.2025
       never,in,02.06.2025 10:00,10.06.2025
       never,out,16.06.2025 12:00,15.06.2025
       still,in,02.06.2025 10:00,10.06.2025
       still,stop,03.06.2025 10:00,
       still,go,05.06.2025 10:00,
       still,out,12.06.2025 10:00,
       none,in,02.06.2025 10:00,
       none,out,12.06.2025 10:00,`,
      BARE,
    );
    expect(told(found).filter((line) => line.includes("own-"))).toEqual([
      "early own-deadline cannot-be-told: own-deadline-unreadable",
      "empty own-deadline cannot-be-told: own-deadline-unreadable",
      "moved own-deadline cannot-be-told: own-deadline-moved",
      "never own-deadline late",
      "odd own-deadline cannot-be-told: own-deadline-unreadable",
      "still own-deadline cannot-be-told: own-deadline-suspended",
      "twice own-deadline met",
    ]);
  });

  it("needs no start: with the end alone mapped, what came later is late, and what did not come is overdue", async () => {
    const mapping: Mapping = { ...MAPPING, events: { out: "result-issued", ask: "documents-requested" } };
    const lines = `1,in,02.06.2025 10:00,10.06.2025
       1,out,10.06.2025 12:00,
       2,in,02.06.2025 10:00,10.06.2025
       2,out,11.06.2025 00:01,
       3,in,02.06.2025 10:00,30.06.2025
       4,in,02.06.2025 10:00,01.07.2025
       5,ask,02.06.2025 10:00,
       6,out,11.06.2025 10:00,
       7,in,02.06.2025 10:00,soon`;
    const found = await audited(lines, BARE, mapping);
    expect(told(found)).toEqual([
      "1 own-deadline met",
      "2 own-deadline late",
      "3 own-deadline overdue",
      "4 own-deadline running",
      "7 own-deadline cannot-be-told: own-deadline-unreadable",
    ]);
    expect(found.summary.judged).toContainEqual(
      expect.objectContaining({ rule: "own-deadline", cases: 4, because: null }),
    );
    // A number of days has to be counted from something.
    const byDays = await audited(lines, BARE, { ...BY_DAYS, events: mapping.events as never });
    expect(byDays.summary.notAudited.map(({ rule, because }) => [rule, because])).toEqual([
      ["own-days", "not-mapped"],
    ]);
  });

  it("and so it does for an event that comes again", async () => {
    const found = await audited(
      `1,ask,02.06.2025 10:00,
       1,check,05.06.2025 10:00,10.06.2025
       1,check,12.06.2025 10:00,11.06.2025`,
      BARE,
      { ...MAPPING, events: { check: "step:checked" }, deadline: { to: "step:checked", from: "step:none" } },
    );
    expect(told(found).sort()).toEqual(["1 own-deadline late", "1 own-deadline met"]);
  });

  it("is judged beside the law's, and one that is longer is told with both due times", async () => {
    const book = ownBook([deadline("law", { amount: 5 })]);
    // Five working days from Monday the 2nd of June end on Tuesday the 10th: Friday the 6th is Qurban ait.
    const found = await audited(
      `long,in,02.06.2025 10:00,11.06.2025
       long,out,03.06.2025 12:00,
       same,in,02.06.2025 10:00,10.06.2025
       same,out,03.06.2025 12:00,
       to-the-minute,in,02.06.2025 10:00,10.06.2025 23:59
       to-the-minute,out,03.06.2025 12:00,
       short,in,02.06.2025 10:00,05.06.2025
       short,out,06.06.2025 12:00,
       put-off,in,02.06.2025 10:00,30.06.2025
       put-off,longer,05.06.2025 12:00,
       put-off,out,20.06.2025 12:00,`,
      book,
      { ...MAPPING, extensionBasis: "a clause" },
    );
    const longer = found.findings.filter(({ outcome }) => outcome === "longer-than-law");
    expect(longer.map(({ case: id, rule, due, done }) => ({ id, rule, due, done }))).toEqual([
      {
        id: "long",
        rule: "law",
        due: "2025-06-11T00:00:00+05:00",
        done: "2025-06-12T00:00:00+05:00",
      },
    ]);
    expect(told(found).filter((line) => line.startsWith("short"))).toEqual([
      "short law met",
      "short own-deadline late",
    ]);
    // A deadline that is too long breaks nothing while the law's is kept.
    expect(found.summary.breached).toBe(1);
  });

  it("is read from wide rows, from files with names of their own, serial dates and numbers since 1970", async () => {
    const wide: Mapping = {
      columns: { case: "№" },
      moments: { Қабылданды: "submitted", Берілді: { event: "result-issued", columns: { due: "Мерзімі" } } },
      time: { formats: ["%d.%m.%Y"] },
    };
    const events = { in: "submitted", out: "result-issued" };
    const files: Mapping["files"] = [
      {
        match: "serial*",
        columns: { case: "case", activity: "activity", time: "time", due: "till" },
        events,
        time: { serial: "1900" },
      },
      {
        match: "epoch*",
        columns: { case: "case", activity: "activity", time: "time", due: "till" },
        events,
        time: { epoch: "seconds" },
      },
    ];
    // 45810 is the 2nd of June 2025 (2025-01-01 is 45658), 45818 the 10th.
    const found = await auditOfFiles(
      [
        [
          "wide.csv",
          "№,Қабылданды,Берілді,Мерзімі\nw1,02.06.2025,10.06.2025,10.06.2025\nw2,02.06.2025,11.06.2025,10.06.2025\n",
        ],
        [
          "serial.csv",
          "case,activity,time,till\ns1,in,45810,45818\ns1,out,45818,\ns2,in,45810,45818\ns2,out,45819,\n",
        ],
        [
          "epoch.csv",
          `case,activity,time,till\n${[
            ["e1", "in", "2025-06-02T10:00:00Z", "2025-06-10T10:00:00Z"],
            ["e1", "out", "2025-06-10T10:00:00Z", ""],
            ["e2", "in", "2025-06-02T10:00:00Z", "2025-06-10T10:00:00Z"],
            ["e2", "out", "2025-06-10T10:00:01Z", ""],
          ]
            .map(([id = "", event = "", at = "", due = ""]) =>
              [id, event, Date.parse(at) / 1000, due === "" ? "" : Date.parse(due) / 1000].join(","),
            )
            .join("\n")}\n`,
        ],
      ],
      { ...wide, files },
      [bookAtWork(BARE)],
    );
    expect(told(found)).toEqual(
      ["e", "s", "w"].flatMap((file) => [`${file}1 own-deadline met`, `${file}2 own-deadline late`]),
    );
  });

  it("may be of a step that comes again: what the rows of each start and end say", async () => {
    const found = await audited(
      `1,in,02.06.2025 10:00,
       1,check,03.06.2025 10:00,04.06.2025 10:00
       2,in,02.06.2025 10:00,
       2,check,05.06.2025 10:00,04.06.2025 10:00`,
      BARE,
      { ...MAPPING, deadline: { to: "step:checked" } },
    );
    expect(told(found)).toEqual(["1 own-deadline met", "2 own-deadline late"]);
  });
});

describe("a number of days that the log itself carries", () => {
  const cases = [1, 3, 10].map(
    (days) => `${days},in,02.06.2025 10:00,${days}\n${days},out,20.06.2025 12:00,`,
  );
  const dues = ({ findings }: AuditedLog, rule: string): (string | null)[] =>
    findings.filter((each) => each.rule === rule).map(({ due }) => due);

  it.each(["working-day", "calendar-day"] as const)("counts as a rule of so many does: %s", async (unit) => {
    const found = await audited(cases.join("\n"), BARE, { ...BY_DAYS, deadline: { unit } });
    const each = await Promise.all(
      [1, 10, 3].map(async (amount) => {
        const only = cases.filter((lines) => lines.startsWith(`${amount},`)).join("\n");
        const [due] = dues(await audited(only, ownBook([deadline("r", { amount, unit })])), "r");
        return due;
      }),
    );
    expect(dues(found, "own-days")).toEqual(each);
    expect(new Set(each).size).toBe(3);
  });

  it("is told of where it is no number, or several; longer than the law's, it is told so", async () => {
    const found = await audited(
      `half,in,02.06.2025 10:00,2.5
       half,out,20.06.2025 12:00,
       two,in,02.06.2025 10:00,5
       two,out,20.06.2025 12:00,7
       law,in,02.06.2025 10:00,6
       law,out,03.06.2025 12:00,
       ten,in,02.06.2025 10:00,10.0
       ten,out,03.06.2025 12:00,`,
      ownBook([deadline("law", { amount: 6 })]),
      { ...BY_DAYS, deadline: { unit: "working-day" } },
    );
    expect(told(found).filter((line) => !line.includes(" law "))).toEqual([
      "half own-days cannot-be-told: own-deadline-unreadable",
      "law own-days met",
      "ten own-days met",
      "two own-days cannot-be-told: own-deadline-moved",
    ]);
    const longer = (finding: AuditFinding): boolean => finding.outcome === "longer-than-law";
    expect(found.findings.filter(longer).map(({ case: id }) => id)).toEqual(["ten"]);
  });
});

describe("a log of a service that there is no rulebook for", () => {
  it("is judged by its own deadlines, and by no book", () => {
    const mapping = wholeMapping(MAPPING);
    const order = auditOrder(openLibrary(), { mapping, file: "map.json" });
    expect(order.books.map(({ book }) => [book.id, book.rules.length])).toEqual([["log", 0]]);
    const without = wholeMapping({
      ...MAPPING,
      columns: { case: "case", activity: "activity", time: "time" },
    });
    expect(() => auditOrder(openLibrary(), { mapping: without, file: "map.json" })).toThrow(
      "the mapping says nothing of the service",
    );
  });
});
