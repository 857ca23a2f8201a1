import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { gapAfter, has, marksFor, type Sentence } from "../sentence.ts";

/**
 * Places that set the day of an event itself as the term: `жүгінген күні көрсетіледі`, `күн ішінде`. A day that is only
 * spoken of (`келетін күні, уақыты туралы`) is none, and neither is `бірнеше күн ішінде`.
 */
export function sameDaysIn(sentence: Sentence, grammar: Grammar): Mark[] {
  if (has(sentence, "not-counted")) return [];
  const onTheDay = marksFor(sentence, "day-of").filter((mark) => isTerm(sentence, mark, grammar));
  const inTheDay = marksFor(sentence, "in-the-day").filter((mark) => !isIndefinite(sentence, mark));
  const all = [...onTheDay.map((mark) => ({ from: mark.from - 1, to: mark.to })), ...inTheDay];
  return all.filter(
    (mark) => !all.some((other) => other !== mark && other.from <= mark.from && mark.to <= other.to),
  );
}

function isTerm(sentence: Sentence, mark: Mark, grammar: Grammar): boolean {
  const before = sentence.words[mark.from - 1]?.text ?? "";
  const done = grammar.is(before, "done");
  if (!done && !marksFor(sentence, "performed").some((act) => act.to === mark.from)) return false;
  if (isIndefinite(sentence, { from: mark.from - 1, to: mark.to })) return false;
  // `алған күні мен уақыты көрсетіле отырып`: a date that is told, beside something else.
  if (marksFor(sentence, "and").some((and) => and.from === mark.to)) return false;
  if (!["", ")"].includes(gapAfter(sentence, mark.to - 1).trim())) return false;
  return sentence.words.slice(mark.to).some((word) => grammar.is(word.text, "says"));
}

/** `белгіленген күні` is a day that something else sets. */
const isIndefinite = (sentence: Sentence, mark: Mark): boolean =>
  marksFor(sentence, "indefinite").some((word) => word.to === mark.from || word.from === mark.from);
