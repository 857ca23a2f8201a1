import { dayOfInstant } from "../calendar/day.ts";
import type { Request } from "../check/request.ts";
import type { Library } from "../library/library.ts";
import { namedDay } from "../library/named-day.ts";
import { openLibrary } from "../library/open-library.ts";
import { receiptOf } from "../library/receipt.ts";
import { toldOf } from "../library/told.ts";
import { serviceForms } from "../library/service-form.ts";
import { servicesOf, type ServiceAtHand } from "../library/services.ts";
import type { Language } from "../model/language.ts";
import { hashOf } from "../model/print.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Channel } from "../model/rule.ts";
import type { StartedTerm, Verdict } from "../model/verdict.ts";
import { worded, type WordedVerdict } from "../report/check/worded.ts";
import { FORM_WORDS } from "../report/form/words.ts";
import { Names } from "../report/names.ts";
import { languageNamed, pathsIn } from "./options.ts";
import { attempt, refusedBySchema, type Result } from "./result.ts";

/** What a library is opened from; what is not named is what Tarmaq brings. */
export interface LibraryOptions {
  /** Rulebooks by their paths, and folders of them (`schemas/rulebook.schema.json`). */
  readonly rules?: string | readonly string[];
  /** A folder of calendars, `<country>/<year>.json`: countries are looked for there before those that Tarmaq brings. */
  readonly calendars?: string;
  /** Leave out the general law beneath the rulebooks (`rules/<country>-law`); verdicts say so. */
  readonly withoutLaw?: boolean;
}

/** How a request is to be judged. */
export interface CheckOptions {
  /** Day by whose version is judged, `2025-03-17`; without it the day of submission. */
  readonly at?: string;
  /** Language of the sentences; `en` where nothing is said. */
  readonly lang?: Language;
  /** Also the fewest changes that would make the request admissible. */
  readonly smallestFix?: boolean;
}

/** A verdict with a sentence for each reason, and what it was made of. */
export interface CheckAnswer extends WordedVerdict {
  readonly receipt: Receipt;
}

/** Which version's form is wanted, and in which language its titles are. */
export interface FormOptions {
  /** By the version in force on this day; without it today's by this machine's clock, or failing that the latest. */
  readonly at?: string;
  /** `kk` where nothing is said; `x-labels` has all languages. */
  readonly lang?: Language;
  /**
   * Who shows it: `json-schema` (where nothing is said) for renderers that read JSON Schema 2020-12 whole, `json-editor`
   * for one that does not, `json-forms` for an object of a schema, a layout and the data to begin with.
   */
  readonly renderer?: "json-schema" | "json-forms" | "json-editor";
}

/** A request of which nothing is known but that it was made. */
export interface Begun {
  /** The rulebook's `id`, or the service's own. */
  readonly service: string;
  readonly channel: Channel;
  /** When it was made, `2025-03-17T10:00`; without an offset it is read in the provider's zone. */
  readonly start: string;
  /** IANA zone of the provider, where it is not the rulebook's. */
  readonly zone?: string;
}

/** Rulebooks at hand, and what can be asked of them. Nothing is written, and nothing is kept of what is asked. */
export interface JudgingLibrary {
  /**
   * Says whether a request is admissible, why, what is missing and until when it must be answered, by the version in
   * force when it was submitted. A request is a fault where its schema does not pass it (every place is told), where no
   * rulebook is at hand for the service, and where no version was in force; not admitted is an answer.
   */
  readonly check: (request: Request, options?: CheckOptions) => Result<CheckAnswer>;
  /** The JSON Schema (2020-12) of a request for a service: it asks for what its rules look at. */
  readonly form: (service: string, options?: FormOptions) => Result<Readonly<Record<string, unknown>>>;
  /** The terms that a request starts, and when each ends: what `check` tells as `deadlines`, without judging anybody. */
  readonly due: (begun: Begun) => Result<readonly StartedTerm[]>;
  /** The services that there are rulebooks for, with their versions. */
  readonly services: () => readonly ServiceAtHand[];
}

/** Opens a library as its options say. Throws `Trouble`. */
export const openedBy = ({ rules, calendars, withoutLaw }: LibraryOptions): Library =>
  openLibrary({ rules: pathsIn(rules), calendars, law: withoutLaw === true ? "left-out" : "beneath" });

/** What can be asked of an open library without an audit. */
export function judgingBy(library: Library): JudgingLibrary {
  const formOf = serviceForms(FORM_WORDS);
  const vocabulary = hashOf(library.vocabulary);
  const namesFor = (verdict: Verdict, lang: Language): Names =>
    new Names(library.vocabularyOf(verdict), languageNamed(lang));
  return {
    check: (request, { at, lang = "en", smallestFix } = {}) =>
      refusedBySchema("request", request, "the request") ??
      attempt("the request", () => {
        const day = at === undefined ? undefined : namedDay(at, "--at");
        const verdict = library.judge(request, { at: day, withFix: smallestFix });
        const told = worded(verdict, namesFor(verdict, lang));
        const receipt = { ...receiptOf(request, verdict, vocabulary, at), told: toldOf({ ...told }, lang) };
        return { ...told, receipt };
      }),
    form: (service, { at, lang = "kk", renderer } = {}) =>
      attempt("the service", () => {
        const day = at === undefined ? undefined : namedDay(at, "--at");
        const volume = library.volumeFor(service, day, dayOfInstant(Date.now()));
        return formOf(volume, languageNamed(lang), renderer) as Readonly<Record<string, unknown>>;
      }),
    due: ({ service, channel, start, zone }) => {
      const request = { service, channel, submitted: start, ...(zone === undefined ? {} : { zone }) };
      return (
        refusedBySchema("request", request, "the request") ??
        attempt("the request", () => library.judge(request).deadlines)
      );
    },
    services: () => servicesOf(library.volumes),
  };
}
