import type { Mark } from "./marks.ts";
import { applicantNamings, isAppliedForBy } from "./phrase.ts";
import { gapAfter, has, marksFor, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

export const namesPersons = (sentence: Sentence): boolean =>
  has(sentence, "natural-person", "legal-person", "natural-and-legal");

/** `көрсетілетін қызметті алушы – … жеке және заңды тұлғалар`. */
export function isDefinition(statement: Statement): boolean {
  if (!namesPersons(statement)) return false;
  const dashed = marksFor(statement, "applicant").some((mark) =>
    /^\s*[-–—]\s/.test(gapAfter(statement, mark.to - 1)),
  );
  return dashed && !has(statement, "called-hereafter");
}

/** `жеке тұлғаларға … көрсетіледі`, `жеке тұлға (бұдан әрі – тұтынушы)`. */
export function isRenderedTo(statement: Statement): boolean {
  if (has(statement, "rendered-to")) return true;
  const rendered = has(statement, "is-rendered") && has(statement, "service-given");
  const called = applicantNamings(statement);
  if (rendered && called.length > 0) return true;
  if (opensWithPerson(statement, called)) return true;
  if (!namesPersons(statement)) return false;
  if (isAppliedForBy(statement)) return true;
  if (rendered && has(statement, "recipients")) return true;
  const named = [...marksFor(statement, "natural-person"), ...marksFor(statement, "legal-person")];
  return called.some((mark) =>
    named.some((person) => mark.from >= person.to && mark.from - person.to <= NEAR),
  );
}

/** `Лицо, претендующее на … (далее – услугополучатель), направляет …`: who applies opens the sentence and is named there. */
export const opensWithPerson = (statement: Statement, called: readonly Mark[]): boolean =>
  has(statement, "hands-in", "applies") &&
  (["applicant", "role-of"] as const).some((cue) =>
    marksFor(statement, cue).some((mark) =>
      called.some((naming) => mark.to <= naming.from && naming.from - mark.to <= MOST_OF_PERSON),
    ),
  );

/** Words at most of who applies, before the name that the text gives them. */
const MOST_OF_PERSON = 16;

/** Words at most between a person and the name the text gives it. */
const NEAR = 5;

/** `Государственная услуга оказывается гражданам (далее – услугополучатель):`, whose list says which of them. */
export const namesRecipients = (statement: Statement): boolean =>
  has(statement, "is-rendered") && has(statement, "recipients") && applicantNamings(statement).length > 0;

/** An item of `… мыналарға беріледі: 1) азаматтарға – … жағдайда`. */
export function isListedRecipient(statement: Statement): boolean {
  if (statement.lead === undefined || statement.provision.type !== "item") return false;
  if (namesRecipients(statement.lead)) return true;
  const ends = statement.tail ?? statement;
  return (
    has(ends, "is-issued", "is-rendered") &&
    marksFor(statement, "recipients").some((mark) => mark.from <= NEAR_START)
  );
}

/** Words at most between the beginning of a sentence and whom it speaks of. */
const NEAR_START = 8;
