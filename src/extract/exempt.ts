import type { Grammar } from "../language/grammar.ts";
import type { Mark } from "./marks.ts";
import { has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/**
 * Who is freed from paying: told alone (`дети-сироты освобождаются от уплаты сбора`, `жетім балалар алым төлеуден босатылады`),
 * or as one item of a list that is headed so. Undefined where nobody is.
 */
export function exemptIn(statement: Statement, grammar: Grammar): string | undefined {
  const { lead } = statement;
  if (lead !== undefined && isOfPayment(lead)) return wordsBetween(statement, 0, statement.words.length);
  return isOfPayment(statement) && statement.closing !== ":" ? whomIn(statement, grammar) : undefined;
}

const isOfPayment = (statement: Statement): boolean =>
  has(statement, "exempted") && has(statement, "levy", "payment");

/** Whoever stands between `освобождаются` and `от уплаты`, else before both, else behind. */
function whomIn(statement: Statement, grammar: Grammar): string | undefined {
  const [exempted] = marksFor(statement, "exempted");
  if (exempted === undefined) return undefined;
  const words = payingNear(statement, exempted);
  const paying = grammar.order === "verb-middle" ? { ...words, from: words.from - PREPOSITION } : words;
  const [first, second] = exempted.from < paying.from ? [exempted, paying] : [paying, exempted];
  const parts = [
    [first.to, second.from],
    [0, first.from],
    [second.to, statement.words.length],
  ] as const;
  const told = parts.find(([from, to]) => to > from);
  return told === undefined ? undefined : wordsBetween(statement, told[0], told[1]);
}

/** `от уплаты`: the word before. */
const PREPOSITION = 1;

/** The words for paying nearest to those for being freed, with those that follow each other: `алым төлеуден`. */
function payingNear(statement: Statement, { from, to }: Mark): Mark {
  const marks = [...marksFor(statement, "levy"), ...marksFor(statement, "payment")].sort(
    (a, b) => a.from - b.from,
  );
  const apart = (mark: Mark): number => Math.max(mark.from - to, from - mark.to);
  const nearest = marks.reduce((best, mark) => (apart(mark) < apart(best) ? mark : best));
  return [...marks.toReversed(), ...marks].reduce(
    (joined, mark) =>
      mark.to >= joined.from && mark.from <= joined.to
        ? { ...joined, from: Math.min(joined.from, mark.from), to: Math.max(joined.to, mark.to) }
        : joined,
    nearest,
  );
}
