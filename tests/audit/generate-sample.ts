import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { madeCases, type MadeCase } from "./synthetic-log.ts";

export const SAMPLE_FOLDER = join(import.meta.dirname, "../../examples");
const BOOK = join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json");

/** What a registration system would call these events. */
const ACTIVITIES: Readonly<Record<string, string>> = {
  arrived: "Электронды кезек талоны",
  submitted: "Өтініш берілді",
  registered: "Өтініш тіркелді",
  "result-issued": "Жолдама берілді",
  refused: "Бас тартылды",
  "documents-requested": "Құжат сұратылды",
  suspended: "Қарау тоқтатылды",
  resumed: "Қарау қайта басталды",
  "complaint-filed": "Шағым түсті",
  "complaint-answered": "Шағымға жауап берілді",
  "complaint-forwarded": "Шағым қарайтын органға жіберілді",
};
const CHANNEL_WORDS: Readonly<Record<string, string>> = { provider: "Емхана", portal: "eGov порталы" };

/** Rows that cannot be read, as they come out of real registers. */
const BROKEN = [
  ";Өтініш берілді;2025-03-17T10:00:00+05:00;№1 емхана;eGov порталы;;",
  "N-900;Өтініш берілді;;№1 емхана;eGov порталы;;",
  "N-901;Өтініш берілді;2025-02-30T10:00:00+05:00;№1 емхана;eGov порталы;;",
  "N-902;Өтініш берілді",
];

/** The sample log and the cases it was made from, whose truth is known. */
export function sample(): { log: string; map: string; cases: MadeCase[]; broken: number } {
  const cases = [
    ...madeCases(bookAtWork(readRulebook(BOOK)), {
      seed: 99,
      cases: 120,
      from: "2025-01-06",
      until: "2025-11-01",
      now: SAMPLE_NOW,
    }),
  ];
  const rows = cases.flatMap(({ id, channel, provider, events }) =>
    events.map(({ event, at, reason = "", document = "" }) => ({
      at,
      row: [
        id.replace(/^.*#/, "N-"),
        ACTIVITIES[event] ?? event,
        local(at),
        `№${provider.slice(-1)} емхана`,
        CHANNEL_WORDS[channel] ?? channel,
        reason,
        document,
      ].join(";"),
    })),
  );
  rows.sort((a, b) => a.at - b.at);
  const lines = rows.map(({ row }) => row);
  for (const [index, row] of BROKEN.entries()) lines.splice(40 * (index + 1), 0, row);
  lines.push(lines[10] ?? "");
  const log = `${["іс", "әрекет", "уақыт", "беруші", "тәсіл", "негіз", "құжат"].join(";")}\n${lines.join("\n")}\n`;
  return { log, map: `${JSON.stringify(mapping(), undefined, 2)}\n`, cases, broken: BROKEN.length + 1 };
}

export const SAMPLE_NOW = Date.parse("2026-01-05T00:00:00Z");

const mapping = (): unknown => ({
  remarks: ["Made by tests/audit/generate-sample.ts; people and cases are invented."],
  columns: {
    case: "іс",
    activity: "әрекет",
    time: "уақыт",
    channel: "тәсіл",
    provider: "беруші",
    reason: "негіз",
    document: "құжат",
  },
  events: Object.fromEntries(Object.entries(ACTIVITIES).map(([event, word]) => [word, event])),
  channels: Object.fromEntries(Object.entries(CHANNEL_WORDS).map(([channel, word]) => [word, channel])),
  defaults: { service: "kz-mz-2024-99/1" },
});

const local = (at: number): string => new Date(at + 5 * 3_600_000).toISOString().replace(".000Z", "+05:00");

if (process.argv[1] === import.meta.filename) {
  const { log, map } = sample();
  writeFileSync(join(SAMPLE_FOLDER, "log.csv"), log);
  writeFileSync(join(SAMPLE_FOLDER, "map.json"), map);
}
