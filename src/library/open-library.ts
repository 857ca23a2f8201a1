import { readRulebooks } from "../files/read-rulebook.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { Calendars } from "./calendars.ts";
import { Laws } from "./laws.ts";
import { Library } from "./library.ts";

/** What a library is made of; what is not named is what Tarmaq brings. */
export interface LibraryFrom {
  /** Rulebooks, and folders of them. */
  readonly rules?: readonly string[] | undefined;
  /** Only the books that name this service are held against their schema, if there are any. */
  readonly service?: string | undefined;
  /** A folder in which calendars (`<country>/<year>.json`) are looked for before those that Tarmaq brings. */
  readonly calendars?: string | undefined;
  /** Whether the general law of a book's country lies beneath it. Absent: it does not, and nobody says so. */
  readonly law?: "beneath" | "left-out" | undefined;
}

/** Opens a library. Throws `Trouble` that names the file, the rule and what was expected. */
export const openLibrary = ({ rules, service, calendars, law }: LibraryFrom = {}): Library =>
  new Library(
    readRulebooks(rules, service),
    readVocabulary(),
    new Calendars({ folder: calendars }),
    law === "beneath" ? new Laws(rules) : law,
  );
