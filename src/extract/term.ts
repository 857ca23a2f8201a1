import type { Grammar } from "../language/grammar.ts";
import { duration, type Duration, type Unit } from "../model/duration.ts";
import { beginsNumber, numberAt, type NumberWords } from "./number.ts";
import { gapAfter, has, marksFor, type Sentence } from "./sentence.ts";
import { syntaxOf } from "./syntaxes.ts";

/** A length of time as words tell it, from the first word up to but without `to`. */
export interface Term {
  readonly length: Duration;
  /** Lower end of a range. */
  readonly min?: Duration;
  readonly from: number;
  readonly to: number;
}

/** Every number with a time unit in the sentence: `1 (бір) жұмыс күні`, `күнтізбелік он күн`, `30 секунд – 1 минут`. */
export function termsIn(sentence: Sentence, grammar: Grammar): readonly Term[] {
  const known = found.get(sentence);
  if (known !== undefined) return known;
  const terms = findTerms(sentence, grammar);
  found.set(sentence, terms);
  return terms;
}

/** Terms already found, since several extractors ask for those of a sentence. */
const found = new WeakMap<Sentence, readonly Term[]>();

function findTerms(sentence: Sentence, grammar: Grammar): Term[] {
  if (!has(sentence, "so-long") && !sentence.words.some((word) => beginsNumber(word, grammar))) return [];
  const terms: Term[] = [];
  for (let at = 0; at < sentence.words.length;) {
    const term = termAt(sentence, at, grammar) ?? oneAt(sentence, at, grammar);
    if (term === undefined) at += 1;
    else {
      const last = terms.at(-1);
      if (last !== undefined && isRange(sentence, last, term, grammar))
        terms[terms.length - 1] = ranged(last, term);
      else terms.push(term);
      at = term.to;
    }
  }
  return terms;
}

function termAt(sentence: Sentence, from: number, grammar: Grammar): Term | undefined {
  const { words } = sentence;
  const first = words[from];
  if (first === undefined) return undefined;
  const before = grammar.kindOfDay(first.text);
  const start = before === undefined ? from : from + 1;
  const head = words[start];
  if (head === undefined || !beginsNumber(head, grammar)) return undefined;
  const number = numberAt(words, start, grammar);
  if (number === undefined) return undefined;
  const lower = lowerEnd(sentence, number, grammar);
  const upper = lower === undefined ? number : numberAt(words, number.to, grammar);
  const unit = upper === undefined ? undefined : unitAt(sentence, upper, before, grammar);
  if (upper === undefined || unit === undefined) return undefined;
  return {
    length: duration(upper.value, unit.unit),
    ...(lower === undefined ? {} : { min: duration(lower, unit.unit) }),
    from,
    to: unit.to,
  };
}

/** `за сутки до истечения срока`: a unit without a number is one of it, where a time is counted back in it. */
function oneAt(sentence: Sentence, at: number, grammar: Grammar): Term | undefined {
  const unit = grammar.unitOf(sentence.words[at]?.text ?? "");
  const isSoLong =
    marksFor(sentence, "so-long").some((mark) => mark.to === at) &&
    marksFor(sentence, "before").some((mark) => mark.from === at + 1);
  return unit === undefined || !isSoLong ? undefined : { length: duration(1, unit), from: at, to: at + 1 };
}

const DASH = /^\s*[-–—]\s*$/;

/** `10` of `10 - 15 секунд`. */
function lowerEnd(sentence: Sentence, number: NumberWords, grammar: Grammar): number | undefined {
  if (!DASH.test(gapAfter(sentence, number.to - 1))) return undefined;
  const next = numberAt(sentence.words, number.to, grammar);
  return next !== undefined && next.value > number.value ? number.value : undefined;
}

function unitAt(
  sentence: Sentence,
  number: NumberWords,
  before: Unit | undefined,
  grammar: Grammar,
): { unit: Unit; to: number } | undefined {
  const behind = behindBrackets(sentence, number.to);
  const next = sentence.words[behind];
  if (next === undefined || !/^[\s)]*$/.test(gapAfter(sentence, behind - 1))) return undefined;
  const qualifier = grammar.kindOfDay(next.text);
  const at = qualifier === undefined ? behind : behind + 1;
  const unit = grammar.unitOf(sentence.words[at]?.text ?? "");
  // `за 3 (три) рабочих до дня …`: the word for the day is left out before what the days are counted to.
  if (
    unit === undefined &&
    qualifier !== undefined &&
    marksFor(sentence, "before").some(({ from }) => from === at)
  )
    return { unit: qualifier, to: at };
  if (unit === undefined || isDate(number, unit) || isClock(sentence, number, unit, at, grammar))
    return undefined;
  const qualified = qualifier ?? before;
  // `8 рабочих часов`: hours run in open time anyway.
  if (unit === "hour" && qualifier === "working-day") return { unit, to: at + 1 };
  if (unit !== "day") return qualifier === undefined ? { unit, to: at + 1 } : undefined;
  return { unit: qualified ?? unit, to: at + 1 };
}

/** Words at most in the brackets that tell a number again. */
const AGAIN = 6;

/** The word behind the brackets that tell the number again in words, legible or not. */
export function behindBrackets(sentence: Sentence, at: number): number {
  if (!/^\s*\(/.test(gapAfter(sentence, at - 1))) return at;
  for (let index = at; index < Math.min(at + AGAIN, sentence.words.length); index += 1)
    if (gapAfter(sentence, index).includes(")")) return index + 1;
  return at;
}

/** `9.00-ден 18.30 сағатқа дейін`, `13-00-ден 14-30 сағатқа дейін`: a time of day, and no 18.3 or 30 hours. */
function isClock(
  sentence: Sentence,
  number: NumberWords,
  unit: Unit,
  unitWord: number,
  grammar: Grammar,
): boolean {
  if (unit !== "hour") return false;
  const text = sentence.words[number.from]?.text ?? "";
  if (/^\d{1,2}[.:]\d{2}$/u.test(text)) return true;
  const hour = sentence.words[number.from - 1];
  const isTied = hour?.digits === true && /^[-–]$/u.test(gapAfter(sentence, number.from - 1));
  const word = sentence.words[unitWord]?.text ?? "";
  return isTied && /^[0-5]\d$/u.test(text) && syntaxOf(grammar).times.isClock(word, grammar);
}

/** What is less is a number of years. */
const FIRST_YEAR = 1000;

/** `2015 жылы` names a year. */
const isDate = (number: NumberWords, unit: Unit): boolean => unit === "year" && number.value >= FIRST_YEAR;

/** `30 секунд – 1 минут`, `1 жұмыс күнінен 5 жұмыс күніне дейін`. */
function isRange(sentence: Sentence, lower: Term, upper: Term, grammar: Grammar): boolean {
  if (lower.to !== upper.from) return false;
  if (DASH.test(gapAfter(sentence, lower.to - 1))) return true;
  const unit = sentence.words[lower.to - 1]?.text ?? "";
  const isFrom = grammar.is(unit, "from");
  return isFrom && marksFor(sentence, "until").some((mark) => mark.from === upper.to);
}

const ranged = (lower: Term, upper: Term): Term => ({
  ...upper,
  min: lower.min ?? lower.length,
  from: lower.from,
});
