import { describe, expect, it } from "vitest";
import type { LogColumn } from "../../src/log/mapping.ts";
import { suggestMapping, type SuggestFor } from "../../src/log/suggest-mapping.ts";
import { faults } from "../../src/files/validate.ts";
import { sample } from "../audit/generate-sample.ts";

const SERVICES: SuggestFor["services"] = [
  { id: "kz/1", names: ["Дәрігерді үйге шақыру", "Вызов врача на дом"] },
  { id: "kz/2", names: ["Запись на приём"] },
];
type Row = Record<string, string | null>;
const suggest = (
  rows: readonly Row[],
  known: Partial<SuggestFor> = {},
): ReturnType<typeof suggestMapping> & { told: string } => {
  const mapping = suggestMapping(rows, [...new Set(rows.flatMap((row) => Object.keys(row)))], {
    whole: true,
    services: SERVICES,
    ...known,
  });
  return { ...mapping, told: mapping.remarks.join("\n") };
};
const visit = (...activities: readonly string[]): Row[] =>
  activities.map((activity, index) => ({
    "Номер дела": "1",
    Событие: activity,
    "Дата и время": `2025-03-1${index % 10}T10:00:00+05:00`,
  }));

describe("a proposed mapping", () => {
  it("maps every activity of the sample log as its maker meant it", () => {
    const { log, map } = sample();
    const [head = "", ...lines] = log.trimEnd().split("\n");
    const names = head.split(";");
    const rows = lines.map((line) => {
      const fields = line.split(";");
      return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? null]));
    });
    const meant = JSON.parse(map) as {
      columns: Record<LogColumn, string>;
      events: Record<string, string>;
      channels: Record<string, string>;
    };
    const mapping = suggest(rows, { services: [{ id: "kz-mz-2024-99/1", names: [] }] });
    expect(mapping.columns).toEqual(meant.columns);
    expect(mapping.events).toEqual(meant.events);
    expect(mapping.channels).toEqual(meant.channels);
    expect(mapping.defaults).toEqual({ service: "kz-mz-2024-99/1" });
    const { told, ...written } = mapping;
    expect(faults("mapping", written)).toEqual([]);
    expect(told).toContain("the queue was long");
    expect(told).toContain("photo-of-the-cat");
  });

  it("says how much it saw, and what no column says", () => {
    expect(suggest(visit("Подано", "Выдано"), { whole: false }).told).toMatch(/first 2 rows/);
    const { told } = suggest(visit("Подано", "Выдано"));
    expect(told).toMatch(/all 2 rows/);
    expect(told).toMatch(/No column looks like the channel/);
    expect(told).toMatch(/No column looks like the provider/);
    expect(told).toMatch(/name the one service under defaults\. Known are: kz\/1, kz\/2/);
  });

  it("knows services by their names, and takes no column for the service that has none of them", () => {
    const rows = visit("Подано", "Выдано").map((row) => ({ ...row, Услуга: "вызов врача на дом" }));
    const { columns, services } = suggest([...rows, { ...rows[0], Услуга: "Массаж" }]);
    expect(columns.service).toBe("Услуга");
    expect(services).toEqual({ "вызов врача на дом": "kz/1" });
    expect(suggest([...rows, { ...rows[0], Услуга: "Массаж" }]).told).toMatch(/no rulebook is for: "Массаж"/);
    const other = suggest(rows.map((row) => ({ ...row, Услуга: "VIP" })));
    expect(other.columns.service).toBeUndefined();
    expect(other.told).toMatch(/"Услуга" may be the service, but no rulebook is for "VIP"/);
  });

  it("leaves out a suspension that nothing resumes, and says so", () => {
    const { events, told } = suggest(visit("Подано", "Приостановлено", "Выдано"));
    expect(events).toEqual({ Подано: "submitted", Выдано: "result-issued" });
    expect(told).toMatch(/nothing resumes it.*"Приостановлено"/);
    expect(suggest(visit("Подано", "Приостановлено", "Возобновлено", "Выдано")).events).toMatchObject({
      Приостановлено: "suspended",
      Возобновлено: "resumed",
    });
  });

  it("names activities that stand for one event, and events that nothing stands for", () => {
    const { told } = suggest(visit("Заявка создана", "Заявление подано", "Разное"));
    expect(told).toMatch(/Several activities are taken for submitted: "Заявка создана", "Заявление подано"/);
    expect(told).toMatch(/No activity looks like result-issued/);
    expect(told).toMatch(/without an event.*"Разное"/);
  });

  it("reads how times are written, and says what their writing leaves open", () => {
    const times = (...written: readonly string[]): ReturnType<typeof suggest> =>
      suggest(written.map((time) => ({ case: "1", activity: "submitted", time })));
    expect(times("17.03.2025 10:00").time?.formats).toContain("%d.%m.%Y %H:%M");
    expect(times("17.03.2025 10:00").told).toMatch(/without a zone/);
    expect(times("17/03/2025 10:00", "01/02/2025 10:00").time?.formats?.[0]).toMatch(/^%d\/%m/);
    expect(times("03/17/2025 10:00", "01/02/2025 10:00").time?.formats?.[0]).toMatch(/^%m\/%d/);
    expect(times("03/04/2025 10:00").told).toMatch(/day\/month or month\/day/);
    expect(times("2025-03-17 00:00:00", "2025-03-18 00:00:00").time).toEqual({ midnightIsDate: true });
    expect(times("2025-03-17 00:00:00", "2025-03-18 00:00:01").time).toBeUndefined();
    const days = Array.from({ length: 100 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString());
    const written = (clock: string): string[] => days.map((day) => day.replace("T00:00:00.000Z", clock));
    for (const clock of [" 00:00:00", "T00:00:00+05:00", "T00:00:00.000Z", "T00:00", "T19:00:00.000Z"])
      expect(times(...written(clock), "2025-03-17T10:12:13Z").time, clock).toEqual({ midnightIsDate: true });
    expect(times(...written("T00:00:00.000Z"), "2025-03-17T10:12:13Z").told).toMatch(
      /99 % of the times are midnight/,
    );
    expect(times(...written("T09:00:00+05:00")).time).toBeUndefined();
    expect(times(...written("T00:00:00Z"), ...written("T10:12:00Z")).time).toBeUndefined();
    expect(times("1742200000", "1742200001").time).toEqual({ epoch: "seconds" });
    expect(times("2025-03-17T10:00:00Z").told).not.toMatch(/without a zone/);
  });

  it("sees no case in a provider", () => {
    const { columns, told } = suggest([{ provider: "clinic", event: "submitted", at: "2025-03-17" }]);
    expect(columns.provider).toBe("provider");
    expect(columns.case).toBe("");
    expect(told).toMatch(/No column looks like the case/);
  });
});
