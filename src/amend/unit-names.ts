import type { AmendWords } from "../language/amend-words.ts";
import type { Token } from "./tokens.ts";
import type { UnitFound } from "./unit-found.ts";

/** Rows that are told by their words, one after another: `строки «…», «…»`, `«…», «…» деген жолдар`. */
export function namesake(
  tokens: readonly Token[],
  unit: UnitFound,
  words: AmendWords,
  taken: number,
): readonly UnitFound[] {
  if (unit.unit !== "row" || unit.words === undefined) return [unit];
  const step = words.calledBefore ? 1 : -1;
  const others: UnitFound[] = [];
  for (
    let at = words.calledBefore ? unit.to + 1 : unit.from - 1;
    at > taken && at < tokens.length;
    at += step
  ) {
    const token = tokens[at];
    if (token?.is === "quote") others.push({ ...unit, words: token.text, at, from: at, to: at });
    else if (token === undefined || !isBetweenNames(token, words)) break;
  }
  return words.calledBefore ? [unit, ...others] : [...others.reverse(), unit];
}

const isBetweenNames = ({ is, text }: Token, { joins }: AmendWords): boolean =>
  text === "," || (is === "word" && joins.includes(text));

/** Whether what is put in comes behind, or before, a part: `после строки`, `жолдан кейін`. */
export function besideOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: AmendWords,
): UnitFound["beside"] {
  const token = words.numbersFirst ? tokens[to + 1] : tokens[from - 1];
  if (token?.is !== "word") return undefined;
  if (words.after.includes(token.text)) return "after";
  return words.before.includes(token.text) ? "before" : undefined;
}

/** The quoted name of a part: `в разделе «…»`, `«…» деген бөлімдегі`. */
export function nameBeside(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: AmendWords,
  taken: number,
): { readonly words: string; readonly at: number } | undefined {
  if (words.calledBefore) {
    const next = tokens[to + 1];
    return next?.is === "quote" ? { words: next.text, at: to + 1 } : undefined;
  }
  const called = tokens[from - 1];
  const before = called?.is === "word" && words.called.includes(called.text) ? from - 2 : from - 1;
  const quote = tokens[before];
  return before > taken && quote?.is === "quote" ? { words: quote.text, at: before } : undefined;
}
