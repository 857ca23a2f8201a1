import type { LastHour } from "./last-hour.ts";
import type { Period } from "./period.ts";

/** A file by its name, with its size and the SHA-256 of its bytes. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A thing by its name, with its SHA-256. */
export interface SealedThing {
  readonly id: string;
  readonly sha256: string;
}

/** What an audit was made of, as it stands on all that comes of it: with the same, the same comes out. Hashes are SHA-256. */
export interface AuditSeal {
  /** Of all below: two results with one of these were made of the same. */
  readonly sha256: string;
  readonly engine: { readonly name: "tarmaq"; readonly version: string; readonly database: string };
  /** The files of the log as they lay there, packed or not. */
  readonly log: readonly SealedFile[];
  readonly mapping: Omit<SealedFile, "bytes">;
  /** The summary of the earlier audit that it was held against. */
  readonly against?: Omit<SealedFile, "bytes">;
  /** Every rulebook that could have judged, also those that judged no case. */
  readonly rulebooks: readonly (SealedThing & { readonly version: string | null })[];
  /** The general law beneath them, by country. */
  readonly law: readonly SealedThing[];
  readonly calendars: readonly SealedThing[];
  /** The clocks: of each zone, when it changes and to which offset. */
  readonly zones: readonly SealedThing[];
  /** Of the vocabulary that gives facts and papers their names. */
  readonly vocabulary: string;
  /** What was asked for that decides what is found. */
  readonly options: {
    readonly drafts: boolean;
    readonly withoutLaw: boolean;
    readonly lastHour: LastHour | null;
    /** ISO, UTC. */
    readonly now: string | null;
    readonly period: Period | null;
  };
}

/** A file that an audit wrote: `of` says by which option, and `name` is its path below that. */
export interface SealedOutput extends SealedFile {
  readonly of: "out" | "html";
}

/** `seal.json`: the seal with the hashes of all that was written, and how the audit is done again. */
export interface SealFile {
  readonly seal: AuditSeal;
  /** Of all findings, as `--format jsonl` writes them: the hash is that of such a file. */
  readonly findings: { readonly count: number; readonly sha256: string };
  readonly outputs: readonly SealedOutput[];
  /** Paths are as seen from the folder of the seal; absent: what is at hand. */
  readonly repeat: {
    readonly log: readonly string[];
    readonly map: string;
    readonly rules?: readonly string[];
    readonly against?: string;
    readonly out?: string;
    readonly html?: string;
    readonly options: Readonly<Record<string, string | boolean | readonly string[]>>;
  };
}

/** What a seal and a repetition do not have in common. `null`: there is none. */
export interface SealDifference {
  readonly what:
    | "seal"
    | "engine"
    | "database"
    | "log"
    | "mapping"
    | "against"
    | "rulebook"
    | "law"
    | "calendar"
    | "zone"
    | "vocabulary"
    | "options"
    | "findings"
    | "output"
    | "made-again";
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}
