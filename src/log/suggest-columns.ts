import type { SampleRow } from "./log-format.ts";
import CUES from "../language/log-cues.json" with { type: "json" };
import { cued } from "./cues.ts";
import { COLUMNS, type LogColumn } from "./mapping.ts";
import { shareOfTimes } from "./suggest-time.ts";

/** Which of a log's columns look like ours, each taken once. */
export function columnsOf(
  sample: readonly SampleRow[],
  names: readonly string[],
): Partial<Record<LogColumn, string>> {
  const columns: Partial<Record<LogColumn, string>> = {};
  const taken = new Set<string>();
  // Who asks is in no column of ours, and called like the service.
  const ours = names.filter((name) => !cued(name, CUES.shape.recipient));
  for (const column of ["time", "case", "activity", "provider", ...COLUMNS] as const) {
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
    const times = column === "time" ? 150 * shareOfTimes(sample.map((row) => row[name] ?? "")) : 0;
    return { name, score: column === "time" && times < 75 ? 0 : named + times };
  });
  const top = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: "", score: 0 });
  return top.score > 0 ? top.name : undefined;
}

/** A short cue is a word of its own: a provider has no id in it. */
const has = (text: string, cue: string): boolean =>
  cue.length > 3 ? text.includes(cue) : text.split(/[^\p{L}\p{N}]+/u).includes(cue);
