import type { Mark } from "./marks.ts";
import { isApplicant, openingOf } from "./phrase.ts";
import { has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The words for the event that a term runs from, or back from: `тіркелген күннен бастап`, `жүгінген күні`. */
export function startOf(statement: Statement, term: Mark, isSameDay: boolean): string | undefined {
  if (isSameDay) {
    const [day] = marksFor(statement, "day-of").filter((mark) => mark.to === term.to);
    if (day !== undefined) return wordsBetween(statement, openingOfEvent(statement, term.from), day.to);
  }
  const until = marksFor(statement, "until").find((mark) => mark.to === term.from);
  const following = marksFor(statement, "following").find((mark) => mark.to === term.from);
  const since =
    following ?? until ?? marksFor(statement, "count-from").findLast((mark) => mark.from < term.from);
  if (since !== undefined) return wordsBetween(statement, openingOfEvent(statement, since.from), since.to);
  const applying = marksFor(statement, "when-applying").findLast((mark) => mark.from < term.from);
  if (applying === undefined || has(statement, "service-given", "term-of-service")) return undefined;
  return wordsBetween(statement, applying.from, applying.to);
}

/** The first word of the phrase that ends at a word; whoever acts, and the act, service or complaint itself, are no part of it. */
function openingOfEvent(statement: Statement, at: number): number {
  const actors = marksFor(statement, "role").filter((mark) => !isApplicant(statement, mark));
  const others = (["the-complaint", "the-act", "service-given"] as const).flatMap((cue) =>
    marksFor(statement, cue),
  );
  return openingOf(statement, at, [...actors, ...others]);
}
