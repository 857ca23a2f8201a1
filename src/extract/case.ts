import type { Grammar } from "../language/grammar.ts";
import { has, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { waysIn } from "./ways.ts";

/**
 * The case that a statement is told for: the words of the nearest heading over it, in its cell or list, that says for whom
 * or when (`Лицензияны қайта ресімдеу үшін:`, `жоғалған жағдайда:`). A heading that only says that the service is applied
 * for, or where, sets no case.
 */
export function caseOf(statement: Statement, grammar: Grammar): string | undefined {
  for (let lead = statement.lead; lead !== undefined; lead = lead.lead) {
    const words = caseIn(lead, grammar);
    if (words !== undefined) return words;
    if (isWholeCase(lead)) return wordsBetween(lead, 0, lead.words.length);
    if (has(lead, "list-of-documents", "refusal-made")) return undefined;
  }
  return undefined;
}

/**
 * The words that make a case of a heading. A whole sentence that asks for papers, `X ресімдеу үшін алушы
 * мынадай құжаттарды ұсынады:`, tells a case only where others beside it tell others: else X is the service.
 */
function caseIn(heading: Statement, grammar: Grammar): string | undefined {
  const mark = syntaxOf(grammar).caseWords(heading);
  if (mark === undefined || (isSentence(heading) && heading.oneOfCases !== true)) return undefined;
  return wordsBetween(heading, mark.from, mark.to);
}

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
