import type { Mapping } from "../../../src/log/mapping.ts";
import { mappedEvents } from "../../../src/log/mapping-events.ts";
import type { MadeCase } from "../synthetic-log.ts";

/** A made-up case with the service that it is of. */
export interface CaseOf {
  readonly made: MadeCase;
  readonly service: string;
}

/** A log in one shape: its files, by name, and the mapping that reads them. */
export interface ShapedLog {
  readonly files: readonly (readonly [name: string, content: string | Uint8Array])[];
  readonly mapping: Mapping;
}

export const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");

/** What each event of a case has beside its time, in one list of columns for every shape. */
export const ATTRIBUTES = ["service", "channel", "provider", "reason", "document", "due", "days"] as const;

/** The deadlines that a made-up log itself carries: a due time some days after its first event, and a number of days. */
export const carriedBy = ({ made }: CaseOf): { due: string; days: string } => ({
  due: iso(Math.min(...made.events.map(({ at }) => at)) + (2 + (made.events.length % 5)) * 86_400_000),
  days: String(1 + (made.events.length % 4)),
});

export const attributesOf = (
  of: CaseOf,
  { reason, document }: { reason?: string | undefined; document?: string | undefined },
): string[] => {
  const { due, days } = carriedBy(of);
  return [of.service, of.made.channel, of.made.provider, reason ?? "", document ?? "", due, days];
};

const line = (fields: readonly string[]): string => `${fields.join(",")}\n`;

const attributes = Object.fromEntries(ATTRIBUTES.map((column) => [column, column]));

/** A row for each event. */
export function longRows(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const rows = cases.flatMap((each) =>
    each.made.events.map((event) =>
      line([each.made.id, event.event, iso(event.at), ...attributesOf(each, event)]),
    ),
  );
  return {
    files: [["long.csv", line(["case", "activity", "time", ...ATTRIBUTES]) + rows.join("")]],
    mapping: { ...mapping, columns: { case: "case", activity: "activity", time: "time", ...attributes } },
  };
}

/** A row for each case, a column for each kind of event; what happened once more goes into another row of the case. */
export function wideRows(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const kinds = [...new Set(Object.values(mappedEvents(mapping)))];
  const rows = cases.flatMap((each) => {
    const left = [...each.made.events];
    const lines: string[] = [];
    while (left.length > 0) {
      const row = kinds.map((kind) => {
        const place = left.findIndex(({ event }) => event === kind);
        return place < 0 ? undefined : left.splice(place, 1)[0];
      });
      const said = {
        reason: row.find((event) => event?.reason)?.reason,
        document: row.find((event) => event?.document)?.document,
      };
      lines.push(
        line([
          each.made.id,
          ...attributesOf(each, said),
          ...row.map((event) => (event === undefined ? "" : iso(event.at))),
        ]),
      );
    }
    return lines;
  });
  return {
    files: [
      ["wide.csv", line(["case", ...ATTRIBUTES, ...kinds.map((kind) => `when ${kind}`)]) + rows.join("")],
    ],
    mapping: {
      ...withoutEvents(mapping),
      columns: { case: "case", ...attributes },
      moments: Object.fromEntries(kinds.map((kind) => [`when ${kind}`, kind])),
    },
  };
}

const withoutEvents = ({ events, ...others }: Mapping): Mapping => {
  if (events === undefined) throw new Error("a mapping of a made log names its events");
  return others;
};

/** A row for each event that lasts from an hour before it to it, or from it to an hour after it. */
export function intervals(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const rows = cases.flatMap((each) =>
    each.made.events.map((event, index) => {
      const [from, until] =
        index % 2 === 0 ? [event.at - 3_600_000, event.at] : [event.at, event.at + 3_600_000];
      const activity = `${event.event}${index % 2 === 0 ? "" : " (begun)"}`;
      return line([each.made.id, activity, iso(from), iso(until), ...attributesOf(each, event)]);
    }),
  );
  const begun = Object.entries(mappedEvents(mapping)).map(
    ([activity, event]) => [`${activity} (begun)`, { start: event }] as const,
  );
  return {
    files: [["intervals.csv", line(["case", "activity", "from", "until", ...ATTRIBUTES]) + rows.join("")]],
    mapping: {
      ...mapping,
      columns: { case: "case", activity: "activity", start: "from", end: "until", ...attributes },
      events: { ...mapping.events, ...Object.fromEntries(begun) },
    },
  };
}

/** Rows for what was planned, begun and ended of each event: its end is the event. Times in two columns, as an office writes them. */
export function lifecycle(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const TRANSITIONS = [
    ["Жоспарланды", -7_200_000],
    ["START", -3_600_000],
    ["Аяқталды", 0],
  ] as const;
  const rows = cases.flatMap((each) =>
    each.made.events.flatMap((event) =>
      TRANSITIONS.map(([transition, shift]) => {
        const [date = "", clock = ""] = new Date(event.at + shift).toISOString().split("T");
        const dotted = date.split("-").reverse().join(".");
        return line([each.made.id, event.event, transition, dotted, clock, ...attributesOf(each, event)]);
      }),
    ),
  );
  return {
    files: [
      [
        "lifecycle.csv",
        line(["case", "activity", "transition", "date", "clock", ...ATTRIBUTES]) + rows.join(""),
      ],
    ],
    mapping: {
      ...mapping,
      columns: {
        case: "case",
        activity: "activity",
        time: "date",
        clock: "clock",
        lifecycle: "transition",
        ...attributes,
      },
      lifecycle: { words: { жоспарланды: "schedule", аяқталды: "complete" } },
      time: { formats: ["%d.%m.%Y %H:%M:%S.%g", "%d.%m.%Y"] },
    },
  };
}
