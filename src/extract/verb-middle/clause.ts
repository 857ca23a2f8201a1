import type { Cue } from "../../language/cues.ts";
import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { has, markAt, marksFor } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** Whether a word is a verb of a clause. */
export const isVerb = (statement: Statement, at: number, grammar: Grammar): boolean =>
  grammar.is(statement.words[at]?.text ?? "", "says");

/** A colon, a semicolon, or a dash with a space beside it. */
const PARTS = /[:;]|\s[-–—]|[-–—]\s/u;

/** Whether a word tells a noun by what was done with it, or what it did. */
export const isParticiple = (statement: Statement, at: number, grammar: Grammar): boolean =>
  (["done", "doing"] as const).some((form) => grammar.is(statement.words[at]?.text ?? "", form));

/** Whether what a comma parts goes on with what stands before it: a participle, or words with a relative pronoun. */
function isAttached(statement: Statement, at: number, grammar: Grammar): boolean {
  const ofRelative = marksFor(statement, "which").some((mark) => mark.from >= at && mark.from - at <= 1);
  return ofRelative || isParticiple(statement, at, grammar);
}

/** The word behind the next comma outside the brackets that open behind a word, or the end of the sentence. */
function nextComma(statement: Statement, from: number, depths: readonly number[]): number {
  for (let at = from + 1; at < statement.words.length; at += 1)
    if (depths[at] === 0 && /[,;:]/u.test(gapBefore(statement, at))) return at;
  return statement.words.length;
}

/**
 * Whether a verb is said of something outside brackets and words with a relative pronoun; that a paper is handed in says no
 * more than its name: `заявление представляется по форме …`.
 */
export function isClause(statement: Statement, grammar: Grammar): boolean {
  if (has(statement, "is-handed-in")) return false;
  const depths = depthsOf(statement, 0);
  const [relative] = marksFor(statement, "which");
  return statement.words.some(
    (_, at) => depths[at] === 0 && at < (relative?.from ?? Infinity) && isVerb(statement, at, grammar),
  );
}

/** Somebody, or the service, as the subject of a clause: what is in no bracket and behind no preposition. */
export const subjectsIn = (statement: Statement, grammar: Grammar): readonly Mark[] =>
  marksFor(statement, "role").filter(
    (mark) =>
      !marksFor(statement, "not-alone").some(
        (before) => before.to === withAttributes(statement, mark.from, grammar),
      ) &&
      !marksFor(statement, "called-hereafter").some(
        (called) => mark.from - called.to <= 1 && mark.from >= called.to,
      ),
  );

/** Letters that attributes of one noun end with alike. */
const ALIKE = 2;

/** The first of the attributes before a noun that all end alike: `уполномоченный государственный орган`. */
function withAttributes(statement: Statement, noun: number, grammar: Grammar): number {
  const text = (at: number): string => statement.words[at]?.text ?? "";
  let first = noun;
  while (
    first > 0 &&
    gapBefore(statement, first).trim() === "" &&
    grammar.is(text(first - 1), "attribute") &&
    (first === noun || text(first - 1).endsWith(text(first).slice(-ALIKE)))
  )
    first -= 1;
  return first;
}

/** The first word of a name: what it is like stands before it. */
export function nameStart(statement: Statement, at: number, from: number, grammar: Grammar): number {
  let first = at;
  while (
    first > from &&
    gapBefore(statement, first).trim() === "" &&
    grammar.is(statement.words[first - 1]?.text ?? "", "attribute") &&
    !marksFor(statement, "in-this-case").some((mark) => mark.to === first) &&
    !isVerb(statement, first - 1, grammar)
  )
    first -= 1;
  return first;
}

/** A clause that ends by itself, and what it is told with. */
interface Ends {
  /** Whether a verb of its own belongs to it: `если услугополучатель не соответствует …`. */
  readonly hasVerb: boolean;
}

/**
 * The word behind the words that a preposition or a conjunction opens: up to the comma behind which the sentence goes on, the
 * end of the bracket it stands in, or, without a comma, the subject that a verb is said of.
 */
export function clauseEnd(statement: Statement, mark: Mark, grammar: Grammar, { hasVerb }: Ends): number {
  const depths = depthsOf(statement, mark.from);
  const subjects = [...subjectsIn(statement, grammar), ...marksFor(statement, "service-given")];
  let verbSeen = false;
  let open = 0;
  for (let at = mark.to; at < statement.words.length; at += 1) {
    const gap = gapBefore(statement, at);
    open += opened(gap);
    if (at > mark.to && open < 0) return at;
    if (depths[at] !== 0) continue;
    if (PARTS.test(gap)) return at;
    if (
      at > mark.to &&
      gap.includes(",") &&
      !goesOn(statement, at, depths, grammar) &&
      (!hasVerb || verbSeen)
    )
      return at;
    if (at > mark.to && !hasVerb && markAt(statement, "needed", at) !== undefined) return at;
    if (!hasVerb && markAt(statement, "to-document", at) !== undefined) return at;
    if (isVerb(statement, at, grammar)) {
      if (!hasVerb && !isOfRelative(statement, mark.to, at)) return Math.max(mark.to, at);
      verbSeen = true;
    }
    if (grammar.is(statement.words[at]?.text ?? "", "past")) verbSeen = true;
    if (hasVerb || at === mark.to) continue;
    const isSubject = subjects.some((one) => one.from === at && isSaidOf(statement, one, grammar, depths));
    if (isSubject) return nameStart(statement, at, mark.to + 1, grammar);
  }
  return withoutAside(statement, mark, depths, grammar);
}

/** The end of the sentence, or of what stands before a bracket at its end that says something of its own. */
function withoutAside(statement: Statement, mark: Mark, depths: readonly number[], grammar: Grammar): number {
  let start = statement.words.length;
  while (start > mark.to && depths[start - 1] !== 0) start -= 1;
  for (let at = start; at < statement.words.length; at += 1) if (isVerb(statement, at, grammar)) return start;
  return statement.words.length;
}

/** How many brackets open before a word, less those that close. */
const opened = (gap: string): number => gap.split("(").length - gap.split(")").length;

/** Words at most between a name and the verb that is said of it, where what belongs to the name stands between. */
const TO_VERB = 25;

/** Whether a verb follows a name before the next comma, or in the list that the name opens: then it is what the verb is said of. */
function isSaidOf(statement: Statement, name: Mark, grammar: Grammar, depths: readonly number[]): boolean {
  let comma = nextComma(statement, name.from, depths);
  // `с момента представления, либо непредставления документов`: a comma inside what goes on.
  while (comma < statement.words.length && markAt(statement, "or", comma) !== undefined)
    comma = nextComma(statement, comma, depths);
  const end = Math.min(comma, name.to + TO_VERB);
  for (let at = name.to; at < end; at += 1) if (isVerb(statement, at, grammar)) return true;
  return end === statement.words.length && statement.closing === ":";
}

const isOfRelative = (statement: Statement, from: number, at: number): boolean =>
  marksFor(statement, "which").some((mark) => mark.from >= from && mark.from < at);

/** What opens a case of its own. */
const OPENINGS: readonly Cue[] = ["in-case", "if-word", "at-which", "except"];

/** Whether an "and", an "or" or an "as well as" stands at a word: a list goes on. */
const joins = (statement: Statement, at: number): boolean =>
  (["and-also", "and", "or"] as const).some((cue) => markAt(statement, cue, at) !== undefined);

/** Whether the words behind a comma belong to those before it: an attribute, or one more of a list that goes on behind it. */
function goesOn(statement: Statement, at: number, depths: readonly number[], grammar: Grammar): boolean {
  if (OPENINGS.some((cue) => markAt(statement, cue, at) !== undefined)) return false;
  if (isAttached(statement, at, grammar) || joins(statement, at)) return true;
  const end = nextComma(statement, at, depths);
  if (end === statement.words.length) return false;
  const inside = (mark: Mark): boolean => mark.from >= at && mark.to <= end;
  for (let word = at; word < end; word += 1) if (isVerb(statement, word, grammar)) return false;
  return !subjectsIn(statement, grammar).some(inside) && !marksFor(statement, "service-given").some(inside);
}

/** Words at most between the applicant's name and the verb: `успешно прошедшее стажировку у адвоката`. */
const TO_VERB_OF_NAME = 8;

/** The word behind a name, and behind the verb said of it where that follows at once. */
export function subjectEnd(statement: Statement, name: Mark, grammar: Grammar): number {
  const verb = statement.words.findIndex((_, at) => at >= name.to && isVerb(statement, at, grammar));
  return verb >= 0 && verb - name.to <= TO_VERB_OF_NAME ? verb + 1 : name.to;
}
