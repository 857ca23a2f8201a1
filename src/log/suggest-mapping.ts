import CUES from "./mapping-cues.json" with { type: "json" };
import type { SampleRow } from "./log-format.ts";
import { COLUMNS, type LogColumn, type Mapping } from "./mapping.ts";

/** A mapping proposed for a log, with remarks on what could not be told from the rows that were seen. */
export type SuggestedMapping = Mapping & { readonly remarks: readonly string[] };

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const DOTTED = /^\d{2}\.\d{2}\.\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const SLASHED = /^\d{2}\/\d{2}\/\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;

/** What a log is held against when a mapping is proposed: how much of it was seen, and the services that have rules. */
export interface SuggestFor {
  /** Every row was seen; otherwise only the first ones. */
  readonly whole: boolean;
  readonly services: readonly { readonly id: string; readonly names: readonly string[] }[];
}

/** Proposes a mapping from the names of columns and the words in them. A person has to read it before it judges. */
export function suggestMapping(
  sample: readonly SampleRow[],
  names: readonly string[],
  { whole, services: known }: SuggestFor,
): SuggestedMapping {
  const columns = columnsOf(sample, names);
  const values = (column: LogColumn): string[] => {
    const name = columns[column];
    return name === undefined
      ? []
      : [...new Set(sample.map((row) => row[name] ?? "").filter((value) => value !== ""))];
  };
  const meant = values("activity").map((activity) => [activity, wordFor(activity, CUES.events)] as const);
  // Without anything that resumes it, a suspension would leave its cases running for ever, and hide what is late.
  const resumes = meant.some(([, event]) => event === "resumed");
  const activities = meant.map(
    ([activity, event]) => [activity, event === "suspended" && !resumes ? undefined : event] as const,
  );
  const channels = values("channel").map((value) => [value, wordFor(value, CUES.channels)] as const);
  const services = values("service").map((value) => [value, serviceFor(value, known)] as const);
  const held = services.some(([, id]) => id !== undefined);
  const { service: serviceColumn, ...others } = columns;
  const { time, remarks: timeRemarks } = timeOf(values("time"));
  const [only] = known.length === 1 ? known : [];
  return {
    remarks: [
      `Proposed from ${whole ? "all" : "the first"} ${sample.length} rows: read it before it judges anyone.`,
      ...columnRemarks(columns),
      ...(held
        ? unmapped("Services that no rulebook is for", services)
        : serviceRemarks(serviceColumn, services, known)),
      ...timeRemarks,
      ...eventRemarks(activities),
      ...(resumes ? [] : suspensionRemarks(meant)),
      ...unmapped("Activities without an event (they are not judged)", activities),
      ...unmapped("Channels that are not known", channels),
      ...listed("Grounds in the log: give each a refusal rule, or null, under grounds", values("reason")),
      ...listed("Documents in the log: give each a document type under documents", values("document")),
    ],
    columns: {
      case: "",
      activity: "",
      time: "",
      ...others,
      ...(held && serviceColumn !== undefined ? { service: serviceColumn } : {}),
    },
    ...(time === undefined ? {} : { time }),
    events: entries(activities),
    ...(channels.length === 0 ? {} : { channels: entries(channels) }),
    ...(held ? { services: entries(services) } : {}),
    ...(!held && only !== undefined ? { defaults: { service: only.id } } : {}),
  };
}

function columnsOf(
  sample: readonly SampleRow[],
  names: readonly string[],
): Partial<Record<LogColumn, string>> {
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
  return columns;
}

function columnRemarks(columns: Partial<Record<LogColumn, string>>): string[] {
  const missing = (["case", "activity", "time"] as const).filter((column) => columns[column] === undefined);
  return [
    ...missing.map((column) => `No column looks like the ${column}: name it under columns.`),
    ...(columns.channel === undefined
      ? [
          "No column looks like the channel: name it under columns, or the one channel under defaults. Without it, terms that differ by channel cannot be told.",
        ]
      : []),
    ...(columns.provider === undefined
      ? ["No column looks like the provider: name it under columns, or the one provider under defaults."]
      : []),
  ];
}

/** The service whose id, or one of whose names, is this value. */
function serviceFor(value: string, known: SuggestFor["services"]): string | undefined {
  const plain = (text: string): string => text.trim().toLocaleLowerCase("kk");
  return known.find(({ id, names }) => [id, ...names].some((name) => plain(name) === plain(value)))?.id;
}

function serviceRemarks(
  column: string | undefined,
  values: readonly (readonly [string, string | undefined])[],
  known: SuggestFor["services"],
): string[] {
  const [only] = known;
  if (known.length === 1 && only !== undefined)
    return [`Taken to be all about ${only.id}, the only rulebook.`];
  const ids = known.map(({ id }) => id).join(", ");
  return [
    column === undefined
      ? `No column looks like the service: name the one service under defaults. Known are: ${ids}.`
      : `Column ${JSON.stringify(column)} may be the service, but no rulebook is for ${quoted(values.map(([value]) => value))}: name it under columns and its values under services, or the one service under defaults. Known are: ${ids}.`,
  ];
}

/** Events that no activity, or more than one, stands for. */
function eventRemarks(activities: readonly (readonly [string, string | undefined])[]): string[] {
  const of = (event: string): string[] =>
    activities.flatMap(([word, meaning]) => (meaning === event ? [word] : []));
  const none = ["submitted", "result-issued"].filter((event) => of(event).length === 0);
  const events = [...new Set(activities.flatMap(([, meaning]) => (meaning === undefined ? [] : [meaning])))];
  return [
    ...none.map(
      (event) => `No activity looks like ${event}: without one, terms that need it are not judged.`,
    ),
    ...events
      .filter((event) => event !== "refused" && of(event).length > 1)
      .map(
        (event) => `Several activities are taken for ${event}: ${quoted(of(event))}. Keep those that are.`,
      ),
  ];
}

const suspensionRemarks = (meant: readonly (readonly [string, string | undefined])[]): string[] =>
  listed(
    "May suspend a case, but nothing resumes it; left out, because such cases would never be late",
    meant.flatMap(([word, event]) => (event === "suspended" ? [word] : [])),
  );

const quoted = (words: readonly string[]): string =>
  words
    .slice(0, 100)
    .map((word) => JSON.stringify(word))
    .join(", ") + (words.length > 100 ? ", …" : "");

const listed = (what: string, words: readonly string[]): string[] =>
  words.length === 0 ? [] : [`${what}: ${quoted(words)}.`];

const unmapped = (what: string, words: readonly (readonly [string, string | undefined])[]): string[] => {
  return listed(
    what,
    words.flatMap(([word, meaning]) => (meaning === undefined ? [word] : [])),
  );
};

const entries = (words: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
  Object.fromEntries(words.flatMap(([word, meaning]) => (meaning === undefined ? [] : [[word, meaning]])));

/** The first meaning one of whose cues stands in a text. */
function wordFor(text: string, cues: Readonly<Record<string, readonly string[]>>): string | undefined {
  const lower = text.toLocaleLowerCase("kk");
  return Object.entries(cues).find(([, words]) => words.some((word) => lower.includes(word)))?.[0];
}

/** The column that looks most like one of ours: by its name, and for times by what is in it. */
function best(names: readonly string[], column: LogColumn, sample: readonly SampleRow[]): string | undefined {
  const cues = CUES.columns[column];
  const scored = names.map((name) => {
    const lower = name.toLocaleLowerCase("kk");
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

function shareOfTimes(values: readonly string[]): number {
  const there = values.filter((value) => value !== "");
  const times = there.filter(
    (value) =>
      ISO.test(value) || DOTTED.test(value) || SLASHED.test(value) || /^\d{10}(?:\d{3})?$/.test(value),
  );
  return there.length === 0 ? 0 : times.length / there.length;
}

/** How times are written, and what their writing leaves open. */
function timeOf(values: readonly string[]): { time: Mapping["time"]; remarks: readonly string[] } {
  const most = (pattern: RegExp): boolean =>
    values.filter((value) => pattern.test(value)).length * 2 > values.length;
  const formats = (day: string): readonly string[] => [`${day} %H:%M:%S`, `${day} %H:%M`, day];
  if (values.length === 0) return { time: undefined, remarks: [] };
  if (most(/^\d{10}$/)) return { time: { epoch: "seconds" }, remarks: [] };
  if (most(/^\d{13}$/)) return { time: { epoch: "milliseconds" }, remarks: [] };
  const zoned = values.every((value) => /(?:z|[+-]\d{2}(?::?\d{2})?)$/i.test(value.slice(10)));
  const clocks = values.filter((value) => value.length > 10);
  const atMidnight =
    clocks.length > 0 && clocks.every((value) => /^.{11}00:00(?::00(?:\.0+)?)?$/.test(value));
  const remarks = [
    ...(zoned
      ? []
      : ["Times without a zone are read in the rulebook's zone, unless time.zone names another."]),
    ...(atMidnight ? ["Every time is 00:00: taken for a date without a time (midnightIsDate)."] : []),
  ];
  const midnight = atMidnight ? { midnightIsDate: true } : {};
  if (most(DOTTED)) return { time: { formats: formats("%d.%m.%Y"), ...midnight }, remarks };
  if (most(SLASHED)) {
    const month = (from: number): boolean =>
      values.every((value) => Number(value.slice(from, from + 2)) <= 12);
    const open = month(0) && month(3);
    return {
      time: { formats: formats(month(0) && !month(3) ? "%m/%d/%Y" : "%d/%m/%Y"), ...midnight },
      remarks: [
        ...remarks,
        ...(open ? ["Dates may be day/month or month/day: taken for day/month, see time.formats."] : []),
      ],
    };
  }
  return { time: atMidnight ? midnight : undefined, remarks };
}
