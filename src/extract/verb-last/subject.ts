import type { Grammar } from "../../language/grammar.ts";
import type { Subject } from "../../model/rule.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor } from "../sentence.ts";
import { isBefore } from "./start.ts";
import type { Statement } from "../statement.ts";
import { entersIntoForce, isOfAct, isUnder, leads } from "../subject-signs.ts";

/** What a term limits, from the words beside it and the section it stands in. */
export function subjectOf(statement: Statement, term: Mark, isSameDay: boolean, grammar: Grammar): Subject {
  if (entersIntoForce(statement)) return "entry-into-force";
  if (isOfAct(statement)) return "administration";
  if (isUnder(statement, "complaint", (mark) => !isAttribute(statement, mark, grammar))) return "complaint";
  if (has(statement, "keeps-current") || informsCentre(statement)) return "administration";
  if (isValidity(statement, term, grammar)) return "validity";
  if (has(statement, "waiting") || leads(statement, "waiting")) return "waiting";
  if (has(statement, "at-the-desk")) return "handling";
  if (statement.cell?.isTerm === true) return "step";
  if (isSameDay) return isOnApplying(statement, term) && !isTakenIn(statement, grammar) ? "service" : "step";
  if (informsApplicant(statement, term)) return "response";
  if (statement.topic === "term" || has(statement, "handed-in")) return "service";
  if (isUnder(statement, "step-section")) return "step";
  if (answers(statement) || isNotice(statement)) return "response";
  if (isBefore(statement, term)) return "step";
  if (has(statement, "term-of-service", "is-rendered") || leads(statement, "term-of-service"))
    return "service";
  if (!has(statement, "is-issued")) return "step";
  return has(statement, "application-itself") ? "other" : "service";
}

/** `10 күн жарамды`, `қолданылу мерзімі – 10 күн`, `үш айдан аспайтын мерзімге беріледі`; not what is done within a term. */
function isValidity(statement: Statement, term: Mark, grammar: Grammar): boolean {
  const isNear = (mark: Mark): boolean => mark.from >= term.to && mark.from - term.to <= NEAR;
  const lasts = marksFor(statement, "for-a-term").some(isNear) && has(statement, "is-granted");
  if (lasts) return true;
  const within = marksFor(statement, "within").some((mark) => mark.from === term.to);
  // `қолданылу мерзімі өткен құжаттар`: said of papers, not of the term.
  const isPast = (mark: Mark): boolean =>
    grammar.is(statement.words[mark.to]?.text ?? "", "done") ||
    marksFor(statement, "checks").some((checks) => checks.from === mark.to);
  return marksFor(statement, "good-for").some((mark) => (mark.from >= term.to || !within) && !isPast(mark));
}

/** Words at most between a term and what it is the length of: `үш айдан аспайтын мерзімге`. */
const NEAR = 2;

/** `… туралы хабарлама … жіберіледі`. */
const isNotice = (statement: Statement): boolean =>
  marksFor(statement, "notice").some((mark) => !isStart(statement, mark)) &&
  marksFor(statement, "is-sent").some((mark) => mark.to === statement.words.length);

/** Words at most between a term and what is told within it. */
const TO_NEWS = 8;

/** `алушыны бір жұмыс күні ішінде … туралы хабардар етеді`. */
const informsApplicant = (statement: Statement, term: Mark): boolean =>
  has(statement, "applicant") &&
  marksFor(statement, "informs").some((mark) => mark.from >= term.to && mark.from - term.to <= TO_NEWS);

/** `қабылданғаны туралы ақпаратты … байланыс орталығына … жібереді`: what the centre answers people with is kept up. */
const informsCentre = (statement: Statement): boolean =>
  has(statement, "contact-centre") && has(statement, "information") && has(statement, "sending");

/** Whether the statement says that somebody answers; an answer that a term only begins with is none. */
const answers = (statement: Statement): boolean =>
  marksFor(statement, "answer").some((mark) => !isStart(statement, mark));

/** Words at most between a word and the end of the event that a term is counted from. */
const TO_START = 4;

/** `хабарлама жолданған күннен бастап`: part of what a term is counted from. */
const isStart = (statement: Statement, mark: Mark): boolean =>
  marksFor(statement, "count-from").some((from) => from.from >= mark.to && from.from - mark.to <= TO_START);

/** Words at most between a word and the participle that it goes with: `шағым келіп түскен`. */
const TO_PARTICIPLE = 1;

/** `шағым түскен учаске`: what some thing is told by, neither by whom nor from when on. */
function isAttribute(statement: Statement, mark: Mark, grammar: Grammar): boolean {
  const done = [0, TO_PARTICIPLE]
    .map((more) => mark.to + more)
    .find((at) => grammar.is(statement.words[at]?.text ?? "", "done"));
  if (done === undefined || statement.words[done + 1] === undefined) return false;
  const isNext = (other: Mark): boolean => other.from > done && other.from - done <= TO_START;
  return !(["count-from", "in-case", "role", "applicant", "day-of"] as const).some((cue) =>
    marksFor(statement, cue).some(isNext),
  );
}

/** `жүгінген күні өтінішті қабылдайды және тіркейді`: the request is only taken in. */
const isTakenIn = (statement: Statement, grammar: Grammar): boolean =>
  has(statement, "takes-in") &&
  !has(statement, "is-rendered", "is-issued", "answer") &&
  statement.words.some(({ text }) => grammar.is(text, "says"));

/** `жүгінген күні`, `өтініш берілген күні`, and `күн ішінде` of an answer to the applicant. */
const isOnApplying = (statement: Statement, term: Mark): boolean =>
  marksFor(statement, "in-the-day").some((mark) => mark.from === term.from) ||
  marksFor(statement, "on-applying").some((mark) => mark.from === term.from);
