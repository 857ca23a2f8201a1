import CUES from "./mapping-cues.json" with { type: "json" };
import { COLUMNS, type LogColumn, type Mapping } from "./mapping.ts";

/** Some rows of a log, by column. */
export type LogSample = readonly Readonly<Record<string, string | null>>[];

/** A mapping proposed for a log, with remarks on what could not be told from the rows that were seen. */
export type SuggestedMapping = Mapping & { readonly remarks: readonly string[] };

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const DOTTED = /^\d{2}\.\d{2}\.\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const SLASHED = /^\d{2}\/\d{2}\/\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;

/** Proposes a mapping from the names of columns and the words in them. A person has to read it before it judges. */
export function suggestMapping(sample: LogSample, names: readonly string[]): SuggestedMapping {
  const columns: Partial<Record<LogColumn, string>> = {};
  const taken = new Set<string>();
  for (const column of ["time", "case", "activity", ...COLUMNS] as const) {
    if (columns[column] !== undefined) continue;
    const name = best(
      names.filter((each) => !taken.has(each)),
      column,
      sample,
    );
    if (name === undefined) continue;
    columns[column] = name;
    taken.add(name);
  }
  const values = (column: LogColumn): string[] => {
    const name = columns[column];
    return name === undefined
      ? []
      : [...new Set(sample.map((row) => row[name] ?? "").filter((value) => value !== ""))];
  };
  const activities = values("activity").map(
    (activity) => [activity, wordFor(activity, CUES.events)] as const,
  );
  const channels = values("channel").map((value) => [value, wordFor(value, CUES.channels)] as const);
  const missing = (["case", "activity", "time"] as const).filter((column) => columns[column] === undefined);
  const time = timeOf(values("time"));
  return {
    remarks: [
      "Proposed from the first rows of the log: read it before it judges anyone.",
      ...missing.map((column) => `No column looks like the ${column}: name it under columns.`),
      ...unmapped("Activities without an event (they are not judged)", activities),
      ...unmapped("Channels that are not known", channels),
    ],
    columns: { case: "", activity: "", time: "", ...columns },
    ...(time === undefined ? {} : { time }),
    events: entries(activities),
    ...(channels.length === 0 ? {} : { channels: entries(channels) }),
  };
}

const unmapped = (what: string, words: readonly (readonly [string, string | undefined])[]): string[] => {
  const left = words.filter(([, meaning]) => meaning === undefined).map(([word]) => JSON.stringify(word));
  return left.length === 0 ? [] : [`${what}: ${left.slice(0, 100).join(", ")}.`];
};

const entries = (words: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
  Object.fromEntries(words.flatMap(([word, meaning]) => (meaning === undefined ? [] : [[word, meaning]])));

/** The first meaning one of whose cues stands in a text. */
function wordFor(text: string, cues: Readonly<Record<string, readonly string[]>>): string | undefined {
  const lower = text.toLocaleLowerCase("kk");
  return Object.entries(cues).find(([, words]) => words.some((word) => lower.includes(word)))?.[0];
}

/** The column that looks most like one of ours: by its name, and for times by what is in it. */
function best(names: readonly string[], column: LogColumn, sample: LogSample): string | undefined {
  const cues = CUES.columns[column];
  const scored = names.map((name) => {
    const lower = name.toLocaleLowerCase("kk");
    const place = cues.findIndex((cue) => lower === cue);
    const part = cues.findIndex((cue) => lower.includes(cue));
    const named = place >= 0 ? 200 - place : part >= 0 ? 100 - part : 0;
    const times = column === "time" ? 150 * shareOfTimes(sample.map((row) => row[name] ?? "")) : 0;
    return { name, score: column === "time" && times < 75 ? 0 : named + times };
  });
  const top = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: "", score: 0 });
  return top.score > 0 ? top.name : undefined;
}

function shareOfTimes(values: readonly string[]): number {
  const there = values.filter((value) => value !== "");
  const times = there.filter(
    (value) =>
      ISO.test(value) || DOTTED.test(value) || SLASHED.test(value) || /^\d{10}(?:\d{3})?$/.test(value),
  );
  return there.length === 0 ? 0 : times.length / there.length;
}

function timeOf(values: readonly string[]): Mapping["time"] {
  const most = (pattern: RegExp): boolean =>
    values.filter((value) => pattern.test(value)).length * 2 > values.length;
  if (most(DOTTED)) return { formats: ["%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y"] };
  if (most(SLASHED)) return { formats: ["%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y"] };
  if (most(/^\d{10}$/)) return { epoch: "seconds" };
  if (most(/^\d{13}$/)) return { epoch: "milliseconds" };
  return undefined;
}
