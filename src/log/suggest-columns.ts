import type { SampleRow } from "./log-format.ts";
import CUES from "../language/log-cues.json" with { type: "json" };
import { cued } from "./cues.ts";
import { COLUMNS, type LogColumn } from "./mapping.ts";
import { isSerial, shareOfTimes } from "./suggest-time.ts";

/** Which of a log's columns look like ours, each taken once. */
export function columnsOf(
  sample: readonly SampleRow[],
  names: readonly string[],
): Partial<Record<LogColumn, string>> {
  const columns: Partial<Record<LogColumn, string>> = {};
  const taken = new Set<string>();
  // Who asks is in no column of ours, and called like the service.
  const ours = names.filter((name) => !cued(name, CUES.shape.recipient));
  // A due time is a time, and none at which something happened.
  for (const column of ["due", "days", "time", "case", "activity", "provider", ...COLUMNS] as const) {
    if (columns[column] !== undefined) continue;
    const name = best(
      ours.filter((each) => !taken.has(each)),
      column,
      sample,
    );
    if (name === undefined) continue;
    columns[column] = name;
    taken.add(name);
  }
  return columns;
}

/** The column that looks most like one of ours: by its name, and for times by what is in it. */
function best(names: readonly string[], column: LogColumn, sample: readonly SampleRow[]): string | undefined {
  const cues = CUES.columns[column];
  const scored = names.map((name) => {
    const lower = name.toLowerCase();
    const place = cues.findIndex((cue) => lower === cue);
    const part = cues.findIndex((cue) => has(lower, cue));
    const named = place >= 0 ? 200 - place : part >= 0 ? 100 - part : 0;
    const values = sample.map((row) => row[name] ?? "");
    const times = column === "time" || column === "due" ? 150 * shareOfTimes(values) : 0;
    if (column === "time" && times < 75) return { name, score: 0 };
    if (column === "due" && (named === 0 || times < 75) && !(named > 0 && shareOf(values, isSerial) >= MOST))
      return { name, score: 0 };
    if (column === "days" && (named === 0 || shareOf(values, isDays) < MOST)) return { name, score: 0 };
    return { name, score: named + times };
  });
  const top = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: "", score: 0 });
  return top.score > 0 ? top.name : undefined;
}

/** From this share of its values on, a column is taken for what they are. */
const MOST = 0.75;
const isDays = (value: string): boolean => /^\d{1,3}$/.test(value);

/** What share of the values that are there are such. */
function shareOf(values: readonly string[], is: (value: string) => boolean): number {
  const there = values.filter((value) => value !== "");
  return there.length === 0 ? 0 : there.filter(is).length / there.length;
}

/** A short cue is a word of its own: a provider has no id in it. */
const has = (text: string, cue: string): boolean =>
  cue.length > 3 ? text.includes(cue) : text.split(/[^\p{L}\p{N}]+/u).includes(cue);
