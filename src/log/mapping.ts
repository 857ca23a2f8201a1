import type { Addressee } from "../model/rule.ts";

/**
 * How the columns and words of a log are to be read (`schemas/mapping.schema.json`). A value that a map does not hold
 * is taken as it stands where it is already one of ours, and otherwise counted as not mapped.
 */
export interface Mapping {
  /** Our names for the log's columns. In XES an attribute of the trace is `case:<key>`. */
  readonly columns: {
    readonly case: string;
    readonly activity: string;
    readonly time: string;
    readonly service?: string;
    readonly channel?: string;
    readonly provider?: string;
    readonly reason?: string;
    readonly document?: string;
    readonly actor?: string;
  };
  /** Absent: ISO 8601. */
  readonly time?: {
    /** strptime formats, tried in order. One without a clock is a date. */
    readonly formats?: readonly string[];
    /** Numbers since 1970 instead of text. */
    readonly epoch?: "seconds" | "milliseconds";
    /** IANA zone of times without one; absent: the rulebook's. */
    readonly zone?: string;
    /**
     * A time of exactly 00:00:00 stands for the date alone: on the clock by which it is written, whatever its offset, or
     * on the provider's.
     */
    readonly midnightIsDate?: boolean;
  };
  /** Activity → event (`submitted`, `result-issued`, `step:<id>` …). */
  readonly events: Readonly<Record<string, string>>;
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
  /** The clause or law by which terms may stand still, as a lawyer cites it; where the rulebook cites none. */
  readonly suspensionBasis?: string;
  /** Papers that the information systems or the service of digital documents give: nobody may be asked for them. */
  readonly fromSystems?: readonly string[];
  readonly file?: {
    /** The id of a format (`formats.ts`); absent: told by content. */
    readonly format?: string;
    readonly delimiter?: string;
    readonly quote?: string;
    readonly encoding?: string;
  };
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
] as const;
export type LogColumn = (typeof COLUMNS)[number];
