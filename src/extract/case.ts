import type { Mark } from "./marks.ts";
import { has, marksFor, overlaps, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { waysIn } from "./ways.ts";

/**
 * The case that a statement is told for: the words of the nearest heading over it, in its cell or list, that says for whom
 * or when (`Лицензияны қайта ресімдеу үшін:`, `жоғалған жағдайда:`). A heading that only says that the service is applied
 * for, or where, sets no case.
 */
export function caseOf(statement: Statement): string | undefined {
  for (let lead = statement.lead; lead !== undefined; lead = lead.lead) {
    const words = caseIn(lead);
    if (words !== undefined) return words;
    if (isWholeCase(lead)) return wordsBetween(lead, 0, lead.words.length);
    if (has(lead, "list-of-documents", "refusal-made")) return undefined;
  }
  return undefined;
}

/**
 * The words of a heading up to the one that makes a case of it. A whole sentence that asks for papers, `X ресімдеу үшін алушы
 * мынадай құжаттарды ұсынады:`, tells a case only where others beside it tell others: else X is the service.
 */
function caseIn(heading: Statement): string | undefined {
  const mark = caseMark(heading);
  if (mark === undefined || (isSentence(heading) && heading.oneOfCases !== true)) return undefined;
  return wordsBetween(heading, 0, mark.to);
}

/** The word that makes a case of a heading. */
export const caseMark = (heading: Statement): Mark | undefined =>
  [...marksFor(heading, "for-whom"), ...marksFor(heading, "in-case"), ...endingAtWhich(heading)]
    .filter((one) => !isGeneral(heading, one))
    .sort((a, b) => a.to - b.to)
    .at(-1);

/** `Рұқсат беру кезінде:` at the end of a heading. */
const endingAtWhich = (heading: Statement): readonly Mark[] =>
  marksFor(heading, "at-which").filter((mark) => mark.to === heading.words.length);

const isSentence = (heading: Statement): boolean =>
  has(heading, "applicant") && has(heading, "to-hand-in", "list-of-documents");

/** `… қамтамасыз ету бойынша:`: neither a list of papers nor a way of applying, so what it heads is asked for in that. */
const isWholeCase = (heading: Statement): boolean =>
  heading.closing === ":" &&
  waysIn(heading).length === 0 &&
  !(heading.channels.length > 0 && heading.lead === undefined) &&
  !has(
    heading,
    "list-of-documents",
    "when-applying",
    "to-get-the-service",
    "to-render-the-service",
    "document",
  ) &&
  heading.words.length <= LONGEST &&
  heading.topic !== "refusal";

/** Words at most of a heading that is a case as a whole. */
const LONGEST = 30;

/** Everybody applies, and for the service: that is no case. */
const isGeneral = (heading: Statement, mark: Mark): boolean =>
  (waysIn(heading).length > 0 &&
    (heading.words.length <= SHORT || overlaps(heading, "when-applying", mark))) ||
  (["to-get-the-service", "to-render-the-service", "turned-to"] as const).some((cue) =>
    overlaps(heading, cue, mark),
  );

/** Words at most of a heading that says no more than by which way. */
const SHORT = 4;
