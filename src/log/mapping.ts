import type { Addressee } from "../model/rule.ts";

/**
 * How the columns and words of a log are to be read (`schemas/mapping.schema.json`). A value that a map does not hold
 * is taken as it stands where it is already one of ours, and otherwise counted as not mapped.
 */
export interface Mapping {
  /**
   * Our names for the log's columns. In XES an attribute of the trace is `case:<key>`. Rows that are events have an
   * activity and a time; rows that last have an activity, a start and an end; rows that are cases have neither (`moments`).
   */
  readonly columns: {
    readonly case: string;
    readonly activity?: string;
    readonly time?: string;
    /** The time of day, where `time` holds the date alone; nothing in it: the date without a time. */
    readonly clock?: string;
    readonly start?: string;
    readonly startClock?: string;
    readonly end?: string;
    readonly endClock?: string;
    /** Which transition of the activity a row is (`start`, `complete` …). */
    readonly lifecycle?: string;
    readonly service?: string;
    readonly channel?: string;
    readonly provider?: string;
    readonly reason?: string;
    readonly document?: string;
    readonly actor?: string;
    /** By when it is due, as the log itself says: written like its times. */
    readonly due?: string;
    /** In how many days it is due, as the log itself says (`deadline.unit`). */
    readonly days?: string;
  };
  /** What the deadline is about that the log itself carries (`columns.due`, `columns.days`). */
  readonly deadline?: {
    /** What `columns.days` counts; absent: calendar days. */
    readonly unit?: "calendar-day" | "working-day";
    /** Event from which it runs; absent: `submitted`. */
    readonly from?: string;
    /** Event by which it is kept; absent: `result-issued`, and whatever else answers a request. */
    readonly to?: string;
  };
  /** A row is a case: its columns that are moments of it, each with what happened then. What is filled is an event. */
  readonly moments?: Readonly<Record<string, string | Moment>>;
  /** How transitions are written, and which of them stands for an activity that `events` gives one event. */
  readonly lifecycle?: {
    /** Absent: `complete`. */
    readonly counts?: readonly string[];
    /** The log's word → transition; absent: as XES calls them, in capitals or not. */
    readonly words?: Readonly<Record<string, string>>;
  };
  /** Absent: ISO 8601. */
  readonly time?: {
    /** strptime formats, tried in order. One without a clock is a date. */
    readonly formats?: readonly string[];
    /** Numbers since 1970 instead of text. */
    readonly epoch?: "seconds" | "milliseconds";
    /** Numbers of days as spreadsheets have them, from 1900 or from 1904, beside whatever else the column holds. */
    readonly serial?: "1900" | "1904";
    /** IANA zone of times without one; absent: the rulebook's. */
    readonly zone?: string;
    /**
     * A time of exactly 00:00:00 stands for the date alone: on the clock by which it is written, whatever its offset, or
     * on the provider's.
     */
    readonly midnightIsDate?: boolean;
  };
  /** Activity → event (`submitted`, `result-issued`, `step:<id>` …), or an event for each transition of it. */
  readonly events?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly channels?: Readonly<Record<string, string>>;
  /** Value of the service column → id of a rulebook. */
  readonly services?: Readonly<Record<string, string>>;
  /** Value of the reason column → id or path of a refusal rule; null: known to be no ground. */
  readonly grounds?: Readonly<Record<string, string | null>>;
  /** Value of the document column → document type. */
  readonly documents?: Readonly<Record<string, string>>;
  /** What holds where the log has no such column, or nothing in it. */
  readonly defaults?: {
    readonly service?: string;
    readonly channel?: string;
    readonly provider?: string;
    /** To whom complaints are addressed whose activity does not say so (`complaint-filed:authorised-body`). */
    readonly addressee?: Addressee;
  };
  /**
   * Value of the provider column → the provider's name, where it is written in several ways. Blanks and capitals need none:
   * what differs in them alone is one.
   */
  readonly providers?: Readonly<Record<string, string>>;
  /** Value of the provider column → IANA zone of that provider; one that is not named has the rulebook's. */
  readonly zones?: Readonly<Record<string, string>>;
  /** When a case number that is used again opens a new round, which is judged by itself. */
  readonly rounds?: {
    /** Events that open one; absent: `submitted`. */
    readonly starts?: readonly string[];
    /** Events that end one; absent: `result-issued` and `refused`. */
    readonly ends?: readonly string[];
    /** A start opens one once the round before it has ended (absent), always, or never. */
    readonly opens?: "after-end" | "always" | "never";
    /** Numbers of one file are others than the same numbers of another. */
    readonly files?: "together" | "apart";
  };
  /** Fact of the applicant or the request → the column that tells it, for terms that are of some cases alone. */
  readonly facts?: Readonly<Record<string, string | FactColumn>>;
  /** The clause or law by which terms may stand still, as a lawyer cites it; where the rulebook cites none. */
  readonly suspensionBasis?: string;
  /** The clause or law by which terms may be extended, as a lawyer cites it; where neither the rulebook nor the law beneath has one. */
  readonly extensionBasis?: string;
  /** Papers that the information systems or the service of digital documents give: nobody may be asked for them. */
  readonly fromSystems?: readonly string[];
  /** Files that are written otherwise than the rest: the first whose pattern a file's name fits says how. */
  readonly files?: readonly FileMapping[];
  readonly file?: {
    /** Sheets of a workbook that are read, by name; absent: those that hold the columns, but for hidden ones. */
    readonly sheets?: readonly string[];
    /** The id of a format (`formats.ts`); absent: told by content. */
    readonly format?: string;
    readonly delimiter?: string;
    readonly quote?: string;
    readonly encoding?: string;
  };
}

/**
 * The mapping of a whole log, as its rows have been read: each word that one of its files may have means one event, each
 * column is named that one of its rows may name. What `logSource` reads by, `wholeMapping` makes this of.
 */
export type WholeMapping = Omit<Mapping, "events" | "moments"> & {
  readonly events: Readonly<Record<string, string>>;
  /** What it was made of: by it the files are read. */
  readonly written?: Mapping;
};

/** A column that tells a fact of a case; what stands in it otherwise than as the fact's own values or their names is in `values`. */
export interface FactColumn {
  /** Absent in a file that has the log's column. */
  readonly column?: string;
  /** The log's word → value of the fact; null: it tells nothing. */
  readonly values?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A column that is a moment of the case: what happened then, and where the row says more of it. */
export interface Moment {
  /** The event; with `activity` that of rows whose column is empty. */
  readonly event?: string;
  /** A column whose word says what happened, by `events`: issued or refused. */
  readonly activity?: string;
  /** The time of day, where the column holds the date alone. */
  readonly clock?: string;
  /** Columns that say of this moment what others say of the case. */
  readonly columns?: Readonly<Partial<Record<CaseColumn, string>>>;
}

/**
 * What a file has otherwise than the rest of a log. Columns and words are added to those of the log, or stand in their
 * place; what a row is, how times are written and what transitions are called is said anew.
 */
export interface FileMapping extends Partial<
  Pick<
    Mapping,
    | "moments"
    | "lifecycle"
    | "events"
    | "channels"
    | "services"
    | "grounds"
    | "documents"
    | "providers"
    | "facts"
    | "file"
  >
> {
  /** A pattern of names of files: `*` stands for any letters, `?` for one. */
  readonly match: string;
  readonly columns?: Partial<Mapping["columns"]>;
  readonly time?: Pick<NonNullable<Mapping["time"]>, "formats" | "epoch" | "serial">;
}

/** The columns that a log is read into, in order. */
export const COLUMNS = [
  "case",
  "activity",
  "time",
  "service",
  "channel",
  "provider",
  "reason",
  "document",
  "actor",
  "due",
  "days",
] as const;
export type LogColumn = (typeof COLUMNS)[number];
/** What a row says beside what happened and when. */
export type CaseColumn = Exclude<LogColumn, "case" | "activity" | "time">;
export const CASE_COLUMNS = COLUMNS.filter(
  (column): column is CaseColumn => column !== "case" && column !== "activity" && column !== "time",
);
