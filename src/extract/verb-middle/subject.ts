import type { Cue } from "../../language/cues.ts";
import type { Grammar } from "../../language/grammar.ts";
import type { Subject } from "../../model/rule.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { entersIntoForce, isOfAct, isUnder, leads } from "../subject-signs.ts";
import { subjectsIn } from "./clause.ts";
import { isBefore } from "./start.ts";

/** What a term limits, from the words beside it and the section it stands in. */
export function subjectOf(statement: Statement, term: Mark, isSameDay: boolean, grammar: Grammar): Subject {
  if (entersIntoForce(statement)) return "entry-into-force";
  if (isOfAct(statement)) return "administration";
  if (informsCentre(statement)) return "administration";
  if (isUnder(statement, "complaint")) return "complaint";
  if (has(statement, "keeps-current")) return "administration";
  if (isValidity(statement, term, grammar)) return "validity";
  if (has(statement, "waiting") || leads(statement, "waiting")) return "waiting";
  if (has(statement, "at-the-desk")) return "handling";
  if (statement.cell?.isTerm === true) return "step";
  if (isSameDay) return isOnApplying(statement, term) && !isTakenIn(statement) ? "service" : "step";
  if (
    (statement.topic === "term" && !isBefore(statement, term)) ||
    (has(statement, "handed-in") && !isDone(statement, grammar))
  )
    return "service";
  if (isOfApplicant(statement) || isWait(statement, term)) return "other";
  if (isSetUnder(statement, "step-section")) return "step";
  if (isNews(statement)) return "response";
  if (isBefore(statement, term)) return "step";
  if (isTermOfService(statement, term) || isRendered(statement) || leads(statement, "term-of-service"))
    return "service";
  return "step";
}

/** `действительна в течение шести лет`, `выдается сроком на три года`; a term of papers that is over says nothing of this one. */
function isValidity(statement: Statement, term: Mark, grammar: Grammar): boolean {
  const isNear = (mark: Mark): boolean => mark.to <= term.from && term.from - mark.to <= NEAR;
  if (marksFor(statement, "for-a-term").some(isNear) && has(statement, "is-granted")) return true;
  return marksFor(statement, "good-for").some(
    (mark) =>
      mark.from < term.to &&
      (["done", "doing"] as const).every(
        (form) => !grammar.is(statement.words[mark.from - 1]?.text ?? "", form),
      ),
  );
}

/** Words at most between what something is the length of and the length. */
const NEAR = 2;

/** Whether somebody other than the applicant does something: `услугодатель со дня подачи документов проверяет …`. */
const isDone = (statement: Statement, grammar: Grammar): boolean =>
  subjectsIn(statement, grammar).some((mark) => !isOfApplicants(statement, mark));

/** `Срок оказания – …`: at the beginning; `за сутки до истечения срока оказания` only speaks of it. */
const isTermOfService = (statement: Statement, term: Mark): boolean =>
  marksFor(statement, "term-of-service").some((mark) => mark.from <= OPENING && mark.to <= term.from);

/** Words at most before what a sentence opens with. */
const OPENING = 2;

const isRendered = (statement: Statement): boolean =>
  has(statement, "service-given") &&
  marksFor(statement, "is-rendered").some((mark) => isSaid(statement, mark));

/** Whether the service is what the verb is said of, and is not only named: `при оказании государственной услуги`. */
const isSaid = (statement: Statement, verb: Mark): boolean =>
  marksFor(statement, "service-given").some(
    (service) => service.to <= verb.from || service.from === verb.to,
  ) && !marksFor(statement, "at-which").some((mark) => mark.to === verb.from);

/** Words at most between news and the word that it is sent. */
const TO_VERB = 14;

/** `уведомляет услугополучателя`, `решение направляется`: somebody is told something. */
const isNews = (statement: Statement): boolean =>
  has(statement, "informs") ||
  marksFor(statement, "is-sent").some((sent) =>
    (["notice", "answer"] as const).some((cue) =>
      marksFor(statement, cue).some((mark) => Math.abs(mark.from - sent.from) <= TO_VERB),
    ),
  );

/** A new request, or one for a changed paper, which the applicant has so long to hand in. */
const isOfApplicant = (statement: Statement): boolean =>
  has(statement, "application-itself") &&
  has(statement, "to-hand-in", "is-handed-in") &&
  has(statement, "applicant") &&
  !has(statement, "answer") &&
  !isNews(statement) &&
  marksFor(statement, "role-of").every((mark) => isOfApplicants(statement, mark)) &&
  marksFor(statement, "role").every((mark) => isOfApplicants(statement, mark));

/** `по истечении трех месяцев вправе подать`: until then the applicant has to wait. */
const isWait = (statement: Statement, term: Mark): boolean =>
  marksFor(statement, "after-so-long").some((mark) => mark.to === term.from) &&
  marksFor(statement, "role").some((mark) => isOfApplicants(statement, mark));

const isOfApplicants = (statement: Statement, mark: Mark): boolean =>
  marksFor(statement, "applicant").some((one) => one.from === mark.from);

/** `направляет информацию в контакт-центр`: what the centre answers people with is kept up. */
const informsCentre = (statement: Statement): boolean =>
  has(statement, "contact-centre") && has(statement, "is-sent", "sending");

/** Whether the leads of a statement, or the titles over it, have a cue. */
const isSetUnder = (statement: Statement, cue: Cue): boolean =>
  statement.under.some((title) => has(title, cue)) ||
  (statement.lead !== undefined && isUnder(statement.lead, cue));

/** `в день обращения регистрирует заявление`: the request is only taken in. */
const isTakenIn = (statement: Statement): boolean =>
  has(statement, "takes-in") && !has(statement, "is-rendered", "is-issued", "answer");

/** `в день обращения`, and `в тот же день` of an answer to the applicant. */
const isOnApplying = (statement: Statement, term: Mark): boolean =>
  marksFor(statement, "on-applying").some((mark) => mark.from >= term.from && mark.to <= term.to);
