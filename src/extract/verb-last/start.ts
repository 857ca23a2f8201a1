import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { isApplicant, openingOf } from "../phrase.ts";
import { has, marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** The words for the event that a term runs from, or back from: `тіркелген күннен бастап`, `жүгінген күні`. */
export function startOf(
  statement: Statement,
  term: Mark,
  isSameDay: boolean,
  grammar: Grammar,
): string | undefined {
  if (isSameDay) {
    const [day] = marksFor(statement, "day-of").filter((mark) => mark.to === term.to);
    if (day !== undefined)
      return wordsBetween(statement, openingOfEvent(statement, term.from, grammar), day.to);
  }
  const until = untilWhat(statement, term);
  const following = marksFor(statement, "following").find((mark) => mark.to === term.from);
  const since =
    following ?? until ?? marksFor(statement, "count-from").findLast((mark) => mark.from < term.from);
  if (until !== undefined)
    return wordsBetween(statement, openingOf(statement, until.from, grammar), until.to);
  if (since !== undefined)
    return wordsBetween(statement, openingOfEvent(statement, since.from, grammar), since.to);
  const applying = marksFor(statement, "when-applying").findLast((mark) => mark.from < term.from);
  if (applying === undefined || has(statement, "service-given", "term-of-service")) return undefined;
  return wordsBetween(statement, applying.from, applying.to);
}

/** The first word of the phrase that ends at a word; whoever acts, and the act, service or complaint itself, are no part of it. */
function openingOfEvent(statement: Statement, at: number, grammar: Grammar): number {
  const actors = marksFor(statement, "role").filter((mark) => !isApplicant(statement, mark));
  const others = (["the-complaint", "the-act", "service-given", "term-of-service"] as const).flatMap((cue) =>
    marksFor(statement, cue),
  );
  return openingOf(statement, at, grammar, [...actors, ...others]);
}

/** Words at most between the event and a term counted back from it: `дейін кемінде 3 жұмыс күні бұрын`. */
const NEAR = 1;

/** `… дейін үш жұмыс күнінен кешіктірмей`: the word that makes of an event the end of the term. */
const untilWhat = (statement: Statement, term: Mark): Mark | undefined =>
  marksFor(statement, "until").find((mark) => mark.to <= term.from && term.from - mark.to <= NEAR);

/** Whether a term is counted back from its event. */
export const isBefore = (statement: Statement, term: Mark): boolean =>
  untilWhat(statement, term) !== undefined ||
  marksFor(statement, "before").some((mark) => mark.from === term.to);
