import CUES from "../language/log-cues.json" with { type: "json" };
import { cued, meaningOf } from "./cues.ts";
import type { SampleRow } from "./log-format.ts";
import type { LogColumn, Mapping } from "./mapping.ts";
import { quoted } from "./suggest-remarks.ts";
import { isSerial, shareOfTimes } from "./suggest-time.ts";

type Columns = Partial<Record<LogColumn, string>>;

/** What a row of a log is taken for, and the part of a mapping that says so. */
export interface SuggestedShape {
  readonly columns: Partial<Mapping["columns"]>;
  readonly moments?: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
  /** Columns that hold its times. */
  readonly times: readonly string[];
}

/** From this share of its values on, a column is taken for what they are. */
const MOST = 0.75;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
/** What XES calls transitions, as far as logs have them. */
const TRANSITIONS =
  /^(?:schedule|assign|reassign|start|suspend|resume|complete|autoskip|manualskip|withdraw|ate_abort|pi_abort)$/i;
/** What the rows of a log look like: events, activities that last, cases with their moments, or events about objects. */
export function shapeSeen(
  sample: readonly SampleRow[],
  names: readonly string[],
  columns: Columns,
): SuggestedShape {
  if (names.includes("ocel:type")) return objectCentric(sample, names, columns);
  const share = (name: string, is: (value: string) => boolean): number => {
    const there = sample.flatMap((row) => (row[name] == null || row[name] === "" ? [] : [row[name]]));
    return there.length === 0 ? 0 : there.filter(is).length / there.length;
  };
  const times = names.filter(
    (name) =>
      name !== columns.due &&
      (shareOfTimes(sample.map((row) => row[name] ?? "")) >= MOST ||
        (share(name, isSerial) >= MOST && cued(name, CUES.columns.time))),
  );
  const clocks = names.filter((name) => share(name, (value) => CLOCK.test(value)) >= MOST);
  const wide = cases(times, clocks);
  if (wide !== undefined) return { ...wide, columns: without(columns, "activity", "time") };
  const [start, end] = [CUES.shape.start, CUES.shape.end].map((cues) =>
    times.find((name) => cued(name, cues)),
  );
  if (start !== undefined && end !== undefined && start !== end && columns.activity !== undefined)
    return {
      columns: { ...without(columns, "time"), start, end },
      times: [start, end],
      remarks: [
        `Rows are taken to last from ${quoted([start])} to ${quoted([end])}, and their end to be the event: where it is the start, give the activity {"start": …} under events.`,
      ],
    };
  const [time = columns.time] = columns.time === undefined ? times : [columns.time];
  const [clock] = time === undefined || share(time, (value) => /\d:\d{2}/.test(value)) > 0 ? [] : clocks;
  const lifecycle = names.find((name) => share(name, (value) => TRANSITIONS.test(value)) >= MOST);
  return {
    columns: {
      ...columns,
      ...(time === undefined ? {} : { time }),
      ...(clock === undefined ? {} : { clock }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
    },
    times: time === undefined ? [] : [time],
    remarks: [
      ...(clock === undefined ? [] : [`The time of day is taken from ${quoted([clock])}.`]),
      ...(lifecycle === undefined
        ? []
        : [
            `Of each activity its complete is taken for the event (column ${quoted([lifecycle])}): see lifecycle.`,
          ]),
    ],
  };
}

/** Columns of times that are named after what happened then, where there are several. */
function cases(
  times: readonly string[],
  clocks: readonly string[],
): Omit<SuggestedShape, "columns"> | undefined {
  const meant = times.flatMap((name) => {
    const event = meaningOf(name, CUES.events);
    return event === undefined ? [] : [[name, event] as const];
  });
  if (new Set(meant.map(([, event]) => event)).size < 2) return undefined;
  const rest = times.filter((name) => !meant.some(([known]) => known === name));
  return {
    moments: Object.fromEntries(meant),
    times: meant.map(([name]) => name),
    remarks: [
      "Each row is taken for a case, its columns of times for moments of it.",
      ...(rest.length === 0 ? [] : [`Columns of times that are no event: ${quoted(rest)}.`]),
      ...(clocks.length === 0
        ? []
        : [
            `Columns of times of day: name each beside its date ({"event": …, "clock": …}): ${quoted(clocks)}.`,
          ]),
    ],
  };
}

/** The type of object that looks like a request, or else the one that most events are about. */
function objectCentric(
  sample: readonly SampleRow[],
  names: readonly string[],
  columns: Columns,
): SuggestedShape {
  const types = names.filter(
    (name) => !name.includes(":") && names.some((other) => other.startsWith(`${name}:`)),
  );
  const objects = types.length > 0 ? types : names.filter((name) => !name.includes(":"));
  const seen = (name: string): number => sample.filter((row) => row[name] != null).length;
  const most = [...objects].sort((one, other) => seen(other) - seen(one))[0];
  const id = objects.find((name) => cued(name, CUES.shape.request)) ?? most;
  return {
    columns: {
      ...Object.fromEntries(
        Object.entries(columns).filter(([, name]) => !name.startsWith("ocel:") && name !== id),
      ),
      ...(id === undefined ? {} : { case: id }),
      activity: "ocel:type",
      time: "ocel:time",
    },
    times: ["ocel:time"],
    remarks: [
      `The case is taken to be an object of the type ${quoted([id ?? ""])}, of ${quoted(objects)}: see columns.case.`,
    ],
  };
}

const without = (columns: Columns, ...gone: readonly LogColumn[]): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([column]) => !gone.some((each) => each === column)));
