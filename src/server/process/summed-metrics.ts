/** The samples of one metric, in the order of their first appearance. */
interface Family {
  readonly about: string[];
  type: string;
  readonly samples: Map<string, number>;
}

/** Gauges that say the same of every process, or of which the whole has no sum. */
const HIGHEST = /_info$|_lag_p99_seconds$/u;
const LOWEST = /_start_time_seconds$/u;
const PART_OF_HISTOGRAM = /_(?:bucket|sum|count)$/u;

/**
 * What several processes have told in Prometheus' text format, as one: counts and sizes added, the start of the first, what is the same
 * once. `past`: texts of processes that have ended, of which only what was counted is left.
 */
export function summedMetrics(texts: readonly string[], past: readonly string[] = []): string {
  const families = new Map<string, Family>();
  for (const text of texts) addText(text, families, false);
  for (const text of past) addText(text, families, true);
  const lines = [...families.values()].flatMap(({ about, samples }) => [
    ...about,
    ...[...samples].map(([name, value]) => `${name} ${value}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function addText(text: string, families: Map<string, Family>, isPast: boolean): void {
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const about = /^# (HELP|TYPE) (\S+) (.*)$/u.exec(line);
    if (about !== null) tell(about, line, families);
    else if (!line.startsWith("#")) addSample(line, families, isPast);
  }
}

function tell([, what, name, words]: RegExpExecArray, line: string, families: Map<string, Family>): void {
  const family = familyOf(name ?? "", families);
  if (family.about.includes(line)) return;
  family.about.push(line);
  if (what === "TYPE") family.type = words ?? "";
}

function addSample(line: string, families: Map<string, Family>, isPast: boolean): void {
  const at = line.lastIndexOf(" ");
  const sample = line.slice(0, at);
  const value = Number(line.slice(at + 1));
  const name = sample.split("{")[0] ?? "";
  const whole = name.replace(PART_OF_HISTOGRAM, "");
  const family = families.get(name) ?? families.get(whole) ?? familyOf(name, families);
  const isCounted = family.type === "counter" || family.type === "histogram";
  if (isPast && !isCounted) return;
  const before = family.samples.get(sample);
  family.samples.set(sample, before === undefined ? value : together(name, before, value));
}

function together(name: string, one: number, other: number): number {
  if (HIGHEST.test(name)) return Math.max(one, other);
  return LOWEST.test(name) ? Math.min(one, other) : one + other;
}

function familyOf(name: string, families: Map<string, Family>): Family {
  const there = families.get(name);
  if (there !== undefined) return there;
  const made: Family = { about: [], type: "untyped", samples: new Map() };
  families.set(name, made);
  return made;
}
