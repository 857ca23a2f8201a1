import type { Citation } from "./citation.ts";
import type { Span } from "./span.ts";

/** Where something was found: in a text, in a request, in a log, or in a file that was handed in. */
export type Place =
  | { readonly in: "text"; readonly document: string; readonly span: Span; readonly path?: string }
  | { readonly in: "request"; readonly field: string }
  | { readonly in: "log"; readonly event: number }
  | { readonly in: "file"; readonly file: string; readonly pointer?: string };

/**
 * What was found, where, because of which provisions, and beside what else. A finding is a value without prose:
 * `report/` finds the words by `code`, in the reader's language.
 */
export interface Finding {
  /** `<room>/<what>`, for example `ingest/binary` or `audit/late`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly where: Place;
  readonly because?: readonly Citation[];
  /** What the wording needs: plain values that go into JSON as they are. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly related?: readonly { readonly where: Place; readonly note: string }[];
}

/** What a stage made, and what it saw on the way and could not do. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
