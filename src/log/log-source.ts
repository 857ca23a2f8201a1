import type { Database } from "../engine/database.ts";
import { sql, word, type Sql } from "../engine/sql.ts";
import type { Spelling } from "./spellings.ts";
import type { SheetTold } from "../model/sheet-told.ts";
import type { ReadFile } from "../model/read-file.ts";

/**
 * What the rows of `raw` have in their `time` column. Among `dated` texts are dates that were no text where they stood
 * (cells of a workbook): these are ISO 8601, whatever the mapping's formats.
 */
export type TimeKind = "text" | "dated" | "instant" | "local" | "date" | "epoch";

/** Rows of `raw` whose times are written otherwise than the mapping says of the whole log. */
export interface OtherFormats {
  /** Numbers of the rows. */
  readonly first: number;
  readonly last: number;
  /** Absent: ISO 8601. */
  readonly formats: readonly string[] | undefined;
}

/** What a reader found that is no row: by reason, how many and where. */
export interface Unreadable {
  readonly reason: string;
  readonly rows: number;
  /** Some of them: number of the row and how it begins. */
  readonly samples: readonly { readonly row: number; readonly text: string }[];
}

/** A sheet of a file of the log. */
export type SheetOfFile = SheetTold & { readonly file: string };

/** What was read into the table or view `raw` (`RAW_COLUMNS`). */
export interface LogRead {
  readonly time: TimeKind;
  /** Absent: the mapping's formats hold for every file. */
  readonly otherFormats?: readonly OtherFormats[];
  /** Rows that did not make it into `raw`. */
  readonly unreadable: readonly Unreadable[];
  /** The files, in the order in which they were read. */
  readonly files: readonly ReadFile[];
  /** Sheets of workbooks, and what became of them. */
  readonly sheets?: readonly SheetOfFile[];
  /** The log keeps its cases apart itself, whatever their names: `trace_no` says which each row is of. */
  readonly traces: boolean;
  /** Spellings that were taken for one name each. */
  readonly spellings: readonly Spelling[];
  /** The reader made a view: nothing is to be copied that need not be. */
  readonly view: boolean;
}

/** The same before its names are put the way they are known. */
export type LogAsWritten = Omit<LogRead, "spellings">;

/** A log that can be read into a database: the reader makes `raw` there. Files that stay open to it are named. */
export interface LogSource {
  readonly read: (database: Database) => Promise<LogRead>;
  readonly files: readonly string[];
}

/** How many rows have been read. */
export const rowsRead = (database: Database): Promise<number> => database.count("raw");

/** The column of `raw` with the words for a fact, by its number among those that the mapping names. */
export const factWord = (fact: number): Sql => word(`fact_${fact}`);

/** Columns of `raw`: `row_no` counts on through the files (`ReadFile`); `rest` is a hash of all the row holds; `trace_no` numbers traces. */
export const RAW_COLUMNS = sql`row_no bigint, case_id varchar, activity varchar, time varchar, service varchar, channel varchar, provider varchar, reason varchar, document varchar, actor varchar, due varchar, days varchar, rest bigint, trace_no bigint`;
