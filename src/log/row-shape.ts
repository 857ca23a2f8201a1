import { factColumn, factWords } from "./fact-columns.ts";
import { CASE_COLUMNS, type CaseColumn, type Mapping, type Moment } from "./mapping.ts";
import { momentText, type Epoch, type MomentText } from "./moment-text.ts";
import { transitionsOf, type TransitionOf } from "./transitions.ts";

type Value = string | null | undefined;

/** A column that records are to be asked for. */
export interface WantedColumn {
  /** As the log calls it. */
  readonly name: string;
  /** The field of the mapping that names it. */
  readonly names: string;
}

/** Takes an event: its place among those of the record, from 0, and its fields in the order of `COLUMNS`. */
export type TakeEvent = (place: number, fields: readonly Value[]) => void;

/** How a record becomes events: what of it is needed, and which events it then is. */
export interface RowShape {
  readonly wanted: readonly WantedColumn[];
  /** Names of columns without which no record is an event; one of each list is enough. */
  readonly needed: readonly (readonly string[])[];
  /** So many events a record has at most. */
  readonly width: number;
  /** Gives the events of a record, whose values come in the order of `wanted`; or why it is none. */
  readonly eventsIn: (
    values: readonly Value[],
    take: TakeEvent,
  ) => "other-transition" | "not-ended" | undefined;
}

/** A moment of a record, by the places of its columns. */
interface MomentAt {
  readonly time: number;
  readonly clock: number | undefined;
  /** The activity where no column of the row says it. */
  readonly label: string;
  readonly activity: number | undefined;
  readonly fields: readonly (number | undefined)[];
  /** The transition of the activity that it is; a column's where it is a number. */
  readonly transition: number | string | undefined;
}

/** Whether each row of a log is an event as it stands: its columns are read as they are. */
export const isPlain = ({ columns, moments, time, facts = {}, files = [] }: Mapping): boolean =>
  files.length === 0 &&
  Object.keys(facts).length === 0 &&
  moments === undefined &&
  columns.end === undefined &&
  columns.clock === undefined &&
  columns.lifecycle === undefined &&
  columns.due === undefined &&
  time?.serial === undefined;

/** Columns that are asked for, each once. */
class Wanted {
  readonly columns: WantedColumn[] = [];

  at(name: string, names: string): number {
    const place = this.columns.findIndex((column) => column.name === name);
    if (place >= 0) return place;
    this.columns.push({ name, names });
    return this.columns.length - 1;
  }

  maybe(name: string | undefined, names: string): number | undefined {
    return name === undefined ? undefined : this.at(name, names);
  }
}

/**
 * The shape of the rows of a log that is mapped so; `epoch` where its times are to be written out as instants; `facts`: those
 * that the whole log tells, whose words stand behind an event's other fields.
 */
export function rowShape(mapping: Mapping, epoch?: Epoch, facts: readonly string[] = []): RowShape {
  const wanted = new Wanted();
  const { columns } = mapping;
  const caseAt = wanted.at(columns.case, "case");
  const moments = momentsOf(mapping, wanted);
  const told = factsOf(mapping, facts, wanted);
  const words = momentText(mapping, epoch);
  const nameOf = transitionsOf(mapping);
  return {
    wanted: wanted.columns,
    needed: [[columns.case], ...neededOf(mapping)],
    width: moments.length,
    eventsIn: (values, take) => {
      let taken = 0;
      let waiting: readonly Value[] | undefined;
      for (const [place, moment] of moments.entries()) {
        const clock = moment.clock === undefined ? undefined : (values[moment.clock] ?? null);
        const time = words(values[moment.time], clock);
        const activity = activityOf(moment, values, nameOf);
        if (activity === undefined) continue;
        const fields = [values[caseAt], activity, time, ...fieldsOf(moment, values, words), ...told(values)];
        if (time === null) {
          waiting ??= fields;
          continue;
        }
        taken += 1;
        take(place, fields);
      }
      if (taken > 0) return undefined;
      if (waiting === undefined) return "other-transition";
      if (moments.length > 1 && columns.end !== undefined && words(values[moments[0]?.time ?? 0]) !== null)
        return "not-ended";
      take(0, waiting);
      return undefined;
    },
  };
}

/** A due time is written as the log's times are. */
const DUE = CASE_COLUMNS.indexOf("due");

const fieldsOf = ({ fields }: MomentAt, values: readonly Value[], words: MomentText): Value[] =>
  fields.map((place, column) => {
    const value = place === undefined ? null : values[place];
    return column === DUE ? words(value) : value;
  });

/** The facts of a record, each as the word that its file has for a value. */
function factsOf(
  mapping: Mapping,
  facts: readonly string[],
  wanted: Wanted,
): (values: readonly Value[]) => Value[] {
  const columns = facts.map((fact) => {
    const { column, ...of } = factColumn(mapping, fact) ?? {};
    return { at: wanted.maybe(column, `facts: ${fact}`), word: factWords(of) };
  });
  return (values) => columns.map(({ at, word }) => (at === undefined ? null : word(values[at])));
}

/** What happened: null where nothing says it, undefined where it is a transition that is no event. */
function activityOf(
  { label, activity, transition }: MomentAt,
  values: readonly Value[],
  of: TransitionOf,
): Value {
  const word = activity === undefined ? undefined : values[activity];
  if (word === undefined || word === null || word.trim() === "") return label === "" ? null : label;
  if (transition === undefined) return word;
  return of(word, typeof transition === "number" ? (values[transition] ?? "") : transition);
}

function momentsOf(mapping: Mapping, wanted: Wanted): MomentAt[] {
  const { columns, moments } = mapping;
  const fields = (own: Moment["columns"] = {}): (number | undefined)[] =>
    CASE_COLUMNS.map((column: CaseColumn) => wanted.maybe(own[column] ?? columns[column], column));
  const of = (time: string, names: string, clock: string | undefined): Pick<MomentAt, "time" | "clock"> => ({
    time: wanted.at(time, names),
    clock: wanted.maybe(clock, `${names} of day`),
  });
  if (moments !== undefined)
    return Object.entries(moments).map(([column, moment]) => {
      const {
        clock,
        activity,
        event,
        columns: own,
      } = typeof moment === "string" ? { event: moment } : moment;
      return {
        ...of(column, "moments", clock),
        label: event === undefined ? "" : column,
        activity: wanted.maybe(activity, "moments"),
        fields: fields(own),
        transition: undefined,
      };
    });
  const activity = wanted.at(columns.activity ?? "", "activity");
  const each = { label: "", activity, fields: fields() };
  if (columns.start !== undefined && columns.end !== undefined)
    return [
      { ...each, ...of(columns.start, "start", columns.startClock), transition: "start" },
      { ...each, ...of(columns.end, "end", columns.endClock), transition: "complete" },
    ];
  return [
    {
      ...each,
      ...of(columns.time ?? "", "time", columns.clock),
      transition: wanted.maybe(columns.lifecycle, "lifecycle"),
    },
  ];
}

function neededOf({ columns, moments }: Mapping): string[][] {
  if (moments !== undefined) return [Object.keys(moments)];
  const times = [columns.time, columns.start, columns.end].flatMap((name) =>
    name === undefined ? [] : [name],
  );
  return [[columns.activity ?? ""], times];
}
