import { mappedEvents } from "../../src/log/mapping-events.ts";
import { describe, expect, it } from "vitest";
import { brought, deadline, HOURS, judged, mappingOf, ownBook, told } from "./reduced.ts";
import { without } from "./run-on.ts";

const almaty = brought("kz-almaty-2013-3-561/1/2013-07-01.json");
const ANSWER = "kz-almaty-2013-3-561/1/deadline/regulation-1/chapter-2/clause-14/paragraph-2";
const now = "2025-06-20T12:00:00+05:00";

describe("a refusal is an answer", () => {
  it("and closes the step: kz-almaty-2013-3-561/1 clause 14, confirm or refuse within thirty minutes", async () => {
    const found = await judged(
      `1,submitted,2014-04-15T10:00:00+06:00,portal
       1,refused,2014-04-15T10:20:00+06:00,portal
       2,submitted,2014-04-15T10:00:00+06:00,portal
       2,refused,2014-04-15T10:40:00+06:00,portal`,
      almaty,
      { steps: ["step:answered"], now },
    );
    expect(told(found.filter(({ rule }) => rule === ANSWER))).toEqual([
      `1 ${ANSWER} met`,
      `2 ${ANSWER} late`,
    ]);
  });

  it("and a result, whatever the term to it is called", async () => {
    const book = ownBook([
      deadline("s", {
        subject: "step",
        amount: 20,
        unit: "minute",
        fromEvent: "submitted",
        toEvent: "result-issued",
      }),
    ]);
    const found = await judged(
      `1,submitted,2025-04-15T10:00:00+05:00,portal
       1,refused,2025-04-15T10:20:00+05:00,portal`,
      book,
      { now },
    );
    expect(told(found)).toEqual(["1 s met"]);
  });
});

describe("forwarding a complaint", () => {
  // Administrative Code, art. 91(4): within three working days, not owed where the complaint is met in full within them.
  const book = ownBook([
    deadline("f", {
      subject: "complaint",
      amount: 3,
      fromEvent: "complaint-filed",
      toEvent: "complaint-forwarded",
    }),
    HOURS,
  ]);
  const lines = `met,complaint-filed,2025-06-02T10:00:00+05:00,provider
    met,complaint-satisfied,2025-06-04T10:00:00+05:00,provider
    late,complaint-filed,2025-06-02T10:00:00+05:00,provider
    late,complaint-satisfied,2025-06-09T10:00:00+05:00,provider
    sent,complaint-filed,2025-06-02T10:00:00+05:00,provider
    sent,complaint-forwarded,2025-06-03T10:00:00+05:00,provider
    sent,complaint-answered,2025-06-04T10:00:00+05:00,provider
    none,complaint-filed,2025-06-02T10:00:00+05:00,provider
    none,complaint-answered,2025-06-04T10:00:00+05:00,provider
    slow,complaint-filed,2025-06-02T10:00:00+05:00,provider
    slow,complaint-answered,2025-06-09T10:00:00+05:00,provider`;

  it("is not owed where it is satisfied, and nobody can tell where it was only answered in time", async () => {
    expect(told(await judged(lines, book, { now }))).toEqual([
      "late f late",
      "met f met",
      "none f overdue",
      "sent f met",
      "slow f overdue",
    ]);
    const fewer = without(mappedEvents(mappingOf()), "complaint-satisfied");
    const found = await judged(lines, book, { now, mapping: { events: fewer } });
    expect(told(found)).toEqual([
      "late f overdue",
      "met f overdue",
      "none f cannot-be-told maybe-satisfied",
      "sent f met",
      "slow f overdue",
    ]);
  });
});

describe("a cutoff for requests", () => {
  const rules = [
    deadline("complaint", { subject: "complaint", amount: 5 }),
    deadline("queue", { subject: "waiting", amount: 30, unit: "minute" }),
    deadline("request", {}),
    HOURS,
  ];
  const lines = `1,complaint-filed,2025-04-14T18:00:00+05:00,provider
    2,arrived,2025-04-14T17:40:00+05:00,provider
    2,submitted,2025-04-14T18:00:00+05:00,provider`;
  const dues = async (events?: readonly string[]): Promise<Record<string, string | null>> => {
    const cutoff = { id: "cutoff", kind: "cutoff" as const, cite: "c", time: "17:00" };
    const found = await judged(
      lines,
      ownBook([...rules, events === undefined ? cutoff : { ...cutoff, events }]),
    );
    return Object.fromEntries(
      found.flatMap(({ rule, due }) => (rule === "cutoff" || rule === null ? [] : [[rule, due]])),
    );
  };

  it("moves requests alone, unless its words say more", async () => {
    // Monday 14 April 2025, after five: the fifth working day after it is the 21st; the request is one of Tuesday, due on Wednesday.
    expect(await dues()).toEqual({
      complaint: "2025-04-21T18:30:00+05:00",
      queue: "2025-04-14T18:10:00+05:00",
      request: "2025-04-16T18:30:00+05:00",
    });
    expect(await dues(["complaint-filed"])).toEqual({
      complaint: "2025-04-22T18:30:00+05:00",
      queue: "2025-04-14T18:10:00+05:00",
      request: "2025-04-15T18:30:00+05:00",
    });
  });
});

describe("how a result is handed out", () => {
  // kz-qyzylorda-2015-118/2 clause 6, item 6: thirty minutes in person, one working day by post.
  const book = brought("kz-qyzylorda-2015-118/2/2015-08-10.json");
  const steps = ["step:signed-result-given-to-office", "step:result-given-out"];

  it("is that of the row on which it is, where the log has it", async () => {
    const found = await judged(
      `1,submitted,2016-04-11T10:00:00+06:00,provider
       1,step:signed-result-given-to-office,2016-04-12T10:00:00+06:00,provider
       1,step:result-given-out,2016-04-13T15:00:00+06:00,post
       2,submitted,2016-04-11T10:00:00+06:00,provider
       2,step:signed-result-given-to-office,2016-04-12T10:00:00+06:00,provider
       2,step:result-given-out,2016-04-13T15:00:00+06:00,provider`,
      book,
      { steps },
    );
    const item = "kz-qyzylorda-2015-118/2/deadline/regulation-2/chapter-2/clause-6/item-6";
    expect(told(found.filter(({ rule }) => rule?.startsWith(item) === true))).toEqual([
      `1 ${item}.b met`,
      `2 ${item} late`,
    ]);
  });
});
