import type { AuditAnswer, AuditOptions } from "./audit-log.ts";
import { judgingBy, openedBy, type JudgingLibrary, type LibraryOptions } from "./judging.ts";
import { attempt, type Result } from "./result.ts";

/** Rulebooks at hand: requests and logs can be judged by them. */
export interface Library extends JudgingLibrary {
  /**
   * Judges the cases of a log by the rulebooks that its mapping asks for. `logs` are files and folders (CSV, JSON Lines,
   * XES, Parquet, each also gzipped) and make one log. The database is loaded when this is first asked.
   */
  readonly audit: (logs: string | readonly string[], options: AuditOptions) => Promise<Result<AuditAnswer>>;
}

/**
 * Opens rulebooks and the calendars that they name: those that Tarmaq brings, or those named. Rulebooks are read and held
 * against their schema here, once; calendars when a rulebook first needs them.
 */
export const openLibrary = (options: LibraryOptions = {}): Result<Library> =>
  attempt("the rulebooks", () => {
    const library = openedBy(options);
    return {
      ...judgingBy(library),
      audit: async (logs, about) => (await import("./audit-log.ts")).auditLog(library, logs, about),
    };
  });
