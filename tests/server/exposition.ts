/** One sample of Prometheus' text exposition format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>[^}]*)\})? (?<value>\S+)$/u;
const LABEL = /^(?<name>[a-zA-Z_]\w*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)"$/u;
const SUFFIX = /_(?:bucket|sum|count)$/u;

/**
 * The samples of a text in exposition format 0.0.4, read by its grammar: each metric is said what it is before its first
 * sample, all its samples stand together, no sample comes twice. Throws an error that names the line.
 */
export function samplesIn(text: string): readonly Sample[] {
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const types = new Map<string, string>();
  const helped = new Set<string>();
  const samples = new Map<string, Sample>();
  let current = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const about = /^# (?<what>HELP|TYPE) (?<name>\S+) (?<rest>.+)$/u.exec(line)?.groups;
    if (about !== undefined) {
      const { what, name = "", rest = "" } = about;
      if (what === "HELP") {
        if (helped.has(name)) throw new Error(`told twice: ${line}`);
        helped.add(name);
        current = name;
      } else {
        if (name !== current || !/^(?:counter|gauge|histogram)$/u.test(rest))
          throw new Error(`misplaced: ${line}`);
        types.set(name, rest);
      }
      continue;
    }
    const found = SAMPLE.exec(line)?.groups;
    if (found === undefined) throw new Error(`no sample: ${line}`);
    const { name = "", labels = "", value = "" } = found;
    const metric = types.get(current) === "histogram" ? name.replace(SUFFIX, "") : name;
    if (metric !== current) throw new Error(`apart from its metric: ${line}`);
    if (types.get(current) === "counter" && !name.endsWith("_total"))
      throw new Error(`a counter's name: ${line}`);
    if (Number.isNaN(Number(value.replace("+Inf", "Infinity")))) throw new Error(`no number: ${line}`);
    const key = `${name}{${labels}}`;
    if (samples.has(key)) throw new Error(`twice: ${line}`);
    samples.set(key, { name, labels: labelsIn(labels, line), value: Number(value) });
  }
  return [...samples.values()];
}

function labelsIn(text: string, line: string): Record<string, string> {
  const pairs = text === "" ? [] : text.split(/,(?=[a-zA-Z_]\w*=")/u);
  return Object.fromEntries(
    pairs.map((pair) => {
      const found = LABEL.exec(pair)?.groups;
      if (found === undefined) throw new Error(`no label: ${line}`);
      return [found["name"] ?? "", found["value"] ?? ""];
    }),
  );
}
