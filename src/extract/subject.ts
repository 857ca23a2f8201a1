import type { Cue } from "../language/cues.ts";
import type { Subject } from "../model/rule.ts";
import type { Mark } from "./marks.ts";
import { has, marksFor } from "./sentence.ts";
import { isBefore } from "./start.ts";
import type { Statement } from "./statement.ts";

/** What a term limits, from the words beside it and the section it stands in. */
export function subjectOf(statement: Statement, term: Mark, isSameDay: boolean): Subject {
  if (has(statement, "entry-into-force")) return "entry-into-force";
  if (statement.service === 0) return "administration";
  if (isUnder(statement, "complaint")) return "complaint";
  if (has(statement, "keeps-current")) return "administration";
  if (has(statement, "good-for")) return "validity";
  if (has(statement, "waiting")) return "waiting";
  if (has(statement, "at-the-desk")) return "handling";
  if (statement.cell?.isTerm === true) return "step";
  if (isSameDay) return isOnApplying(statement, term) ? "service" : "step";
  if (statement.topic === "term" || has(statement, "handed-in")) return "service";
  if (isUnder(statement, "step-section")) return "step";
  if (has(statement, "answer")) return "response";
  if (isBefore(statement, term)) return "step";
  if (has(statement, "term-of-service", "is-rendered")) return "service";
  return has(statement, "is-issued") ? "service" : "step";
}

/** Events of a log that the subject alone decides. */
export function eventsOf(subject: Subject): { fromEvent?: string; toEvent?: string } {
  switch (subject) {
    case "service":
      return { fromEvent: "submitted", toEvent: "result-issued" };
    case "waiting":
      return { fromEvent: "arrived", toEvent: "submitted" };
    case "complaint":
      return { fromEvent: "complaint-filed", toEvent: "complaint-answered" };
    default:
      return {};
  }
}

/** Whether the statement, its leads or the titles over it have a cue. */
function isUnder(statement: Statement, cue: Cue): boolean {
  if (has(statement, cue) || statement.under.some((title) => has(title, cue))) return true;
  return statement.lead !== undefined && isUnder(statement.lead, cue);
}

/** `жүгінген күні`, `өтініш берілген күні`, and `күн ішінде` of an answer to the applicant. */
const isOnApplying = (statement: Statement, term: Mark): boolean =>
  marksFor(statement, "in-the-day").some((mark) => mark.from === term.from) ||
  marksFor(statement, "on-applying").some((mark) => mark.from === term.from);
