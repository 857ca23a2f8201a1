import CUES from "../language/log-cues.json" with { type: "json" };
import type { SampleRow } from "./log-format.ts";
import type { LogColumn, Mapping } from "./mapping.ts";
import { meaningOf } from "./cues.ts";
import { columnsOf } from "./suggest-columns.ts";
import {
  columnRemarks,
  eventRemarks,
  listed,
  serviceRemarks,
  suspensionRemarks,
  unmapped,
  type Meant,
} from "./suggest-remarks.ts";
import { likelySame } from "./suggest-providers.ts";
import { shapeSeen } from "./suggest-shape.ts";
import { timeOf } from "./suggest-time.ts";

/** A mapping proposed for a log, with remarks on what could not be told from the rows that were seen. */
export type SuggestedMapping = Mapping & { readonly remarks: readonly string[] };

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
  known: SuggestFor,
): SuggestedMapping {
  const shape = shapeSeen(sample, names, columnsOf(sample, names));
  const { columns, moments } = shape;
  const values = (column: LogColumn): string[] => {
    const name = columns[column];
    return name === undefined
      ? []
      : [...new Set(sample.map((row) => row[name] ?? "").filter((value) => value !== ""))];
  };
  const words = wordsAmong(values, known);
  const { activities, channels, services, held } = words;
  const { service, ...others } = columns;
  const { aliases, pairs } = likelySame(everyIn(sample, columns.provider));
  const { time, remarks: timeRemarks } = timeOf(shape.times.flatMap((name) => everyIn(sample, name)));
  const [only] = known.services.length === 1 ? known.services : [];
  return {
    remarks: [
      `Proposed from ${known.whole ? "all" : "the first"} ${sample.length} rows: read it before it judges anyone.`,
      ...shape.remarks,
      ...columnRemarks(columns, moments !== undefined),
      ...sheetRemarks(everyIn(sample, names.includes("sheet:name") ? "sheet:name" : undefined)),
      ...(held
        ? unmapped("Services that no rulebook is for", services)
        : serviceRemarks(service, services, known.services)),
      ...timeRemarks,
      ...(moments === undefined ? wordRemarks(words) : eventRemarks(Object.entries(moments))),
      ...listed("Providers that are taken for others, see providers", Object.keys(aliases)),
      ...listed(
        "Providers that may be one (name the one for the other under providers, if they are)",
        pairs.map((pair) => pair.join(" / ")),
      ),
      ...listed("Grounds in the log: give each a refusal rule, or null, under grounds", values("reason")),
      ...listed("Documents in the log: give each a document type under documents", values("document")),
    ],
    columns: {
      case: "",
      ...(moments === undefined ? { activity: "" } : {}),
      ...(moments === undefined && columns.start === undefined ? { time: "" } : {}),
      ...others,
      ...(held && service !== undefined ? { service } : {}),
    },
    ...(time === undefined ? {} : { time }),
    ...(moments === undefined ? { events: entries(activities) } : { moments }),
    ...(channels.length === 0 ? {} : { channels: entries(channels) }),
    ...(Object.keys(aliases).length === 0 ? {} : { providers: aliases }),
    ...(held ? { services: entries(services) } : {}),
    ...(!held && only !== undefined ? { defaults: { service: only.id } } : {}),
  };
}

/** Sheets whose rows were seen, where there are several. */
const sheetRemarks = (sheets: readonly string[]): string[] => {
  const seen = [...new Set(sheets)];
  return seen.length < 2
    ? []
    : listed(
        "Sheets that are read as one log (keep those that are under file.sheets; sheet:name is a column)",
        seen,
      );
};

/** Every value of a column that was seen, as often as it was: how often says what most rows mean. */
const everyIn = (sample: readonly SampleRow[], name: string | undefined): string[] =>
  name === undefined
    ? []
    : sample.flatMap((row) => (row[name] == null || row[name] === "" ? [] : [row[name]]));

/** The words of a log, each with what it is taken to mean. */
interface WordsOfLog {
  /** As their cues tell. */
  readonly meant: Meant;
  /** The same without suspensions that nothing resumes: such cases would run for ever, and hide what is late. */
  readonly activities: Meant;
  readonly channels: Meant;
  readonly services: Meant;
  /** There is a rulebook for some service of the log. */
  readonly held: boolean;
}

function wordsAmong(values: (column: LogColumn) => string[], { services: known }: SuggestFor): WordsOfLog {
  const meant = values("activity").map((activity) => [activity, meaningOf(activity, CUES.events)] as const);
  const services = values("service").map((value) => [value, serviceFor(value, known)] as const);
  return {
    meant,
    activities: resumes(meant)
      ? meant
      : meant.map(([activity, event]) => [activity, event === "suspended" ? undefined : event] as const),
    channels: values("channel").map((value) => [value, meaningOf(value, CUES.channels)] as const),
    services,
    held: services.some(([, id]) => id !== undefined),
  };
}

const resumes = (meant: Meant): boolean => meant.some(([, event]) => event === "resumed");

const wordRemarks = ({ meant, activities, channels }: WordsOfLog): string[] => [
  ...eventRemarks(activities),
  ...(resumes(meant) ? [] : suspensionRemarks(meant)),
  ...unmapped("Activities without an event (they are not judged)", activities),
  ...unmapped("Channels that are not known", channels),
];

/** The service whose id, or one of whose names, is this value. */
function serviceFor(value: string, known: SuggestFor["services"]): string | undefined {
  const plain = (text: string): string => text.trim().toLowerCase();
  return known.find(({ id, names }) => [id, ...names].some((name) => plain(name) === plain(value)))?.id;
}

const entries = (words: Meant): Record<string, string> =>
  Object.fromEntries(words.flatMap(([word, meaning]) => (meaning === undefined ? [] : [[word, meaning]])));
