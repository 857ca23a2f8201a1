import type { Grammar } from "../../language/grammar.ts";
import type { Span } from "../../model/span.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor, overlaps, spanBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { casesIn } from "./condition.ts";
import { clauseStart, isPredicate } from "./predicate.ts";

/** `… жағдайда … бас тартады`: one ground for each condition before the refusal. */
export function groundsIn(statement: Statement, grammar: Grammar): readonly Span[] {
  if (!has(statement, "refusal-made", "refused")) return [];
  const cases = casesOf(statement, grammar);
  const refused = refusalsMade(statement, grammar).find((mark) => cases.some((one) => one.to <= mark.from));
  if (refused === undefined || isOneOfResults(statement, cases, refused)) return [];
  const start = clauseStart(statement, refused.from, grammar);
  const own = cases.filter((one) => one.from >= start && one.to <= refused.from);
  const whole = spanBetween(statement, start, refused.to);
  const parts = own.flatMap((one, index) => partsOf(statement, own[index - 1]?.to ?? start, one.to, grammar));
  // In a long sentence each ground has its own words; in a short one they are told with what becomes of the request.
  const isLong = parts.length > 1 && refused.to - start > LONG;
  return parts.map(({ from, to }) => (isLong ? spanBetween(statement, from, to) : whole));
}

/** Words of a sentence from which on grounds are cut out of it. */
const LONG = 45;

/** Words at most between a refusal and the verb by which it is given: `бас тартуды (еркін нысанда) береді`. */
const TO_VERB = 4;

/** Where a refusal is made, given, sent or drawn up. */
function refusalsMade(statement: Statement, grammar: Grammar): readonly Mark[] {
  const given = marksFor(statement, "refused").flatMap((mark): Mark[] => {
    for (let at = mark.to; at <= mark.to + TO_VERB; at += 1)
      if (isPredicate(statement, at, grammar)) return [{ from: mark.from, to: at + 1 }];
    return [];
  });
  return [...marksFor(statement, "refusal-made"), ...given].sort((a, b) => a.from - b.from);
}

/** `… кезде анықтама, не бас тарту туралы хабарлама жолданады`: whatever the result is, not on which ground. */
const isOneOfResults = (statement: Statement, cases: readonly Mark[], refused: Mark): boolean => {
  const last = cases.findLast((mark) => mark.to <= refused.from);
  return marksFor(statement, "or").some(
    (or) =>
      or.to === refused.from ||
      (last !== undefined &&
        or.from >= last.to &&
        or.to <= refused.from &&
        marksFor(statement, "document").some((mark) => mark.from >= last.to && mark.to <= or.from)),
  );
};

/** What a refusal depends on; that somebody applies, or how, is nothing of the kind. */
function casesOf(statement: Statement, grammar: Grammar): readonly Mark[] {
  const except = marksFor(statement, "except");
  const all = casesIn(statement, grammar).filter((mark) => !except.includes(mark));
  // `осындай жағдайда` points back.
  const own = all.filter((mark) => !overlaps(statement, "in-this-case", mark));
  const others = own.filter((mark) => !overlaps(statement, "turned-to", mark));
  // Where nothing else is said, it is the case: `тек … жүгінген кезде бас тартылады`.
  return others.length > 0 ? others : own;
}

/** The things done or left undone that a condition joins with `немесе`. */
function partsOf(statement: Statement, from: number, to: number, grammar: Grammar): readonly Mark[] {
  const ors = marksFor(statement, "or").filter(
    (mark) =>
      mark.from - from > 1 &&
      mark.to < to &&
      (isAndOr(statement, mark) || endsDone(statement, mark.from - 1, grammar)),
  );
  return [...ors.map((or) => or.from), to].map((end, index) => ({
    from: ors[index - 1]?.to ?? from,
    to: end,
  }));
}

/** `және (немесе)` joins things of which each is enough. */
const isAndOr = (statement: Statement, or: Mark): boolean =>
  marksFor(statement, "and").some((and) => and.to === or.from);

const endsDone = (statement: Statement, index: number, grammar: Grammar): boolean =>
  grammar.is(statement.words[index]?.text ?? "", "done");
