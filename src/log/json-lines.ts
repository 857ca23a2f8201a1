import { DoubledKey, strictJson } from "../model/strict-json.ts";
import { Trouble } from "../model/trouble.ts";
import type { LogFile } from "./log-file.ts";
import type { Found, NamedRecord, RecordFormat } from "./log-format.ts";
import { LONGEST_LINE, MOST_COLUMNS, beginning, textOf } from "./log-text.ts";
import { hashOf } from "./text-hash.ts";

const isArray = (start: string): boolean => /^\[\s*\{/.test(start);

/** One JSON object a line. */
export const jsonLines: RecordFormat = {
  id: "jsonl",
  title: "JSON Lines",
  endings: ["jsonl", "ndjson"],
  tells: (head) => {
    const start = beginning(head);
    return start.startsWith("{") || isArray(start) || /^\[.*\n\s*\{/.test(start);
  },
  open: (file, { format, encoding }) => {
    if (format === undefined && isArray(beginning(file.head())))
      throw new Trouble("is one JSON array", {
        file: file.path,
        wayOut: "JSON Lines has one object a line: jq -c '.[]' makes it.",
      });
    const text = textOf(file, encoding);
    return (onBytes) => recordsOf(file, text(onBytes));
  },
};

async function* recordsOf(file: LogFile, pieces: AsyncIterable<string>): AsyncGenerator<Iterable<Found>> {
  const seen = new Set<string>();
  let line = 0;
  let rest = "";
  function* found(lines: readonly string[]): Generator<Found> {
    for (const text of lines) {
      line += 1;
      if (text.trim() !== "") yield recordIn(line, text, seen);
    }
  }
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield found(lines);
    if (rest.length > LONGEST_LINE)
      throw new Trouble("a line is longer than 16 MB", {
        file: file.path,
        place: `line ${line + 1}`,
        wayOut: "JSON Lines has one event a line.",
      });
  }
  yield found([rest]);
  yield [{ seen }];
}

function recordIn(row: number, text: string, seen: Set<string>): Found {
  if (text.includes("\uFFFD") || text.includes("\0")) return { row, refused: "undecodable", text };
  const value = objectIn(text);
  if (typeof value === "string") return { row, refused: value, text };
  if (seen.size < MOST_COLUMNS) for (const key of Object.keys(value)) seen.add(key);
  return new JsonRecord(row, text, value);
}

function objectIn(text: string): Record<string, unknown> | "malformed" | "repeated-key" {
  try {
    const value = strictJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : "malformed";
  } catch (error) {
    return error instanceof DoubledKey ? "repeated-key" : "malformed";
  }
}

class JsonRecord implements NamedRecord {
  constructor(
    readonly row: number,
    readonly text: string,
    private readonly value: Readonly<Record<string, unknown>>,
  ) {}

  get hash(): number {
    return hashOf(this.text);
  }

  take(names: readonly (string | undefined)[]): (string | null)[] | "malformed" {
    const { value } = this;
    const taken = unlessTooDeep(() =>
      names.map((name) => (name === undefined || !Object.hasOwn(value, name) ? null : written(value[name]))),
    );
    return taken ?? "malformed";
  }

  entries(): [string, string | null][] | undefined {
    return unlessTooDeep(() => Object.entries(this.value).map(([key, value]) => [key, written(value)]));
  }
}

const written = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : JSON.stringify(value);

/** Undefined where something is nested too deeply to be written out. */
function unlessTooDeep<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
