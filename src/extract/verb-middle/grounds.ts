import type { Grammar } from "../../language/grammar.ts";
import type { Span } from "../../model/span.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { has, markAt, marksFor, spanBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { conditionsIn, type Case } from "./cases.ts";
import { isVerb, subjectsIn } from "./clause.ts";

/** Words of a sentence from which on grounds are cut out of it. */
const LONG = 45;
/** Words at most of a name between a refusal and the word before it: `либо мотивированный отказ`. */
const NEAR = 2;

/** `в случае … отказывает`, `отказывается, если …`: one ground for each thing that the condition joins with an "or". */
export function groundsIn(statement: Statement, grammar: Grammar): readonly Span[] {
  if (!has(statement, "refusal-made")) return [];
  const cases = conditionsIn(statement, grammar).filter(
    (one) => (one.kind === "when" || one.kind === "if") && !speaksOfRefusal(statement, one),
  );
  const told = refusalWithCase(statement, cases, grammar) ?? refusalBehindGround(statement, grammar);
  if (told === undefined) return [];
  const { refused, own } = told;
  const parts = partsOf(statement, own, grammar);
  const first = Math.min(own.from, refused.from);
  const last = Math.max(own.to, refused.to);
  const isLong = parts.length > 1 && last - first > LONG;
  const whole = spanBetween(statement, first, last);
  return parts.map(({ from, to }) => (isLong ? spanBetween(statement, from, to) : whole));
}

/** `в случае принятия решения об отказе`: the refusal is what the case is about, not what follows from it. */
const speaksOfRefusal = (statement: Statement, one: Mark): boolean =>
  marksFor(statement, "refused").some((mark) => mark.from >= one.from && mark.to <= one.to);

/** The first refusal that a case stands before, else one that a case follows; one of several results is no refusal yet. */
function refusalWithCase(
  statement: Statement,
  cases: readonly Case[],
  grammar: Grammar,
): { readonly refused: Mark; readonly own: Case } | undefined {
  const made = marksFor(statement, "refusal-made").filter(
    (mark) =>
      !isOneOfResults(statement, mark) &&
      !isStart(statement, mark, grammar) &&
      !cases.some((one) => one.from <= mark.from && mark.to <= one.to),
  );
  for (const refused of made) {
    const own =
      cases.findLast((one) => one.to <= refused.from) ?? cases.find((one) => one.from >= refused.to);
    if (own !== undefined) return { refused, own };
  }
  return undefined;
}

/** `представление неполного пакета услугодатель отказывает в приеме`: an item that begins with its ground, and goes on. */
function refusalBehindGround(
  statement: Statement,
  grammar: Grammar,
): { readonly refused: Mark; readonly own: Mark } | undefined {
  if (statement.provision.type !== "item" || !grammar.is(statement.words[0]?.text ?? "", "action"))
    return undefined;
  const [refused] = marksFor(statement, "refusal-made");
  if (refused === undefined || !isVerb(statement, refused.from, grammar)) return undefined;
  const subject = subjectsIn(statement, grammar).findLast((mark) => mark.to <= refused.from);
  return subject === undefined || subject.from === 0
    ? undefined
    : { refused, own: { from: 0, to: subject.from } };
}

/** Words at most between what opens the event that a term runs from and a refusal in it. */
const TO_REFUSAL = 4;

/** `с даты принятия решения об отказе`: a term runs from it; `с момента получения дает отказ` ends with the verb. */
const isStart = (statement: Statement, refused: Mark, grammar: Grammar): boolean =>
  marksFor(statement, "count-from").some((mark) => {
    if (mark.to > refused.from || refused.from - mark.to > TO_REFUSAL) return false;
    for (let at = mark.to; at < refused.from; at += 1) if (isVerb(statement, at, grammar)) return false;
    return true;
  });

const isOneOfResults = (statement: Statement, refused: Mark): boolean =>
  marksFor(statement, "or").some((or) => or.to <= refused.from && refused.from - or.to <= NEAR);

/** The things that a condition joins with an "or": each with words of its own. */
function partsOf(statement: Statement, { from, to }: Mark, grammar: Grammar): readonly Mark[] {
  const depths = depthsOf(statement, from);
  const ors = [
    ...[...marksFor(statement, "or"), ...marksFor(statement, "and-also")].filter(
      (or) => or.from > from + 1 && or.to < to - 1 && isBetweenThings(statement, or, depths, grammar),
    ),
    ...alikeBehindCommas(statement, { from, to }, depths),
  ];
  ors.sort((a, b) => a.from - b.from);
  return [...ors.map((or) => or.from), to].map((end, index) => ({
    from: ors[index - 1]?.to ?? from,
    to: end,
  }));
}

/** Words at most from a comma, or from what opens the case, to its noun: `при не соответствии`. */
const TO_NOUN = 2;
/** Letters at least of a noun that is told by its ending, and letters of that. */
const [LONG_NOUN, ENDING] = [8, 2];

/** `при несоответствии образцов, не соответствии заявления`: a comma before a noun in the form of the first one parts too. */
function alikeBehindCommas(
  statement: Statement,
  { from, to }: Mark,
  depths: readonly number[],
): readonly Mark[] {
  const nounAt = (at: number): string | undefined =>
    statement.words.slice(at, at + TO_NOUN).find(({ text }) => text.length >= LONG_NOUN)?.text;
  const first = nounAt(from + 1)?.slice(-ENDING);
  if (first === undefined) return [];
  const commas: Mark[] = [];
  for (let at = from + 1 + TO_NOUN; at < to - 1; at += 1) {
    const isJoined = (["or", "and-also"] as const).some((cue) => markAt(statement, cue, at) !== undefined);
    const isAlike = !isJoined && depths[at] === 0 && nounAt(at)?.endsWith(first) === true;
    if (isAlike && gapBefore(statement, at).includes(",")) commas.push({ from: at, to: at });
  }
  return commas;
}

/** Not between two words that say what one noun is like, nor in a bracket of its own. */
function isBetweenThings(
  statement: Statement,
  or: Mark,
  depths: readonly number[],
  grammar: Grammar,
): boolean {
  const isLike = (at: number): boolean => grammar.is(statement.words[at]?.text ?? "", "attribute");
  const isAndOr = marksFor(statement, "and").some((and) => and.to === or.from);
  if (!isAndOr && depths[or.from] !== 0) return false;
  return !(isLike(or.from - (isAndOr ? 2 : 1)) && isLike(or.to));
}
