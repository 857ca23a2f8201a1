import type { Grammar } from "../../language/grammar.ts";
import { depthsOf } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { isBound, isNicknamed, namedPersons } from "../phrase.ts";
import { has, marksFor, overlaps } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** What stands before the words for a paper: who applies, for what, which way, to whom and together with what. */
const BEFORE_OBJECT = [
  "applicant",
  "applicant-own",
  "natural-person",
  "legal-person",
  "natural-and-legal",
  "to-get-the-service",
  "to-get",
  "by-way",
  "corporation",
  "for-whom",
  "in-case",
  "along",
  "carried-along",
  "to-document",
] as const;

/** The words of the papers before a verb: behind whoever applies, for what and by which way, up to the last paper. */
export function objectBefore(
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
  const isNamed = (mark: Mark): boolean =>
    overlaps(statement, "applicant", mark) || overlaps(statement, "role", mark);
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
export function isGivenBy(statement: Statement, verb: Mark, grammar: Grammar): boolean {
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
  const isRight = papersBefore(statement, verb, grammar).some(
    (mark) => within(mark) && mark.to === verb.from && isWanted(statement, mark),
  );
  // `шешімді алған күннен бастап`: it is the object of another verb.
  const isTaken = (mark: Mark): boolean => grammar.is(statement.words[mark.to]?.text ?? "", "done");
  return isRight || marksFor(statement, "document-given").some((mark) => within(mark) && !isTaken(mark));
}

/** Whether a paper right before a verb, without an ending, is its object: the application, or any where the service is wanted. */
const isWanted = (statement: Statement, paper: Mark): boolean =>
  has(statement, "to-get-the-service") ||
  marksFor(statement, "the-application").some((mark) => mark.to === paper.to);

/** Whoever applies, as the subject of a sentence: by the name for that, or as a person who wants the service. */
export function subjectsIn(statement: Statement, grammar: Grammar): readonly Mark[] {
  const applicants = marksFor(statement, "applicant").filter((mark) => isSubject(statement, mark));
  const persons = namedPersons(statement).filter(
    ({ from, to }) =>
      (from === 0 || has(statement, "to-get-the-service")) &&
      isBare(statement.words[to - 1]?.text ?? "", grammar),
  );
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
export function isBeside(statement: Statement, from: number, to: number, grammar: Grammar): boolean {
  const ways = BESIDE_VERB.flatMap((cue) => marksFor(statement, cue));
  return statement.words.slice(from, to).every(({ text }, index) => {
    const at = from + index;
    const isWay = ways.some((mark) => mark.from - 1 <= at && at < mark.to);
    return isWay || grammar.is(text, "to") || grammar.is(text, "done") || grammar.is(text, "owner");
  });
}
