import { describe, expect, it } from "vitest";
import { suggestMapping } from "../../src/log/suggest-mapping.ts";
import { faults } from "../../src/files/validate.ts";

type Row = Record<string, string | null>;

const suggest = (rows: readonly Row[]): ReturnType<typeof suggestMapping> => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapping = suggestMapping(rows, names, { whole: true, services: [{ id: "kz/1", names: [] }] });
  expect(faults("mapping", mapping)).toEqual([]);
  return mapping;
};

describe("a proposed mapping says what a row is", () => {
  it("of a table with a row a case, in Russian", () => {
    const { columns, moments, time, events } = suggest([
      {
        "№ заявки": "1",
        Услугодатель: "ЦОН № 1",
        Услугополучатель: "А.",
        "Дата приема заявления": "03.06.2024",
        "Дата выдачи результата": "05.06.2024",
        "Дата рождения": "01.01.1990",
      },
    ]);
    expect(columns).toEqual({ case: "№ заявки", provider: "Услугодатель" });
    expect(moments).toEqual({
      "Дата приема заявления": "submitted",
      "Дата выдачи результата": "result-issued",
    });
    expect(time?.formats).toContain("%d.%m.%Y");
    expect(events).toBeUndefined();
  });

  it("of one in Kazakh, by the Law's own words", () => {
    const { columns, moments } = suggest([
      {
        "Өтініш №": "1",
        "Көрсетілетін қызметті беруші": "А",
        "Көрсетілетін қызметті алушы": "Б",
        "Өтініш қабылданған күн": "2024-06-03",
        "Нәтиже берілген күн": "2024-06-05",
        "Бас тартылған күн": "2024-06-06",
      },
    ]);
    expect(columns).toEqual({ case: "Өтініш №", provider: "Көрсетілетін қызметті беруші" });
    expect(moments).toEqual({
      "Өтініш қабылданған күн": "submitted",
      "Нәтиже берілген күн": "result-issued",
      "Бас тартылған күн": "refused",
    });
  });

  it("of rows that last", () => {
    const { columns, remarks } = suggest([
      {
        "Номер дела": "1",
        Действие: "Подано",
        Начало: "2024-06-03T10:00:00",
        Окончание: "2024-06-03T10:05:00",
      },
    ]);
    expect(columns).toEqual({ case: "Номер дела", activity: "Действие", start: "Начало", end: "Окончание" });
    expect(remarks.join("\n")).toMatch(/taken to last from "Начало" to "Окончание"/);
  });

  it("of rows with a transition, with dates and hours apart, and with numbers of days", () => {
    expect(
      suggest([{ case: "1", activity: "Submitted", state: "COMPLETE", date: "2024-06-03", hour: "10:15" }])
        .columns,
    ).toEqual({ case: "case", activity: "activity", lifecycle: "state", time: "date", clock: "hour" });
    expect(suggest([{ case: "1", activity: "Submitted", date: "45446,4270833" }]).time).toEqual({
      serial: "1900",
    });
  });

  it("of events about objects", () => {
    const { columns } = suggest([
      {
        "ocel:id": "e1",
        "ocel:type": "Подано",
        "ocel:time": "2024-06-03T10:00:00Z",
        Заявка: "1",
        "Заявка:service": "x",
        ЦОН: "c",
        "ЦОН:name": "y",
      },
    ]);
    expect(columns).toMatchObject({ case: "Заявка", activity: "ocel:type", time: "ocel:time" });
  });
});

describe("a proposed mapping names the deadline that the log itself carries", () => {
  it.each([
    ["Срок исполнения", "Срок, дней", "Дата приема заявления", "Дата выдачи результата"],
    ["Орындау мерзімі", "Мерзімі (күн)", "Өтініш қабылданған күн", "Нәтиже берілген күн"],
    ["due_date", "term_days", "submitted at", "result issued at"],
  ])("%s, %s", (due, days, received, issued) => {
    const { columns, moments } = suggest([
      { case: "1", [due]: "10.06.2024", [received]: "03.06.2024", [issued]: "05.06.2024", [days]: "5" },
    ]);
    expect(columns).toMatchObject({ due, days });
    expect(Object.keys(moments ?? {})).toEqual([received, issued]);
  });

  it("where rows are events, and takes it for no time at which something happened", () => {
    const { columns } = suggest([
      { case: "1", deadline: "2024-06-10T10:00:00Z", action: "submitted", at: "2024-06-03T10:00:00Z" },
    ]);
    expect(columns).toMatchObject({ due: "deadline", time: "at" });
  });

  it("and none where a column of that name holds no dates", () => {
    const { columns } = suggest([
      { case: "1", срок: "ускоренный", action: "submitted", at: "2024-06-03T10:00:00Z" },
    ]);
    expect(columns.due).toBeUndefined();
  });
});
