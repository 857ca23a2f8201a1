import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { Calendars } from "../../src/library/calendars.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { Condition } from "../../src/model/condition.ts";
import { deadline, ownBook } from "./reduced.ts";
import { auditOf, auditOfFiles, without, type AuditedLog } from "./run-on.ts";

const LEGAL: Condition = { fact: "applicant.personType", operator: "equal", value: "legal-person" };
const ADULT: Condition = { fact: "applicant.age", operator: "greaterThanInclusive", value: 18 };

/** Three working days for a company, five for a person; two on the portal for a grown person; nothing hangs on what is not asked. */
const BOOK = ownBook([
  deadline("company", { amount: 3, when: LEGAL }),
  deadline("person", { amount: 5, when: { not: LEGAL } }),
  deadline("portal", {
    amount: 2,
    when: { all: [{ fact: "channel", operator: "equal", value: "portal" }, { not: LEGAL }, ADULT] },
  }),
]);
const { vocabulary } = openLibrary();
const AT_WORK = [bookAtWork(BOOK, new Calendars(), undefined, vocabulary)];

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time", channel: "channel" },
  events: { in: "submitted", out: "result-issued" },
  facts: {
    "applicant.personType": { column: "who", values: { ИП: "legal-person", "-": null } },
    "applicant.age": "age",
  },
};

const audited = (lines: string, mapping: Mapping = MAPPING, books = AT_WORK): Promise<AuditedLog> =>
  auditOf(`case,activity,time,channel,who,age\n${lines.replaceAll(/^ +/gm, "")}\n`, mapping, books);

const told = ({ findings }: Pick<AuditedLog, "findings">): string[] =>
  findings.map(
    ({ case: id, rule, outcome, reason }) =>
      `${id} ${rule ?? ""} ${outcome}${reason === null ? "" : `: ${reason}`}`,
  );

/** Monday the 2nd of June 2025; Friday the 6th is Qurban ait: three working days end on the 5th, two on the 4th, five on the 10th. */
const BEGUN = "2025-06-02T10:00+05:00";

describe("terms that are of some cases alone", () => {
  it("judge the cases whose rows tell that they are theirs, by a value, its name in any language, or a word of the mapping", async () => {
    const found = await audited(
      `1,in,${BEGUN},provider,legal-person,
       1,out,2025-06-09T10:00+05:00,provider,,
       2,in,${BEGUN},provider,Физическое лицо,40
       2,out,2025-06-09T10:00+05:00,provider,,
       3,in,${BEGUN},portal,жеке тұлға,"40,0"
       3,out,2025-06-05T10:00+05:00,portal,,
       4,in,${BEGUN},portal,жеке тұлға,17
       4,out,2025-06-05T10:00+05:00,portal,,
       5,in,${BEGUN},provider,ип,
       5,out,2025-06-05T10:00+05:00,provider,,
       6,in,${BEGUN},provider,legal-person,
       6,out,2025-06-05T10:00+05:00,provider,LEGAL-PERSON ,`,
    );
    expect(told(found)).toEqual([
      "1 company late",
      "2 person met",
      "3 person met",
      "3 portal late",
      "4 person met",
      "5 company met",
      "6 company met",
    ]);
    // No hours are known: a last day ends at 24:00.
    expect(found.findings[0]).toMatchObject({ due: "2025-06-06T00:00:00+05:00" });
    expect(found.summary.judged.map(({ rule, cases }) => [rule, cases])).toEqual([
      ["company", 3],
      ["person", 3],
      ["portal", 1],
    ]);
  });

  it("acquit and accuse nobody where the rows tell nothing, two things, or what cannot be read", async () => {
    const found = await audited(
      `1,in,${BEGUN},provider,,
       1,out,2025-06-03T10:00+05:00,provider,,
       2,in,${BEGUN},provider,legal-person,
       2,out,2025-07-03T10:00+05:00,provider,физическое лицо,
       3,in,${BEGUN},provider,кто-то,
       3,out,2025-07-03T10:00+05:00,provider,-,
       4,in,${BEGUN},provider,,
       5,in,${BEGUN},portal,физическое лицо,сорок
       5,out,2025-06-03T10:00+05:00,portal,,`,
    );
    const unknown = (id: string, why: string): string[] =>
      ["company", "person"].map((rule) => `${id} ${rule} cannot-be-told: ${why}`);
    expect(told(found)).toEqual([
      ...unknown("1", "fact-unknown"),
      ...unknown("2", "facts-differ"),
      ...unknown("3", "fact-unknown"),
      ...unknown("4", "fact-unknown"),
      "5 person met",
      "5 portal cannot-be-told: fact-unknown",
    ]);
    expect(found.summary.breached).toBe(0);
    expect(found.summary.facts).toMatchObject([
      { fact: "applicant.personType", column: "who", rows: 3, unread: [{ written: "кто-то", rows: 1 }] },
      { fact: "applicant.age", column: "age", rows: 0, unread: [{ written: "сорок", rows: 1 }] },
    ]);
  });

  it("are told not to be judged where the mapping names none of their facts, with those that it would have to name", async () => {
    const bare = without(MAPPING, "facts");
    const found = await audited(
      `1,in,${BEGUN},portal,legal-person,
       1,out,2025-07-03T10:00+05:00,portal,,`,
      bare,
      [
        bookAtWork(
          ownBook([...BOOK.rules, deadline("all", { amount: 9 })]),
          undefined,
          undefined,
          vocabulary,
        ),
      ],
    );
    expect(told(found)).toEqual(["1 all late"]);
    const none = found.summary.judged.filter(({ cases }) => cases === 0);
    // On another way than the portal the third is nobody's term; on the portal its facts would have to be known.
    expect(none.map(({ rule, because, lacking }) => [rule, because, lacking])).toEqual([
      ["company", "facts-not-mapped", ["applicant.personType"]],
      ["person", "facts-not-mapped", ["applicant.personType"]],
      ["portal", "facts-not-mapped", ["applicant.personType", "applicant.age"]],
    ]);
    expect(found.summary.factsLacking).toEqual(["applicant.personType", "applicant.age"]);
  });

  it("read the facts of each file by its own columns and words", async () => {
    const found = await auditOfFiles(
      [
        [
          "a.csv",
          `case,activity,time,channel,who,age\n1,in,${BEGUN},provider,1,\n1,out,2025-06-09T10:00+05:00,provider,,\n`,
        ],
        [
          "b.csv",
          `case,activity,time,channel,kind,age\n2,in,${BEGUN},provider,1,\n2,out,2025-06-09T10:00+05:00,provider,,\n`,
        ],
      ],
      {
        ...MAPPING,
        facts: { "applicant.personType": { column: "who", values: { 1: "legal-person" } } },
        files: [
          {
            match: "b*",
            facts: { "applicant.personType": { column: "kind", values: { 1: "natural-person" } } },
          },
        ],
      },
      AT_WORK,
    );
    expect(told(found)).toEqual(["1 company late", "2 person met"]);
  });
});
