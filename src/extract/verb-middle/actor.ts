import type { Grammar } from "../../language/grammar.ts";
import { gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { isApplicant } from "../phrase.ts";
import { marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { casesIn } from "./cases.ts";
import { isVerb, nameStart, subjectsIn } from "./clause.ts";

/** The words for whoever a term binds: the addressee of a complaint, the subject of the sentence, or by whom it is done. */
export function actorOf(statement: Statement, term: Mark, grammar: Grammar): string | undefined {
  const inColumn = statement.cell?.actor?.text.trim();
  if (inColumn !== undefined && inColumn !== "") return inColumn;
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead) {
    const before = at === statement ? term.from : at.words.length;
    const mark = addressee(at) ?? subjectNear(at, before, grammar) ?? doneBy(at, before);
    if (mark === undefined) continue;
    const from = nameStart(at, mark.from, 0, grammar);
    return wordsBetween(at, from, nameEnd(at, mark, grammar));
  }
  return undefined;
}

/** `в адрес уполномоченного органа`, `на имя руководителя`: the word that the address opens. */
function addressee(statement: Statement): Mark | undefined {
  const [addressed] = marksFor(statement, "addressed");
  return addressed === undefined ? undefined : { from: addressed.to, to: addressed.to + 1 };
}

/** The subject last before the term, else the first behind it; the applicant's name only where there is no other. */
function subjectNear(statement: Statement, before: number, grammar: Grammar): Mark | undefined {
  const cases = casesIn(statement, grammar);
  const free = subjectsIn(statement, grammar).filter(
    (mark) => !cases.some((one) => one.from < mark.from && mark.to <= one.to),
  );
  const others = free.filter((mark) => !isApplicant(statement, mark));
  const nearest = (marks: readonly Mark[]): Mark | undefined =>
    marks.findLast((mark) => mark.to <= before && isHeadOf(statement, mark, marks)) ?? marks[0];
  return nearest(others) ?? nearest(free);
}

/** Words at most between a name and the one before it that it belongs to. */
const NEAR = 4;

/** Whether no name right before it owns this one: `работник подразделения`, where both read alike. */
const isHeadOf = (statement: Statement, mark: Mark, marks: readonly Mark[]): boolean =>
  !marks.some(
    (other) =>
      other.to <= mark.from &&
      mark.from - other.to <= NEAR &&
      statement.words
        .slice(other.to, mark.from + 1)
        .every((_, index) => gapBefore(statement, other.to + index).trim() === ""),
  );

/** `услугодателем`: by whom a thing is done. */
const doneBy = (statement: Statement, before: number): Mark | undefined => {
  const marks = marksFor(statement, "role-of");
  return marks.findLast((mark) => mark.to <= before) ?? marks[0];
};

/** Words at most of a name. */
const LONGEST = 14;
const STOPS = [
  "within",
  "at-most",
  "no-later",
  "count-from",
  "day-of",
  "after-so-long",
  "in-case",
  "at-which",
  "by-way",
  "phrase-end",
  "duty",
  "may-obtain",
  "not-alone",
] as const;

/** The word behind a name: what belongs to it stands behind its first word. */
function nameEnd(statement: Statement, mark: Mark, grammar: Grammar): number {
  const stops = STOPS.flatMap((cue) => marksFor(statement, cue));
  const most = Math.min(statement.words.length, mark.to + LONGEST);
  for (let at = mark.to; at < most; at += 1) {
    const isOver =
      gapBefore(statement, at).trim() !== "" ||
      isVerb(statement, at, grammar) ||
      stops.some((stop) => stop.from === at);
    if (isOver) return at;
  }
  return most;
}
