import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/model/rule.ts";
import { book, HOURS, judged, started, term } from "./made-books.ts";

/** By the portal a last day ends at 24:00, which is 00:00 of the next. */
const endOf = (isoDay: string, offset = "+05:00"): string => {
  const next = new Date(Date.parse(`${isoDay}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${next}T00:00:00${offset}`;
};

describe("registration outside working time, since the end of December 2025 (APPC, art. 64(3))", () => {
  it("a request of Friday 16 January 2026, 18:45, is registered on Monday the 19th: 20, 21, 22, 23, 26 January", () => {
    const told = started({}, { submitted: "2026-01-16T18:45" });
    expect(told).toMatchObject({ start: "2026-01-19T09:00:00+05:00", due: endOf("2026-01-26") });
    expect(told.movedBy).toMatchObject({ rule: "kz-law/appk/64-3", cite: "АППК, ст. 64(3)" });
    expect(told.movedBy?.perhaps).toBeUndefined();
  });

  it("one of 18:29 that day is registered that day: 19, 20, 21, 22, 23 January", () => {
    const told = started({}, { submitted: "2026-01-16T18:29" });
    expect(told).toMatchObject({ start: "2026-01-16T18:29:00+05:00", due: endOf("2026-01-23") });
    expect(told.movedBy).toBeUndefined();
  });

  it("one at closing comes after the working day's end", () => {
    expect(started({}, { submitted: "2026-01-16T18:30" }).due).toBe(endOf("2026-01-26"));
  });

  it("one before opening is registered on its day: art. 64(3) speaks of the evening and the day off", () => {
    const told = started({}, { submitted: "2026-01-16T06:00" });
    expect(told).toMatchObject({ start: "2026-01-16T06:00:00+05:00", due: endOf("2026-01-23") });
  });

  it("one on Saturday 17 January is registered on Monday too", () => {
    expect(started({}, { submitted: "2026-01-17T11:00" }).due).toBe(endOf("2026-01-26"));
  });

  it("one in the last days of December 2025 is registered so perhaps: the day of publication is not confirmed", () => {
    const told = started({}, { submitted: "2025-12-29T19:00" });
    expect(told.start).toBe("2025-12-30T09:00:00+05:00");
    expect(told.movedBy?.perhaps).toBe(true);
    expect(started({}, { submitted: "2026-01-05T19:00" }).movedBy?.perhaps).toBeUndefined();
  });
});

describe("from July 2021 until then only a day off put it off (art. 64(3) as it was)", () => {
  it("a request of Friday 19 January 2024, 18:45, is of that day: 22, 23, 24, 25, 26 January", () => {
    const told = started({}, { submitted: "2024-01-19T18:45" });
    expect(told).toMatchObject({ start: "2024-01-19T18:45:00+06:00", due: endOf("2024-01-26", "+06:00") });
    expect(told.movedBy).toBeUndefined();
  });

  it("one of Saturday the 20th is registered on Monday the 22nd: 23, 24, 25, 26, 29 January", () => {
    const told = started({}, { submitted: "2024-01-20T11:00" });
    expect(told).toMatchObject({ start: "2024-01-22T09:00:00+06:00", due: endOf("2024-01-29", "+06:00") });
    expect(told.movedBy?.rule).toBe("kz-law/appk/64-3-days-off");
  });

  it("27 December 2025, a Saturday, is the last day of the old words; the evening before it moved nothing", () => {
    expect(started({}, { submitted: "2025-12-26T19:00" }).movedBy).toBeUndefined();
    expect(started({}, { submitted: "2025-12-27T11:00" }).movedBy?.rule).toBe("kz-law/appk/64-3-days-off");
  });

  it("before July 2021 nothing but the regulation's own words moves a start", () => {
    expect(started({}, { submitted: "2021-06-26T11:00" }).movedBy).toBeUndefined();
    expect(started({}, { submitted: "2021-06-26T11:00" }).start).toBe("2021-06-26T11:00:00+06:00");
    // Saturday 3 July 2021 was worked by decree; Sunday the 4th and Monday the 5th were off, Tuesday the 6th a holiday.
    expect(started({}, { submitted: "2021-07-04T11:00" }).start).toBe("2021-07-07T09:00:00+06:00");
  });
});

describe("the regulation's own words go before the law", () => {
  const rollover: Rule = { id: "made/rollover", kind: "rollover", cite: "clause 3" };

  it("its rollover moves the evening also where the law then moved days off alone", () => {
    const told = started({}, { submitted: "2024-01-19T18:45" }, [HOURS, rollover]);
    expect(told).toMatchObject({ start: "2024-01-22T09:00:00+06:00", due: endOf("2024-01-29", "+06:00") });
    expect(told.movedBy).toBeUndefined();
  });

  it("one that moves days off alone leaves the evening where it is, in 2026 as well", () => {
    const daysOff: Rule = { ...rollover, outside: "days-off" };
    expect(started({}, { submitted: "2026-01-16T18:45" }, [HOURS, daysOff]).due).toBe(endOf("2026-01-23"));
    expect(started({}, { submitted: "2026-01-17T11:00" }, [HOURS, daysOff]).due).toBe(endOf("2026-01-26"));
  });

  it("one for another channel leaves the portal to the law", () => {
    const inPerson: Rule = { ...rollover, channel: "provider" };
    const told = started({}, { submitted: "2026-01-16T18:45" }, [HOURS, inPerson]);
    expect(told.movedBy?.rule).toBe("kz-law/appk/64-3");
  });
});

describe("what the law does not move", () => {
  it("terms in minutes and hours: art. 76(2) speaks of days and сутки alone", () => {
    const told = started({ amount: 30, unit: "minute" }, { submitted: "2026-01-16T23:40" });
    expect(told).toMatchObject({ start: "2026-01-16T23:40:00+05:00", due: "2026-01-17T00:10:00+05:00" });
    expect(started({ amount: 2, unit: "hour" }, { submitted: "2026-01-17T11:00" }).movedBy).toBeUndefined();
  });

  it("сутки it does move, and counts them like days: registered on the 19th, due on the 20th", () => {
    const told = started({ amount: 1, unit: "full-day" }, { submitted: "2026-01-16T18:45" });
    expect(told.due).toBe(endOf("2026-01-20"));
  });

  it("where hours are not known it cannot be told whether a request came after them: both due times are given", () => {
    const told = started({}, { submitted: "2026-01-16T18:45" }, []);
    expect(told.due).toBe(endOf("2026-01-23"));
    expect(told.otherwise).toEqual({ why: "hours-unknown", due: endOf("2026-01-26") });
    expect(started({}, { submitted: "2026-01-17T18:45" }, []).otherwise).toBeUndefined();
    expect(started({}, { submitted: "2024-01-19T18:45" }, []).otherwise).toBeUndefined();
  });
});

describe("a term from registration (тіркелген күннен, со дня регистрации)", () => {
  const from = { from: "тіркелген күннен бастап" };

  it("runs from when it was registered, which nothing moves: Tuesday the 20th gives 21, 22, 23, 26, 27 January", () => {
    const told = started(from, { submitted: "2026-01-16T10:00", registered: "2026-01-20T19:00" });
    expect(told).toMatchObject({ start: "2026-01-20T19:00:00+05:00", due: endOf("2026-01-27") });
    expect(told.startedBy).toBe("registered");
    expect(told.movedBy).toBeUndefined();
  });

  it("runs from submission where nobody tells of registration, and says so", () => {
    const told = started(from, { submitted: "2026-01-16T18:45" });
    expect(told).toMatchObject({ startedBy: "submitted", due: endOf("2026-01-26") });
    expect(
      started({ from: "со дня регистрации заявления" }, { submitted: "2026-01-16T10:00" }).startedBy,
    ).toBe("submitted");
  });

  it("is one also where a rulebook written by hand says `fromEvent: registered`, or `fromRegistration`", () => {
    const request = { submitted: "2026-01-16T10:00", registered: "2026-01-20T10:00" };
    for (const rule of [{ fromEvent: "registered" }, { fromRegistration: true }])
      expect(started(rule, request)).toMatchObject({ startedBy: "registered", due: endOf("2026-01-27") });
  });

  it("one from another start is not: registration changes nothing", () => {
    const told = started(
      { from: "құжаттарды тапсырған сәттен бастап" },
      { submitted: "2026-01-16T10:00", registered: "2026-01-20T10:00" },
    );
    expect(told.due).toBe(endOf("2026-01-23"));
    expect(told.startedBy).toBeUndefined();
  });
});

describe("the general term of 15 working days (art. 76(1))", () => {
  it("runs where a regulation sets none; from 16 January 2026 it ends on 6 February", () => {
    const [told] = judged(book([HOURS]), { submitted: "2026-01-16T10:00" }).deadlines;
    expect(told).toMatchObject({
      rule: "kz-law/appk/76-1",
      due: endOf("2026-02-06"),
      startedBy: "submitted",
    });
    expect(told?.cites?.["kk"]).toBe("ӘРПК, 76-бап 1-тармақ");
  });

  it("does not where the regulation sets one, or leaves it to an act that is not at hand", () => {
    const left = { notHeld: [{ kinds: ["deadline"], what: "стандарт", cite: "clause 4" }] };
    expect(judged(book([HOURS], left), { submitted: "2026-01-16T10:00" }).deadlines).toEqual([]);
    expect(judged(book([HOURS, term()]), { submitted: "2026-01-16T10:00" }).deadlines).toHaveLength(1);
    expect(judged(book([HOURS]), { submitted: "2021-06-30T10:00" }).deadlines).toEqual([]);
  });
});

describe("the last day's hour (Civil Code, art. 176(1))", () => {
  it("is what the rule's own words say, whatever the way", () => {
    const asked = { submitted: "2026-01-16T10:00", channel: "provider" } as const;
    expect(started({}, asked).due).toBe("2026-01-23T18:30:00+05:00");
    expect(started({ lastHour: "midnight" }, asked).due).toBe(endOf("2026-01-23"));
    expect(started({ lastHour: "closing" }, { submitted: "2026-01-16T10:00" }).due).toBe(
      "2026-01-23T18:30:00+05:00",
    );
  });
});
