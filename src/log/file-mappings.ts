import { folded } from "../model/fold-name.ts";
import { factsOfFile } from "./fact-columns.ts";
import type { FileMapping, Mapping } from "./mapping.ts";

/** A file's own mapping, and what in the mapping says so: the pattern that its name fits, where one does. */
export interface MappedFile {
  readonly mapping: Mapping;
  readonly match: string | undefined;
}

/** Fields whose words are the whole log's: each file adds its own. */
const WORDS = ["events", "channels", "services", "grounds", "documents", "providers"] as const;
type Words = (typeof WORDS)[number];

/** The mapping of one file of a log: the first of `files` whose pattern its name fits says what it has otherwise. */
export function mappingOf(whole: Mapping, name: string): MappedFile {
  const own = whole.files?.find(({ match }) => fits(match, name));
  return own === undefined
    ? { mapping: whole, match: undefined }
    : { mapping: withFile(whole, own), match: own.match };
}

/** The mapping of the files that one of the patterns is for. */
export function withFile(whole: Mapping, own: FileMapping): Mapping {
  const merged = Object.fromEntries(
    WORDS.flatMap((field) =>
      whole[field] === undefined && own[field] === undefined
        ? []
        : [[field, { ...whole[field], ...own[field] }]],
    ),
  ) as Pick<Mapping, Words>;
  return {
    ...whole,
    ...merged,
    ...rowsOf(whole, own),
    ...(whole.facts === undefined && own.facts === undefined ? {} : { facts: factsOfFile(whole, own) }),
    ...(own.lifecycle === undefined ? {} : { lifecycle: own.lifecycle }),
    ...(own.time === undefined ? {} : { time: { ...timeOf(whole), ...own.time } }),
    ...(own.file === undefined ? {} : { file: { ...whole.file, ...own.file } }),
  };
}

/** What holds of times in every file: how they are written is said anew. */
const timeOf = ({ time = {} }: Mapping): NonNullable<Mapping["time"]> => ({
  ...(time.zone === undefined ? {} : { zone: time.zone }),
  ...(time.midnightIsDate === undefined ? {} : { midnightIsDate: time.midnightIsDate }),
});

/** The columns of a file: where it says what a row is, what the whole log says of that is left out. */
function rowsOf(whole: Mapping, own: FileMapping): Pick<Mapping, "columns" | "moments"> {
  const columns = own.columns ?? {};
  const isOther =
    own.moments !== undefined ||
    [columns.time, columns.start, columns.end].some((name) => name !== undefined);
  const {
    case: id,
    time,
    clock,
    start,
    startClock,
    end,
    endClock,
    activity,
    lifecycle,
    ...said
  } = whole.columns;
  const row = { time, clock, start, startClock, end, endClock, lifecycle };
  const kept: Readonly<Record<string, string | undefined>> = {
    case: id,
    ...said,
    ...(isOther ? {} : row),
    ...(own.moments === undefined ? { activity } : {}),
    ...columns,
  };
  const moments = own.moments ?? (isOther ? undefined : whole.moments);
  return {
    columns: Object.fromEntries(
      Object.entries(kept).filter(([, name]) => name !== undefined),
    ) as unknown as Mapping["columns"],
    moments,
  } as Pick<Mapping, "columns" | "moments">;
}

/** Whether a name fits a pattern: `*` stands for any letters, `?` for one, capitals or not. */
function fits(pattern: string, name: string): boolean {
  const [text, wanted] = [Array.from(folded(name)), Array.from(folded(pattern))];
  let at = 0;
  let place = 0;
  /** The star that stands for the letters since `from`. */
  let star: number | undefined;
  let from = 0;
  while (at < text.length) {
    if (wanted[place] === "*") {
      star = place;
      from = at;
      place += 1;
    } else if (wanted[place] === text[at] || wanted[place] === "?") {
      at += 1;
      place += 1;
    } else if (star !== undefined) {
      from += 1;
      at = from;
      place = star + 1;
    } else return false;
  }
  while (wanted[place] === "*") place += 1;
  return place === wanted.length;
}
