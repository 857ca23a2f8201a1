import type { Grammar } from "../../language/grammar.ts";
import { isBeside, isGivenBy, objectBefore, subjectsIn } from "./document-objects.ts";
import { saidCases } from "./condition.ts";
import type { Span } from "../../model/span.ts";
import { DOUBTFUL, LIKELY, type Reading } from "../extractor.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor, spanBetween, standsIn, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentReadings, Syntax } from "../syntax.ts";
import { isAskedFor } from "../asked-for.ts";

/** The documents that a sentence of a clause asks for: told as needed, as handed in by the applicant, or as attached. */
export const toldInSentence: Syntax["toldInSentence"] = (statement, grammar, readings) =>
  [needed, handedIn, handedInPassive, carried].flatMap((read) => read(statement, grammar, readings));

/** `қызметті алуы үшін … құжаты болуы қажет`. */
function needed(statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] {
  const [purpose] = marksFor(statement, "to-get-the-service");
  const [need] = marksFor(statement, "needed").filter(
    (mark) => purpose !== undefined && mark.from > purpose.to,
  );
  if (purpose === undefined || need === undefined || !isAskedFor(statement)) return [];
  return readings(statement, purpose.to, need.from, LIKELY, undefined, grammar);
}

/** The applicant hands something in: `алушы … құжатты ұсынады`, or sends a request with a signature in a step. */
function handedIn(statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] {
  if (has(statement, "elsewhere", "request-blank")) return [];
  if (isSentInStep(statement)) return readings(statement, 0, 0, LIKELY, undefined, grammar);
  if (has(statement, "complaint", "to-court")) return [];
  const verb = [...marksFor(statement, "to-hand-in"), ...marksFor(statement, "applies")].find((mark) =>
    isGivenBy(statement, mark, grammar),
  );
  if (verb === undefined) return handedInLater(statement, grammar, readings);
  const condition = conditionBefore(statement);
  const confidence = condition === undefined ? LIKELY : DOUBTFUL;
  const object = objectBefore(statement, verb, grammar);
  const parts =
    object === undefined ? [] : readings(statement, object.from, object.to, confidence, condition, grammar);
  if (parts.length > 1) return parts.filter((one) => !pointsElsewhere(statement, one.words));
  const whole = readings(statement, 0, 0, confidence, condition, grammar);
  const tellsHow = statement.words.length >= LONG || has(statement, "to-get-the-service");
  if (object !== undefined && pointsElsewhere(statement, spanBetween(statement, object.from, object.to)))
    return [];
  if (!tellsHow || object === undefined) return whole;
  const to = verb.from - object.to > FAR ? object.to : verb.to;
  const end = statement.words[to - 1]?.end ?? statement.end;
  return whole.map((one) => ({
    ...one,
    words: { start: statement.words[object.from]?.start ?? statement.start, end },
  }));
}

/** `Тізбенің 8-тармағында көзделген құжаттарды`: papers that are told in another place. */
const pointsElsewhere = (statement: Statement, words: Span): boolean =>
  standsIn(statement, "papers-in-all", words) &&
  (["clause-word", "requirements-list", "told-there"] as const).some((cue) =>
    standsIn(statement, cue, words),
  );

/** `алушы … сұрау; … сұрауды салады`: the papers before a semicolon, where the verb stands behind it. */
function handedInLater(
  statement: Statement,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const verb = marksFor(statement.goesOn ?? statement, "to-hand-in").at(-1);
  if (statement.goesOn === undefined || verb === undefined || subjectsIn(statement, grammar).length === 0)
    return [];
  const end = statement.words.length;
  const object = objectBefore(statement, { from: end, to: end }, grammar);
  return object === undefined ? [] : readings(statement, object.from, object.to, LIKELY, undefined, grammar);
}

/** `… құжаттар болған кезде өтінішке қоса беріледі`, `Өтінішпен бірге … ұсынылады`: said of the papers themselves. */
function handedInPassive(
  statement: Statement,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  if (has(statement, "elsewhere", "complaint", "results-given", "answer")) return [];
  const verb = marksFor(statement, "is-handed-in").find((mark) => mark.to === statement.words.length);
  if (verb === undefined || !(isAlong(statement) || isApplicants(statement))) return [];
  return ofObject(statement, verb, grammar, readings);
}

/** `Өтінішпен бірге`, `өтінішке … қоса беріледі`. */
const isAlong = (statement: Statement): boolean =>
  has(statement, "is-attached") ||
  marksFor(statement, "with-document").some((mark) =>
    marksFor(statement, "along").some((along) => along.from === mark.to),
  );

/** `Үміткердің сауалнамасы …`: what opens the sentence is the applicant's own paper. */
const isApplicants = (statement: Statement): boolean =>
  marksFor(statement, "applicant-own").some(
    (own) =>
      own.from <= 1 &&
      marksFor(statement, "document").some((mark) => mark.from >= own.to && mark.to - own.to <= LONGEST_NAME),
  );

/** Words at most of the first paper that somebody's papers begin with. */
const LONGEST_NAME = 4;

/** `өзімен бірге … болуы қажет`, `алушыда … болуға тиіс`: what has to be there when people come. */
function carried(statement: Statement, grammar: Grammar, readings: DocumentReadings): Reading<"document">[] {
  if (!has(statement, "carried-along")) return [];
  const verb = marksFor(statement, "must-be").find((mark) => mark.to === statement.words.length);
  return verb === undefined ? [] : ofObject(statement, verb, grammar, readings);
}

/** The papers that stand before a verb that is said of them, with the case told before them. */
function ofObject(
  statement: Statement,
  verb: Mark,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  const object = objectBefore(statement, verb, grammar);
  if (object === undefined || !isBeside(statement, object.to, verb.from, grammar)) return [];
  const when = saidCases(statement).findLast((mark) => mark.to <= verb.from);
  // `құжаттар болған кезде`: where there are any.
  if (when !== undefined && when.from - 1 === object.to)
    return readings(
      statement,
      object.from,
      object.to,
      LIKELY,
      wordsBetween(statement, object.to, when.to),
      grammar,
    );
  if (when === undefined || has(statement, "when-applying"))
    return readings(statement, object.from, object.to, LIKELY, undefined, grammar);
  return readings(statement, 0, 0, LIKELY, wordsBetween(statement, 0, when.to), grammar);
}

/** Words of a sentence from which on what is handed in is cut out of it. */
const LONG = 24;

/** Words at most between a paper and its verb where the verb is one of the paper's own words. */
const FAR = 8;

/** Words at most between whose signature and the signature. */
const NEAR = 3;

/** `5-процесс – … алушының ЭЦҚ қойылған сұрау салуын жолдау`. */
function isSentInStep(statement: Statement): boolean {
  if (!has(statement, "process-step") || !has(statement, "the-request")) return false;
  const signed = marksFor(statement, "signature").find((mark) =>
    marksFor(statement, "applicant-own").some((own) => mark.from >= own.to && mark.from - own.to <= NEAR),
  );
  return signed !== undefined && marksFor(statement, "sending").some((mark) => mark.from > signed.to);
}

/** `… тексерістен өткен кезде алушы … ұсынады`: when, unless it says by which way people apply. */
function conditionBefore(statement: Statement): string | undefined {
  if (has(statement, "when-applying")) return undefined;
  const [applicant] = marksFor(statement, "applicant");
  const [when] = marksFor(statement, "in-case");
  if (when === undefined || applicant === undefined || when.to > applicant.from) return undefined;
  return wordsBetween(statement, 0, when.to);
}
