import type { Database } from "../engine/database.ts";
import type { SheetTold } from "../model/sheet-told.ts";
import type { LogFile, OnBytes } from "./log-file.ts";
import type { LogAsWritten } from "./log-source.ts";
import type { Mapping } from "./mapping.ts";

/** A format that a log may be in. To add one is to add a file with such a value, and a line in `formats.ts`. */
export type LogFormat = RecordFormat | EngineFormat | ViewFormat;

interface Format {
  /** As a mapping names it (`file.format`). */
  readonly id: string;
  /** As people name it. */
  readonly title: string;
  /** How files that a folder is read for end, without the dot; the usual one first. */
  readonly endings: readonly string[];
  /** Its dates need not be text: those that are none are read as ISO 8601, whatever the mapping's formats. */
  readonly dated?: true;
  /** Whether a file that begins so is in this format. */
  readonly tells: (head: Uint8Array) => boolean;
}

/** A format whose records we read ourselves: the mapping turns them into rows, whatever the format. */
export interface RecordFormat extends Format {
  /**
   * Throws `Trouble` for what the beginning tells; nothing more is read until the records are asked for. `wanted` are the
   * columns that the mapping names.
   */
  readonly open: (file: LogFile, settings: FileSettings, wanted?: readonly string[]) => Records;
}

/** A format that is read with the help of the engine: its records come out of a database. */
export interface EngineFormat extends Format {
  /** What is found in a file, in order; of its columns those that are wanted, all of them where none is named. */
  readonly records: (
    file: LogFile,
    database: Database,
    wanted: readonly string[] | undefined,
    onBytes: OnBytes,
  ) => AsyncIterable<Iterable<Found>>;
}

/** A format that the engine also reads where it lies, all files of a log at once, where rows are events as they stand. */
export interface ViewFormat extends EngineFormat {
  /** Makes the view `raw` (`RAW_COLUMNS`). */
  readonly view: (files: readonly LogFile[], mapping: Mapping, database: Database) => Promise<LogAsWritten>;
}

/** What a mapping may say of the files themselves. */
export type FileSettings = NonNullable<Mapping["file"]>;

/** Gives what is found in a file, in order, some at a time. */
export type Records = (onBytes: OnBytes) => AsyncIterable<Iterable<Found>>;

/** One thing found in a file. */
export type Found = Heading | FieldRecord | NamedRecord | NoRecord | NamesSeen | OfSheet;

/** What became of a sheet, told when it has been read. */
export interface OfSheet {
  readonly told: SheetTold;
}

/** The columns of a table (a file, a sheet): fields that follow are theirs, in this order. */
export interface Heading {
  readonly columns: readonly string[];
  /** Where it stands in the file. */
  readonly place: string;
  /** The sheet of a workbook that follows: its rows are counted by themselves. */
  readonly sheet?: string;
}

/** A record whose fields stand under the heading told last. */
export interface FieldRecord {
  /** Its line or index in the file, from 1. */
  readonly row: number;
  readonly fields: readonly (string | null | undefined)[];
  /** A hash of all that it holds: tells rows apart that are equal in every column of ours. */
  readonly hash: number;
}

/** A record that names what it holds itself. */
export interface NamedRecord {
  readonly row: number;
  readonly hash: number;
  /** Number of the trace that it stands in, from 1: a case of its own, whatever other traces are called. */
  readonly trace?: number | undefined;
  /** How it reads, where that is kept: for what is told of a record that is none. */
  readonly text?: string;
  /** What it holds under these names, or why that cannot be told. */
  readonly take: (
    names: readonly (string | undefined)[],
  ) => (string | null | undefined)[] | NoRecord["refused"];
  /** All that it holds; undefined where that cannot be written out. */
  readonly entries: () => [name: string, value: string | null][] | undefined;
}

/** Something that stands where a record should, and is none. */
export interface NoRecord {
  readonly row: number;
  readonly refused:
    | "malformed"
    | "too-long"
    | "undecodable"
    | "nested-event"
    | "nested-trace"
    | "empty-trace"
    | "repeated-key"
    | "error-value"
    | "uncomputed-formula";
  readonly text: string;
}

/** Told at the end of a file: every name that one of its records had. */
export interface NamesSeen {
  readonly seen: ReadonlySet<string>;
}

/** A row of a log as it stands there: its values by the names of its columns. */
export type SampleRow = Readonly<Record<string, string | null>>;
