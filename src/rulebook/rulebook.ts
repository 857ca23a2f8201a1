import type { Rule } from "../model/rule.ts";

/** A date (`YYYY-MM-DD`), a date that is assumed and says why, `unknown`, or, for an end, `null`: none. */
export type ValidityDate = string | { readonly assumed: string; readonly why: string };

/** Something that the regulation leaves to an act that is not at hand. */
export interface NotHeld {
  /** Kinds of rules that the other act holds: `document`, `refusal`, `deadline` … */
  readonly kinds: readonly string[];
  /** The other act or part, in the text's words. */
  readonly what: string;
  readonly path?: string;
  readonly cite: string;
  readonly quote?: string;
}

/** The reviewed rules of one regulation version. `id`, `rules` and each rule's `cite` are all that must be there. */
export interface Rulebook {
  readonly id: string;
  readonly version?: string;
  readonly language?: string;
  readonly service?: { readonly number: number; readonly name: Readonly<Record<string, string>> };
  readonly act?: {
    readonly id: string;
    readonly title: string;
    readonly number: string;
    readonly date: string;
    readonly body: string;
  };
  readonly inForce?: {
    readonly from: ValidityDate;
    readonly until: ValidityDate | null;
    readonly adopted?: string;
    readonly repealed?: string;
  };
  /** IANA zone of the provider. */
  readonly zone?: string;
  /** Folder under `rules/calendars`; without one no day moves and working days are an error. */
  readonly calendar?: string;
  readonly week?: 5 | 6;
  readonly notHeld?: readonly NotHeld[];
  readonly rules: readonly Rule[];
}
