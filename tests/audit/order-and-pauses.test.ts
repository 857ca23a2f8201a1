import { describe, expect, it } from "vitest";
import { brought, deadline, HOURS, judged, ownBook, told } from "./reduced.ts";

const STEPS = ["step:x", "step:y"];
const step = ownBook([
  deadline("d", {
    subject: "step",
    amount: 3,
    fromEvent: "step:x",
    toEvent: "step:y",
    countsStartDay: false,
  }),
]);
const now = "2024-06-20T12:00:00+05:00";

describe("what is finished before it began", () => {
  it("cannot be told, and is not overdue as well", async () => {
    const found = await judged(
      `1,step:y,2024-06-01T10:00:00+05:00,portal
       1,step:x,2024-06-03T10:00:00+05:00,portal`,
      step,
      { steps: STEPS, now },
    );
    expect(told(found)).toEqual(["1 d cannot-be-told order"]);
    expect(found[0]).toMatchObject({
      start: "2024-06-03T10:00:00+05:00",
      done: "2024-06-01T10:00:00+05:00",
      rows: [3, 2],
    });
  });

  it("a start that is answered in its turn is judged, and the end that nothing opened accuses nobody", async () => {
    const found = await judged(
      `1,step:y,2024-06-01T10:00:00+05:00,portal
       1,step:x,2024-06-03T10:00:00+05:00,portal
       1,step:y,2024-06-07T10:00:00+05:00,portal
       2,step:x,2024-06-03T10:00:00+05:00,portal
       2,step:y,2024-06-04T10:00:00+05:00,portal
       2,step:x,2024-06-05T10:00:00+05:00,portal`,
      step,
      { steps: STEPS, now },
    );
    expect(told(found)).toEqual(["1 d cannot-be-told no-start", "1 d late", "2 d met", "2 d overdue"]);
  });

  it("an end too many before a start without one may be that one's", async () => {
    const found = await judged(
      `1,step:x,2024-06-03T10:00:00+05:00,portal
       1,step:y,2024-06-04T10:00:00+05:00,portal
       1,step:y,2024-06-05T10:00:00+05:00,portal
       1,step:x,2024-06-06T10:00:00+05:00,portal`,
      step,
      { steps: STEPS, now },
    );
    expect(told(found)).toEqual(["1 d met", "1 d cannot-be-told order"]);
  });

  it("a date is the whole day: done on the day of the start is done after it", async () => {
    const found = await judged(
      `1,step:x,2024-06-03T10:00:00+05:00,portal
       1,step:y,2024-06-03,portal`,
      step,
      { steps: STEPS, now },
    );
    expect(told(found)).toEqual(["1 d met"]);
  });

  it("a complaint answered twice that nobody filed is told twice", async () => {
    const complaint = ownBook([deadline("c", { subject: "complaint", amount: 5 })]);
    const found = await judged(
      `1,complaint-answered,2024-06-03T10:00:00+05:00,portal
       1,complaint-answered,2024-06-05T10:00:00+05:00,portal`,
      complaint,
      { now },
    );
    expect(told(found)).toEqual(["1 c cannot-be-told no-start", "1 c cannot-be-told no-start"]);
    expect(found.flatMap(({ rows }) => rows).sort()).toEqual([2, 3]);
  });
});

describe("a pause after the due time", () => {
  it("changes nothing: the case has been overdue since the fourth", async () => {
    const found = await judged(
      `1,submitted,2024-06-03T10:00:00+05:00,provider
       1,suspended,2024-06-06T10:00:00+05:00,provider`,
      ownBook([deadline("w", {}), HOURS]),
      { now },
    );
    expect(told(found)).toEqual(["1 w overdue"]);
    expect(found[0]?.due).toBe("2024-06-04T18:30:00+05:00");
  });

  it("begun after closing on the last day, closed or open, changes nothing either: kz-mz-2024-99/3, due 15 April", async () => {
    const book = brought("kz-mz-2024-99/3/2024-11-27.json");
    const found = await judged(
      `1,submitted,2025-04-14T10:00:00+05:00,provider
       1,result-issued,2025-04-15T19:00:00+05:00,provider
       1,suspended,2025-04-15T20:00:00+05:00,provider
       1,resumed,2025-04-15T21:00:00+05:00,provider
       2,submitted,2025-04-14T10:00:00+05:00,provider
       2,result-issued,2025-04-15T19:00:00+05:00,provider
       2,suspended,2025-04-15T18:30:00+05:00,provider
       3,submitted,2025-04-14T10:00:00+05:00,provider
       3,suspended,2025-04-15T18:29:59+05:00,provider
       3,resumed,2025-04-15T21:00:00+05:00,provider
       3,result-issued,2025-04-16T18:30:00+05:00,provider`,
      book,
    );
    const services = found.filter(
      ({ rule }) => rule === "kz-mz-2024-99/3/deadline/annex-3/annex-1/table/row-3/item-1",
    );
    expect(services.map(({ case: id, outcome, due }) => `${id} ${outcome} ${due}`)).toEqual([
      "1 late 2025-04-15T18:30:00+05:00",
      "2 late 2025-04-15T18:30:00+05:00",
      "3 met 2025-04-16T18:30:00+05:00",
    ]);
  });

  it("on the portal the last day ends at 24:00, so that an evening's pause still stops it", async () => {
    const found = await judged(
      `1,submitted,2025-04-14T10:00:00+05:00,portal
       1,suspended,2025-04-15T20:00:00+05:00,portal
       1,resumed,2025-04-15T21:00:00+05:00,portal
       1,result-issued,2025-04-16T19:00:00+05:00,portal`,
      ownBook([deadline("w", {}), HOURS]),
    );
    expect(told(found)).toEqual(["1 w met"]);
  });

  it("a term of the same day, and one whose last day has moved", async () => {
    const found = await judged(
      `1,submitted,2025-04-15T10:00:00+05:00,provider
       1,result-issued,2025-04-15T19:00:00+05:00,provider
       1,suspended,2025-04-15T20:00:00+05:00,provider
       1,resumed,2025-04-16T10:00:00+05:00,provider
       2,submitted,2025-04-16T10:00:00+05:00,provider
       2,result-issued,2025-04-21T19:00:00+05:00,provider
       2,suspended,2025-04-21T20:00:00+05:00,provider
       2,resumed,2025-04-21T21:00:00+05:00,provider
       3,submitted,2025-04-16T10:00:00+05:00,provider
       3,suspended,2025-04-21T10:00:00+05:00,provider`,
      ownBook([
        deadline("c", { amount: 3, unit: "calendar-day" }),
        deadline("s", { amount: 0, unit: "same-day" }),
        HOURS,
      ]),
      { now: "2025-05-20T10:00:00+05:00" },
    );
    expect(told(found).filter((each) => !/^[23] s|^1 c|hours/.test(each))).toEqual([
      "1 s late",
      "2 c late",
      "3 c running suspended",
    ]);
  });
});
