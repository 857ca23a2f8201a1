import { describe, expect, test } from "vitest";
import { explain } from "../../src/calendar/explain.ts";
import type { Suspension } from "../../src/calendar/suspension.ts";
import type { Term } from "../../src/calendar/term.ts";
import type { Timetable } from "../../src/calendar/timetable.ts";
import type { DueExplanation } from "../../src/model/due-explanation.ts";
import { explanationText } from "../../src/report/due/explanation.ts";
import { at, pause, tableOf, term } from "./counting.ts";

const office = (): Timetable => tableOf();
const rollover = (): Timetable => tableOf({ rollover: true });

function told(start: string, of: Term, table: Timetable, pauses: readonly Suspension[] = []): DueExplanation {
  const explanation = explain(at(start), of, table, pauses);
  if ("is" in explanation) throw new Error(explanation.because);
  return explanation;
}

/** Each day as `03-20 counted 1 holiday`. */
const days = (of: DueExplanation): string[] =>
  of.days.map(({ date, as, n, reason }) =>
    [date.slice(5), as, n, reason.why].filter((part) => part !== undefined).join(" "),
  );

const LAW = {
  kk: "«Қазақстан Республикасындағы мерекелер туралы» 13.12.2001 № 267 Заң",
  ru: "Закон «О праздниках в Республике Казахстан» от 13.12.2001 № 267",
  en: "Law on holidays of 13.12.2001 № 267",
};

describe("an explanation", () => {
  test("of working days names each day, whether it counts, why, and the act", () => {
    const explanation = told("2025-03-19T19:10", term("1 working-day"), rollover());
    expect(days(explanation)).toEqual([
      "03-19 before-start working",
      "03-20 start working",
      "03-21 not-counted holiday",
      "03-22 not-counted holiday",
      "03-23 not-counted holiday",
      "03-24 not-counted moved-holiday",
      "03-25 not-counted moved-holiday",
      "03-26 counted 1 working",
    ]);
    expect(explanation).toMatchObject({
      event: "2025-03-19T19:10:00+05:00",
      start: "2025-03-20T09:00:00+05:00",
      startMoved: "after-closing",
      counting: "working-days",
      amount: 1,
      unit: "working-day",
      due: "2025-03-26T18:30:00+05:00",
      ends: "closing",
    });
    expect(explanation.days[5]).toEqual({
      date: "2025-03-24",
      weekday: 1,
      as: "not-counted",
      reason: {
        why: "moved-holiday",
        from: "2025-03-22",
        name: { kk: "Наурыз мейрамы", ru: "Наурыз мейрамы", en: "Nauryz" },
        act: "Z010000267_",
        title: LAW,
      },
    });
  });

  test("says why the start moved", () => {
    const moved = (start: string, table = rollover()): unknown =>
      told(start, term("1 working-day"), table).startMoved;
    expect(moved("2025-03-17T10:00")).toBeUndefined();
    expect(moved("2025-03-17T08:00")).toBe("before-opening");
    expect(moved("2025-03-17T18:30")).toBe("after-closing");
    expect(moved("2025-03-22T12:00")).toBe("day-off");
    const cutoff = tableOf({ cutoff: "18:00" });
    expect(moved("2025-03-17T18:10", cutoff)).toBe("after-cutoff");
    expect(moved("2025-03-17T18:10", office())).toBeUndefined();
  });

  test("of calendar days counts all days, and shows how the last one moved", () => {
    expect(days(told("2025-03-06T10:00", term("3 calendar-day"), office()))).toEqual([
      "03-06 start working",
      "03-07 counted 1 working",
      "03-08 counted 2 holiday",
      "03-09 counted 3 weekly-day-off",
      "03-10 moved moved-holiday",
      "03-11 moved working",
    ]);
  });

  test("shows worked days off and days off by an act", () => {
    const explanation = told("2018-03-02T10:00", term("5 working-day"), office());
    expect(days(explanation).slice(1)).toEqual([
      "03-03 counted 1 worked-day-off",
      "03-04 not-counted weekly-day-off",
      "03-05 counted 2 working",
      "03-06 counted 3 working",
      "03-07 counted 4 working",
      "03-08 not-counted holiday",
      "03-09 not-counted moved-by-act",
      "03-10 not-counted weekly-day-off",
      "03-11 not-counted weekly-day-off",
      "03-12 counted 5 working",
    ]);
    expect(explanation.days[1]?.reason).toMatchObject({ instead: "2018-03-09", act: "P1700000864" });
    expect(explanation.days[7]?.reason).toMatchObject({ from: "2018-03-03", act: "P1700000864" });
  });

  test("of minutes shows what counted on each day", () => {
    const explanation = told("2025-03-20T12:45", term("5 hour"), office());
    expect(explanation.counting).toBe("open-time");
    expect(explanation.ends).toBeUndefined();
    expect(explanation.days.map(({ date, as, pieces }) => [date, as, pieces])).toEqual([
      [
        "2025-03-20",
        "counted",
        [
          { from: "2025-03-20T12:45:00+05:00", until: "2025-03-20T13:00:00+05:00", ms: 900_000 },
          { from: "2025-03-20T14:30:00+05:00", until: "2025-03-20T18:30:00+05:00", ms: 14_400_000 },
        ],
      ],
      ...["21", "22", "23", "24", "25"].map((date) => [`2025-03-${date}`, "not-counted", []]),
      [
        "2025-03-26",
        "counted",
        [{ from: "2025-03-26T09:00:00+05:00", until: "2025-03-26T09:45:00+05:00", ms: 2_700_000 }],
      ],
    ]);
  });

  test("by the wall clock shows the days run through", () => {
    const explanation = told("2025-03-17T23:40", term("30 minute", { channel: "portal" }), office());
    expect(explanation.counting).toBe("wall-clock");
    expect(explanation.days.map(({ date, pieces }) => [date, pieces?.map(({ ms }) => ms)])).toEqual([
      ["2025-03-17", [1_200_000]],
      ["2025-03-18", [600_000]],
    ]);
  });

  test("leaves suspended days and time out", () => {
    const pauses = [pause("2025-02-11T10:00", "2025-02-12T11:00")];
    expect(days(told("2025-02-10T10:00", term("2 working-day"), office(), pauses))).toEqual([
      "02-10 start working",
      "02-11 suspended working",
      "02-12 suspended working",
      "02-13 counted 1 working",
      "02-14 counted 2 working",
    ]);
    const minutes = told("2025-02-11T09:30", term("60 minute"), office(), pauses);
    expect(
      minutes.days.map(({ as, pieces }) => [
        as,
        pieces?.map(({ from, until }) => [from.slice(11, 16), until.slice(11, 16)]),
      ]),
    ).toEqual([
      ["counted", [["09:30", "10:00"]]],
      ["counted", [["11:00", "11:30"]]],
    ]);
    const longer = [
      pause("2025-02-11T10:00", "2025-02-13T11:00"),
      pause("2025-02-13T11:10", "2025-02-13T11:20"),
    ];
    const over = told("2025-02-11T09:30", term("60 minute"), office(), longer);
    expect(over.days.map(({ as, pieces }) => [as, pieces?.map(({ ms }) => ms / 60_000)])).toEqual([
      ["counted", [30]],
      ["suspended", []],
      ["counted", [10, 20]],
    ]);
  });

  test("of the same day", () => {
    const same = told("2025-02-10T10:00", term("0 same-day"), office(), [
      pause("2025-02-10T11:00", "2025-02-12T11:00"),
    ]);
    expect(days(same)).toEqual([
      "02-10 suspended working",
      "02-11 suspended working",
      "02-12 counted 1 working",
    ]);
    expect(told("2025-02-10T19:00", term("0 same-day"), office())).toMatchObject({
      ends: "midnight",
      counting: "same-day",
    });
  });

  test("of a term counted back goes back", () => {
    const before = { direction: "before" } as const;
    expect(days(told("2025-03-26T10:00", term("1 working-day", before), office()))).toEqual([
      "03-26 start working",
      "03-25 not-counted moved-holiday",
      "03-24 not-counted moved-holiday",
      "03-23 not-counted holiday",
      "03-22 not-counted holiday",
      "03-21 not-counted holiday",
      "03-20 counted 1 working",
    ]);
    expect(days(told("2025-03-27T10:00", term("3 calendar-day", before), office())).slice(-2)).toEqual([
      "03-21 moved holiday",
      "03-20 moved working",
    ]);
    const minutes = told("2025-03-17T09:30", term("1 hour", before), office());
    expect(
      minutes.days.map(({ date, pieces }) => [date.slice(8), pieces?.map(({ ms }) => ms / 60_000)]),
    ).toEqual([
      ["17", [30]],
      ["16", []],
      ["15", []],
      ["14", [30]],
    ]);
  });

  test("counts the day of the start where the rule says so", () => {
    expect(days(told("2025-02-10T10:00", term("2 working-day", { countsStartDay: true }), office()))).toEqual(
      ["02-10 counted 1 working", "02-11 counted 2 working"],
    );
  });

  test("without a calendar says so", () => {
    const none = tableOf({ calendar: undefined });
    expect(days(told("2025-03-07T10:00", term("1 day"), none))).toEqual([
      "03-07 start no-calendar",
      "03-08 counted 1 no-calendar",
    ]);
    expect(explain(at("2025-03-07T10:00"), term("1 working-day"), none)).toEqual({
      is: "unknown",
      because: "no-calendar",
    });
  });
});

describe("in words", () => {
  const nauryz = (): DueExplanation => told("2025-03-19T19:10", term("1 working-day"), rollover());
  test("in English", () => {
    expect(explanationText(nauryz(), "en").split("\n")).toEqual([
      "Event   19 March 2025, Wednesday, 19:10 — after closing",
      "Starts  20 March 2025, Thursday, 09:00",
      "Term    1 working day; working days count",
      "  19 March, Wednesday: the term does not run yet",
      "  20 March, Thursday: day of the start, not counted",
      "  21 March, Friday: Nauryz, not counted, Law on holidays of 13.12.2001 № 267",
      "  22 March, Saturday: Nauryz, not counted, Law on holidays of 13.12.2001 № 267",
      "  23 March, Sunday: Nauryz, not counted, Law on holidays of 13.12.2001 № 267",
      "  24 March, Monday: day off instead of 22 March (Nauryz), not counted, Law on holidays of 13.12.2001 № 267",
      "  25 March, Tuesday: day off instead of 23 March (Nauryz), not counted, Law on holidays of 13.12.2001 № 267",
      "  26 March, Wednesday: counted 1",
      "Due     26 March 2025, Wednesday, 18:30 (closing time)",
      "",
    ]);
  });
  test("in Russian and Kazakh", () => {
    const russian = explanationText(nauryz(), "ru");
    expect(russian).toContain("Срок       1 рабочий день; считаются рабочие дни");
    expect(russian).toContain("  21 марта, пятница: Наурыз мейрамы, не считается, Закон «О праздниках");
    expect(russian).toContain("Окончание  26 марта 2025 г., среда, 18:30 (окончание рабочего времени)");
    const kazakh = explanationText(nauryz(), "kk");
    expect(kazakh).toContain("1 жұмыс күні; жұмыс күндері есептеледі");
    expect(kazakh).toContain(
      "  21 наурыз, жұма: Наурыз мейрамы, есептелмейді, «Қазақстан Республикасындағы мерекелер туралы»",
    );
    expect(kazakh).toContain("Аяқталуы  2025 жылғы 26 наурыз, сәрсенбі, сағат 18:30 (жұмыс уақытының соңы)");
  });
  test("puts runs of calendar days on one line", () => {
    const month = explanationText(told("2025-03-18T10:00", term("1 month"), office()), "en");
    expect(month).toContain("  19 March – 18 April: counted 1–31\n");
    const moved = explanationText(told("2025-03-06T10:00", term("3 calendar-day"), office()), "en");
    expect(moved).toContain(
      "  10 March, Monday: day off instead of 8 March (International Women's Day), the last day is not worked, the term moves on, Law",
    );
    expect(moved).toContain("  9 March, Sunday: weekly day off, counted 3\n");
    expect(moved).toContain("  11 March, Tuesday: the last day moves here\n");
  });
  test("gives the hours of minutes, and 24:00", () => {
    const open = explanationText(told("2025-03-17T12:45", term("30 minute"), office()), "en");
    expect(open).toContain("  17 March, Monday: 12:45–13:00, 14:30–14:45 = 30 min\n");
    const wall = explanationText(
      told("2025-03-17T23:40", term("1.5 hour", { channel: "portal" }), office()),
      "ru",
    );
    expect(wall).toContain("1,5 часа; непрерывно, днём и ночью");
    expect(wall).toContain(
      "  17 марта, понедельник: 23:40–24:00 = 20 мин\n  18 марта, вторник: 00:00–01:10 = 1 ч 10 мин\n",
    );
    const seconds = explanationText(told("2025-03-17T10:00:05", term("65 second"), office()), "en");
    expect(seconds).toContain("10:00:05–10:01:10 = 1 min 5 s");
  });
  test("names worked days off, acts and expected days", () => {
    const worked = explanationText(told("2018-03-02T10:00", term("1 working-day"), office()), "en");
    expect(worked).toContain(
      "  3 March, Saturday: worked instead of 9 March, counted 1, Government decree (P1700000864)",
    );
    const expected = explanationText(told("2027-05-14T10:00", term("2 calendar-day"), office()), "en");
    expect(expected).toContain(
      "16 May, Sunday: First day of Qurban Ait (expected), counted 2, Labour Code, article 84",
    );
  });
});
