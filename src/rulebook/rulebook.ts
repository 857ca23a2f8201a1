import type { Rule } from "../model/rule.ts";

/** A date (`YYYY-MM-DD`), `unknown`, or a date that is assumed and says why. */
export type ValidityDate = string | { readonly assumed: string; readonly why: string };

/** When a version is in force. The interval is half-open, as spans are. */
export interface InForce {
  /** First day in force. */
  readonly from: ValidityDate;
  /** First day on which it is no longer in force; `null`: no end is known. */
  readonly until: ValidityDate | null;
  /** Day of the act itself: before it the version cannot have been in force, whatever `from` turns out to be. */
  readonly adopted?: string;
  /** Day of the act that repealed it: it was in force until then at least, whatever `until` turns out to be. */
  readonly repealed?: string;
}

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

export interface Service {
  /** Name of the service across acts and versions, where it has one; a request may use it instead of the book's `id`. */
  readonly id?: string;
  /** Number of the service in its act, in order of the text. */
  readonly number?: number;
  /** Name by language: `kk`, `ru`, `en`. */
  readonly name: Readonly<Record<string, string>>;
}

export interface Act {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly body: string;
}

/** The reviewed rules of one regulation version. `id`, `rules` and each rule's `cite` are all that must be there. */
export interface Rulebook {
  /** `<act>/<number of the service>`; the same for every version of the regulation. */
  readonly id: string;
  /** Names this version among those of the same `id`. */
  readonly version?: string;
  readonly language?: string;
  readonly service?: Service;
  readonly act?: Act;
  /** Absent: the book judges whatever the date. */
  readonly inForce?: InForce;
  /** IANA zone of the provider. */
  readonly zone?: string;
  /** Folder under `rules/calendars`; without one no day moves and working days are an error. */
  readonly calendar?: string;
  readonly week?: 5 | 6;
  /** What a reader has to know of the book as a whole: how it was made, and what was left alone. */
  readonly remarks?: readonly string[];
  readonly notHeld?: readonly NotHeld[];
  readonly rules: readonly Rule[];
}
