import type { InForce } from "../model/in-force.ts";
import type { Scope } from "../model/law.ts";
import type { NotHeld } from "../model/not-held.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { Rule, Weekday } from "../model/rule.ts";
import type { UnreadShare } from "../model/unread-share.ts";

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

/** The law beneath a book that is not simply that of its calendar's country. */
export interface LawBeneath {
  readonly country: string;
  /** What the service gives; absent: `service`. */
  readonly scope?: Scope;
  /** Ids of provisions that a special law or the book sets aside. */
  readonly without?: readonly string[];
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
  /** Weekly days off where they are not Sunday, or Saturday and Sunday: holidays on them move on. ISO weekdays. */
  readonly rest?: readonly Weekday[];
  /** Absent: the law of the calendar's country, where there is one. */
  /** Clauses, of the regulation or of a law, by which terms may stand still. */
  readonly suspends?: readonly { readonly cite: string; readonly quote?: string }[];
  readonly law?: "none" | LawBeneath;
  /** What a reader has to know of the book as a whole: how it was made, and what was left alone. */
  readonly remarks?: readonly string[];
  /** Facts and papers that its rules name and the common vocabulary does not have. */
  readonly vocabulary?: OwnVocabulary;
  readonly notHeld?: readonly NotHeld[];
  /** Measured when the book was built of a text; absent: nobody knows. */
  readonly unread?: UnreadShare;
  readonly rules: readonly Rule[];
}
