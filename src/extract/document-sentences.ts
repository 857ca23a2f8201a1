import type { Grammar } from "../language/grammar.ts";
import { readings } from "./document-readings.ts";
import { DOUBTFUL, LIKELY, type Reading } from "./extractor.ts";
import type { Mark } from "./marks.ts";
import { isBound, isNicknamed } from "./phrase.ts";
import { has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The documents that a sentence of a clause asks for: told as needed, as handed in by the applicant, or as attached. */
export const toldInSentence = (statement: Statement, grammar: Grammar): Reading<"document">[] => [
  ...needed(statement, grammar),
  ...handedIn(statement, grammar),
  ...attached(statement, grammar),
];

/** An element that is asked for as a paper; attachment or a signature that must be there is none. */
export const isAskedFor = (statement: Statement): boolean =>
  !has(statement, "attached", "signature-held", "result-of-step", "at-most") && has(statement, "document");

/** `қызметті алуы үшін … құжаты болуы қажет`. */
function needed(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const [purpose] = marksFor(statement, "to-get-the-service");
  const [need] = marksFor(statement, "needed").filter(
    (mark) => purpose !== undefined && mark.from > purpose.to,
  );
  if (purpose === undefined || need === undefined || !isAskedFor(statement)) return [];
  return readings(statement, purpose.to, need.from, LIKELY, undefined, grammar);
}

/** The applicant hands something in: `алушы … құжатты ұсынады`, or sends a request with a signature in a step. */
function handedIn(statement: Statement, grammar: Grammar): Reading<"document">[] {
  if (has(statement, "elsewhere", "request-blank")) return [];
  if (isSentInStep(statement)) return readings(statement, 0, 0, LIKELY, undefined, grammar);
  if (has(statement, "complaint")) return [];
  const verb = [...marksFor(statement, "to-hand-in"), ...marksFor(statement, "applies")].find((mark) =>
    isGivenBy(statement, mark, grammar),
  );
  if (verb === undefined) return [];
  const condition = conditionBefore(statement);
  const confidence = condition === undefined ? LIKELY : DOUBTFUL;
  const whole = readings(statement, 0, 0, confidence, condition, grammar);
  if (statement.words.length < LONG) return whole;
  const from = paperStart(statement, verb);
  const end = statement.words[verb.to - 1]?.end ?? statement.end;
  return whole.map((one) => ({
    ...one,
    words: { start: statement.words[from]?.start ?? statement.start, end },
  }));
}

/** `… құжаттар болған кезде өтінішке қоса беріледі`: said of the papers themselves. */
function attached(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const ends = marksFor(statement, "is-attached").some((mark) => mark.to === statement.words.length);
  if (!ends || !has(statement, "document") || has(statement, "elsewhere", "complaint")) return [];
  const [when] = marksFor(statement, "in-case");
  const condition = when === undefined ? undefined : wordsBetween(statement, 0, when.to);
  return readings(statement, 0, 0, LIKELY, condition, grammar);
}

/** Words of a sentence from which on what is handed in is cut out of it. */
const LONG = 24;

/** The word behind whoever applies, for what, and by which way: where the words of the paper itself begin. */
function paperStart(statement: Statement, verb: Mark): number {
  const paper = [...marksFor(statement, "document"), ...marksFor(statement, "with-document")]
    .filter((mark) => mark.to <= verb.to)
    .sort((a, b) => a.from - b.from)
    .at(-1);
  const before = (["applicant", "by-way", "for-whom"] as const)
    .flatMap((cue) => marksFor(statement, cue))
    .filter((mark) => paper !== undefined && mark.to <= paper.from);
  return Math.max(0, ...before.map((mark) => mark.to));
}

/** Whether the verb has the applicant, and nobody named after them, for its subject and a paper for its object. */
function isGivenBy(statement: Statement, verb: Mark, grammar: Grammar): boolean {
  const applicant = marksFor(statement, "applicant").findLast(
    (mark) => mark.from < verb.from && isSubject(statement, mark),
  );
  if (applicant === undefined) return false;
  const within = (mark: Mark): boolean => mark.from >= applicant.to && mark.from < verb.to;
  const others = marksFor(statement, "role").filter((mark) => within(mark) && mark.to <= verb.from);
  if (others.some((mark) => acts(statement, mark, grammar))) return false;
  if (marksFor(statement, "provider-gets").some(within)) return false;
  const going = marksFor(statement, "applies").some((mark) => mark.from === verb.from);
  return marksFor(statement, going ? "with-document" : "document-given").some(within);
}

/** Whether a name stands for someone who does something: no owner's, no means, no mere name to be used. */
const acts = (statement: Statement, mark: Mark, grammar: Grammar): boolean =>
  !isBound(statement, mark, grammar) &&
  !isNicknamed(statement, mark) &&
  !marksFor(statement, "portal").some((way) => way.from <= mark.from && mark.to <= way.to);

/** In the form without a case ending. */
function isSubject(statement: Statement, mark: Mark): boolean {
  return marksFor(statement, "role").some((role) => role.to === mark.to);
}

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
