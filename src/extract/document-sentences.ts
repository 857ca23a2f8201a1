import type { Grammar } from "../language/grammar.ts";
import { depthsOf } from "./brackets.ts";
import { saidCases } from "./condition.ts";
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
  ...handedInPassive(statement, grammar),
  ...carried(statement, grammar),
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
  if (verb === undefined) return handedInLater(statement, grammar);
  const condition = conditionBefore(statement);
  const confidence = condition === undefined ? LIKELY : DOUBTFUL;
  const object = objectBefore(statement, verb, grammar);
  const several =
    object === undefined ? [] : readings(statement, object.from, object.to, confidence, condition, grammar);
  if (several.length > 1) return several;
  const whole = readings(statement, 0, 0, confidence, condition, grammar);
  const tellsHow = statement.words.length >= LONG || has(statement, "to-get-the-service");
  if (!tellsHow || object === undefined) return whole;
  const to = verb.from - object.to > FAR ? object.to : verb.to;
  const end = statement.words[to - 1]?.end ?? statement.end;
  return whole.map((one) => ({
    ...one,
    words: { start: statement.words[object.from]?.start ?? statement.start, end },
  }));
}

/** `алушы … сұрау; … сұрауды салады`: the papers before a semicolon, where the verb stands behind it. */
function handedInLater(statement: Statement, grammar: Grammar): Reading<"document">[] {
  const verb = marksFor(statement.goesOn ?? statement, "to-hand-in").at(-1);
  if (statement.goesOn === undefined || verb === undefined || subjectsIn(statement, grammar).length === 0)
    return [];
  const end = statement.words.length;
  const object = objectBefore(statement, { from: end, to: end }, grammar);
  return object === undefined ? [] : readings(statement, object.from, object.to, LIKELY, undefined, grammar);
}

/** `… құжаттар болған кезде өтінішке қоса беріледі`, `Өтінішпен бірге … ұсынылады`: said of the papers themselves. */
function handedInPassive(statement: Statement, grammar: Grammar): Reading<"document">[] {
  if (has(statement, "elsewhere", "complaint", "results-given", "answer")) return [];
  const verb = marksFor(statement, "is-handed-in").find((mark) => mark.to === statement.words.length);
  if (verb === undefined || !(isAlong(statement) || isApplicants(statement))) return [];
  return ofObject(statement, verb, grammar);
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
function carried(statement: Statement, grammar: Grammar): Reading<"document">[] {
  if (!has(statement, "carried-along")) return [];
  const verb = marksFor(statement, "must-be").find((mark) => mark.to === statement.words.length);
  return verb === undefined ? [] : ofObject(statement, verb, grammar);
}

/** The papers that stand before a verb that is said of them, with the case told before them. */
function ofObject(statement: Statement, verb: Mark, grammar: Grammar): Reading<"document">[] {
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

/** What stands between a paper and the verb that is said of it: to whom, where to, which way and when. */
const BESIDE_VERB = [
  "by-way",
  "portal",
  "corporation",
  "provider",
  "or",
  "and",
  "direct",
  "in-case",
  "along",
] as const;

/** Whether only such words stand there; another name there is what the verb is said of. */
function isBeside(statement: Statement, from: number, to: number, grammar: Grammar): boolean {
  const ways = BESIDE_VERB.flatMap((cue) => marksFor(statement, cue));
  return statement.words.slice(from, to).every(({ text }, index) => {
    const at = from + index;
    const isWay = ways.some((mark) => mark.from - 1 <= at && at < mark.to);
    return isWay || grammar.is(text, "to") || grammar.is(text, "done") || grammar.is(text, "owner");
  });
}

/** Words of a sentence from which on what is handed in is cut out of it. */
const LONG = 24;

/** Words at most between a paper and its verb where the verb is one of the paper's own words. */
const FAR = 8;

/** What stands before the words for a paper: who applies, for what, which way, to whom and together with what. */
const BEFORE_OBJECT = [
  "applicant",
  "applicant-own",
  "natural-person",
  "legal-person",
  "natural-and-legal",
  "to-get-the-service",
  "by-way",
  "corporation",
  "for-whom",
  "in-case",
  "along",
  "carried-along",
  "to-document",
] as const;

/** The words of the papers before a verb: behind whoever applies, for what and by which way, up to the last paper. */
function objectBefore(
  statement: Statement,
  verb: Mark,
  grammar: Grammar,
): { readonly from: number; readonly to: number } | undefined {
  const papers = papersBefore(statement, verb, grammar);
  const last = papers.at(-1);
  if (last === undefined) return undefined;
  const [subject] = subjectsIn(statement, grammar);
  const first = papers.find((mark) => mark.from >= (subject?.to ?? 0)) ?? last;
  const before = BEFORE_OBJECT.flatMap((cue) => marksFor(statement, cue)).filter(
    (mark) => mark.to <= first.from,
  );
  const from = Math.max(0, ...before.map((mark) => mark.to));
  const depths = depthsOf(statement, 0);
  // `тікелей немесе портал арқылы`: the way itself ends behind what it is joined to; a bracket is left whole.
  return { from: depths[from] === depths[last.from] ? from : Math.min(from, last.from), to: last.to };
}

/** Words for papers before a verb, or that people come with, which are no part of a name, own nothing and are not only spoken of. */
function papersBefore(statement: Statement, verb: Mark, grammar: Grammar): readonly Mark[] {
  const isGoing = marksFor(statement, "applies").some((mark) => mark.from === verb.from);
  const names = (["applicant", "role"] as const).flatMap((cue) => marksFor(statement, cue));
  const isNamed = (mark: Mark): boolean => names.some((name) => name.from < mark.to && mark.from < name.to);
  const isSpokenOf = (mark: Mark): boolean =>
    marksFor(statement, "not-alone").some((word) => word.from === mark.to);
  return marksFor(statement, isGoing ? "with-document" : "document")
    .filter(
      (mark) =>
        mark.to <= verb.to &&
        !isNamed(mark) &&
        !isSpokenOf(mark) &&
        !grammar.is(statement.words[mark.to - 1]?.text ?? "", "owner"),
    )
    .sort((a, b) => a.to - b.to);
}

/** Where a sentence goes on whose subject stands before a semicolon. */
const START: Mark = { from: 0, to: 0 };

/** Whether the verb has the applicant, and nobody named after them, for its subject and a paper for its object. */
function isGivenBy(statement: Statement, verb: Mark, grammar: Grammar): boolean {
  const own = subjectsIn(statement, grammar).findLast((mark) => mark.from < verb.from);
  const isLater = statement.before?.goesOn === statement && subjectsIn(statement.before, grammar).length > 0;
  const applicant = own ?? (isLater ? START : undefined);
  if (applicant === undefined) return false;
  const within = (mark: Mark): boolean => mark.from >= applicant.to && mark.from < verb.to;
  const others = marksFor(statement, "role").filter((mark) => within(mark) && mark.to <= verb.from);
  if (others.some((mark) => acts(statement, mark, grammar))) return false;
  if (marksFor(statement, "provider-gets").some(within)) return false;
  const going = marksFor(statement, "applies").some((mark) => mark.from === verb.from);
  if (going) return marksFor(statement, "with-document").some(within);
  const isRight =
    has(statement, "to-get-the-service") &&
    papersBefore(statement, verb, grammar).some((mark) => within(mark) && mark.to === verb.from);
  // `шешімді алған күннен бастап`: it is the object of another verb.
  const isTaken = (mark: Mark): boolean => grammar.is(statement.words[mark.to]?.text ?? "", "done");
  return isRight || marksFor(statement, "document-given").some((mark) => within(mark) && !isTaken(mark));
}

/** Whoever applies, as the subject of a sentence: by the name for that, or as a person who wants the service. */
function subjectsIn(statement: Statement, grammar: Grammar): readonly Mark[] {
  const applicants = marksFor(statement, "applicant").filter((mark) => isSubject(statement, mark));
  const persons = has(statement, "to-get-the-service")
    ? (["natural-person", "legal-person", "natural-and-legal"] as const)
        .flatMap((cue) => marksFor(statement, cue))
        .filter(({ to }) => isBare(statement.words[to - 1]?.text ?? "", grammar))
    : [];
  return [...applicants, ...persons].sort((a, b) => a.from - b.from);
}

/** Without an ending that makes of a name an owner, a place or a receiver. */
const isBare = (word: string, grammar: Grammar): boolean =>
  !(["owner", "to", "from"] as const).some((form) => grammar.is(word, form));

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
