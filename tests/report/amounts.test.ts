import { describe, expect, it } from "vitest";
import { UNITS } from "../../src/model/duration.ts";
import { counted, filled, termText } from "../../src/report/amounts.ts";
import WORDS from "../../src/report/amount-words.json" with { type: "json" };

describe("words that are counted", () => {
  it.each([
    [1, "1 норма", "1 норма", "1 rule"],
    [2, "2 норма", "2 нормы", "2 rules"],
    [4, "4 норма", "4 нормы", "4 rules"],
    [5, "5 норма", "5 норм", "5 rules"],
    [11, "11 норма", "11 норм", "11 rules"],
    [14, "14 норма", "14 норм", "14 rules"],
    [21, "21 норма", "21 норма", "21 rules"],
    [22, "22 норма", "22 нормы", "22 rules"],
    [111, "111 норма", "111 норм", "111 rules"],
    [0, "0 норма", "0 норм", "0 rules"],
  ])("%d", (count, kk, ru, en) => {
    expect([
      counted("rule", count, "kk"),
      counted("rule", count, "ru"),
      counted("rule", count, "en"),
    ]).toEqual([kk, ru, en]);
  });

  it.each([
    [1, "working-day", "1 жұмыс күні", "1 рабочий день", "1 working day"],
    [2, "working-day", "2 жұмыс күні", "2 рабочих дня", "2 working days"],
    [13, "working-day", "13 жұмыс күні", "13 рабочих дней", "13 working days"],
    [1, "calendar-day", "1 күнтізбелік күн", "1 календарный день", "1 calendar day"],
    [30, "minute", "30 минут", "30 минут", "30 minutes"],
    [1.5, "hour", "1,5 сағат", "1,5 часа", "1.5 hours"],
    [3, "month", "3 ай", "3 месяца", "3 months"],
    [5, "year", "5 жыл", "5 лет", "5 years"],
    [0, "same-day", "сол күні", "в тот же день", "on the same day"],
  ] as const)("%d %s", (amount, unit, kk, ru, en) => {
    expect([
      termText(amount, unit, "kk"),
      termText(amount, unit, "ru"),
      termText(amount, unit, "en"),
    ]).toEqual([kk, ru, en]);
  });

  it("has every form that its language counts by", () => {
    const all = { ...WORDS.things, ...WORDS.units } as Readonly<
      Record<string, Readonly<Record<"kk" | "ru" | "en", Readonly<Record<string, string>>>>>
    >;
    expect(UNITS.filter((unit) => !(unit in WORDS.units))).toEqual([]);
    for (const [name, { kk, ru, en }] of Object.entries(all)) {
      const forms =
        name === "same-day"
          ? [["other"], ["other"], ["other"]]
          : [["other"], ["few", "one", "other"], ["one", "other"]];
      expect([name, [kk, ru, en].map((one) => Object.keys(one).sort())]).toEqual([name, forms]);
    }
  });

  it("stands in sentences, with numbers as the language writes them", () => {
    expect(filled("не проверено: {drafts:rule}", { drafts: 2 }, "ru")).toBe("не проверено: 2 нормы");
    expect(filled("{days:working-day}", { days: 1 }, "en")).toBe("1 working day");
    expect(filled("{rows:row}", { rows: 12_345 }, "en")).toBe("12,345 rows");
    expect(filled("{a} {b}", { a: "x{b}" }, "en")).toBe("x{b} {b}");
  });
});
