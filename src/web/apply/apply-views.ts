import type { Language } from "../../model/language.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { ToldAct } from "../../report/act-text.ts";
import type { Names } from "../../report/names.ts";

/** What every page for applicants is made with. */
export interface ApplyFrame {
  readonly lang: Language;
  /** Where the pages are, `/apply`. */
  readonly base: string;
  /** Path of this page, with the day that was asked for: languages are added to it. */
  readonly here: string;
}

/** How a question is answered. */
export type Input =
  | { readonly is: "choice"; readonly options: readonly Option[]; readonly mayBeUnknown: boolean }
  | { readonly is: "number" | "date" | "text" | "lines" };

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A question of the form, with what was answered to it. */
export interface Question {
  /** Of its element on the page. */
  readonly id: string;
  /** Of its field in the body. */
  readonly name: string;
  readonly title: string;
  readonly help?: string | undefined;
  readonly input: Input;
  /** Absent: it was not answered. */
  readonly answer?: string | undefined;
  readonly fault?: string | undefined;
  /** It was left open, and its answer would decide. */
  readonly isWanted: boolean;
}

/** A paper of the form, and whether the applicant has it. */
export interface Paper {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly isThere: boolean;
  /** Its last day, where it has one. */
  readonly until?: Question | undefined;
}

/** A form, filled in as far as somebody has. */
export interface ApplyForm {
  readonly service: string;
  /** Day by whose rules is asked, `YYYY-MM-DD`, where it was named. */
  readonly at?: string | undefined;
  readonly channel: Question;
  readonly facts: readonly Question[];
  readonly papers: readonly Paper[];
  /** Nobody knows yet which papers there are. */
  readonly arePapersUnknown: boolean;
  readonly papersFault?: string | undefined;
  /** Which papers there are would decide. */
  readonly arePapersWanted: boolean;
  /** Whether it has been sent. */
  readonly isSent: boolean;
}

/** The answer to a form that was sent, and what it is told with. */
export interface ApplyAnswer {
  readonly verdict: Verdict;
  readonly names: Names;
  readonly act: ToldAct | undefined;
  /** Language of the act's text that was read. */
  readonly textLanguage: string | undefined;
}

/** A service in the list of all. */
export interface ListedService {
  readonly href: string;
  readonly name: string;
  /** By which it is given; services of several regions are called alike. */
  readonly act: ToldAct | undefined;
  /** Language of that act. */
  readonly textLanguage: string | undefined;
  readonly isInForce: boolean;
}

/** A version of a service's rules, and where its form is. */
export interface ListedVersion {
  readonly href: string | undefined;
  readonly from: string | undefined;
  /** First day on which it is no longer in force, or `unknown`; absent: no end is known of. */
  readonly until: string | undefined;
}
