import { clockTimesIn } from "../extract/clock.ts";
import { gapAfter, sentencesOf, type Sentence } from "../extract/sentence.ts";
import { termsIn } from "../extract/term.ts";
import type { ConceptWords } from "../language/concept-words.ts";
import type { Grammar } from "../language/grammar.ts";
import type { LintWords } from "../language/lint-words.ts";
import type { Duration } from "../model/duration.ts";
import type { Span } from "../model/span.ts";
import { addressesIn } from "./addresses.ts";
import { attributesIn } from "./attributes.ts";
import type { Block } from "./block.ts";
import { conceptsIn } from "./concepts-in.ts";
import { denialsIn } from "./denials.ts";
import { joinsIn } from "./joins.ts";
import type { NumberSign, SignMaker, Signs } from "./sign.ts";

/** What a language's text is read for signs with. */
export interface SignReader {
  readonly grammar: Grammar;
  readonly concepts: ConceptWords;
}

/** The signs of provisions that are one side of a pair. */
export function signsOf(blocks: readonly Block[], reader: SignReader): Signs {
  const sentences = blocks.flatMap((block) => {
    const names = namesIn(block.words.text);
    return sentencesOf(block.words, reader.grammar).map((sentence) => ({ sentence, block, names }));
  });
  const all = sentences.map(({ sentence, block, names }, number) =>
    signsIn(sentence, number, block, names, reader),
  );
  return {
    amounts: all.flatMap(({ amounts }) => amounts),
    clocks: all.flatMap(({ clocks }) => clocks),
    numbers: all.flatMap(({ numbers }) => numbers),
    concepts: all.flatMap(({ concepts }) => concepts),
    denials: all.flatMap(({ denials }) => denials),
    joins: all.flatMap(({ joins }) => joins),
    attributes: all.flatMap(({ attributes }) => attributes),
    addresses: blocks.flatMap(addressesIn),
    sentences: all.length,
    spelled: new Set(all.flatMap(({ spelled }) => [...spelled])),
    ordinals: new Set(all.flatMap(({ ordinals }) => [...ordinals])),
    units: new Set(all.flatMap(({ units }) => [...units])),
  };
}

function signsIn(
  sentence: Sentence,
  number: number,
  block: Block,
  names: readonly Span[],
  { grammar, concepts }: SignReader,
): Omit<Signs, "addresses" | "sentences"> {
  const terms = termsIn(sentence, grammar);
  const clocks = clockTimesIn(sentence, grammar);
  const sign: SignMaker = (value, from, to) => ({
    value,
    block,
    start: sentence.words[from]?.start ?? 0,
    end: sentence.words[to - 1]?.end ?? 0,
  });
  const taken = [...terms, ...clocks];
  const found = conceptsIn(sentence.words, concepts);
  return {
    amounts: terms.map(({ length, min, from, to }) => sign(amountText(length, min), from, to)),
    clocks: clocks.map(({ time, from, to }) => sign(time, from, to)),
    numbers: numbersIn(sentence, taken, sign, grammar.lint),
    concepts: found.map(({ concept, class: of, loose, from, to }) => {
      const said = sign(concept, from, to);
      // A name says nothing of what is done: it only answers.
      const named = names.some(({ start, end }) => start <= said.start && said.end <= end);
      return { ...said, concept, class: of, loose: loose || named };
    }),
    denials: denialsIn(sentence, number, concepts, sign),
    joins: joinsIn(sentence, found, concepts, sign),
    attributes: attributesIn(sentence, found, concepts, grammar.order === "verb-last", sign),
    spelled: spelledIn(sentence, grammar),
    ordinals: ordinalsIn(sentence, concepts),
    units: bareUnitsIn(sentence, terms, grammar),
  };
}

/** Letters at least of a name in quotation marks that is no word used for a thing. */
const LONG_NAME = 40;

/** Where names of acts and services stand in quotation marks. */
const namesIn = (text: string): readonly Span[] =>
  [...text.matchAll(/«[^«»]*»/gu)]
    .filter(([name]) => name.length >= LONG_NAME)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));

const amountText = (length: Duration, min: Duration | undefined): string => {
  const upper = `${length.amount} ${length.unit}`;
  return min === undefined
    ? upper
    : `${min.amount}${min.unit === length.unit ? "" : ` ${min.unit}`}–${upper}`;
};

/** Numbers in digits outside terms and times of day; `9-1` is one. */
function numbersIn(
  sentence: Sentence,
  taken: readonly { readonly from: number; readonly to: number }[],
  sign: SignMaker,
  words: LintWords,
): readonly NumberSign[] {
  const numbers: NumberSign[] = [];
  const provisions = [...words.clause, ...words.item, ...words.annex, ...words.row, ...words.article];
  for (let at = 0; at < sentence.words.length; at += 1) {
    if (sentence.words[at]?.digits !== true || taken.some(({ from, to }) => from <= at && at < to)) continue;
    const to = telephoneEnd(sentence, at) ?? rangeEnd(sentence, at);
    const digits = sentence.words.slice(at, to).map(({ text }) => text);
    const value =
      to - at >= PARTS_OF_TELEPHONE
        ? digits.join("")
        : digits.map((text) => text.replace(/^0+(?=\d)/u, "")).join("-");
    numbers.push({ ...sign(value, at, to), refers: refers(sentence, at, to, provisions) });
    at = to - 1;
  }
  return numbers;
}

/** Groups of digits at least of a telephone number, however they are parted. */
const PARTS_OF_TELEPHONE = 4;

/** Behind the last group of a telephone number that begins at a word; undefined where none does. */
function telephoneEnd(sentence: Sentence, from: number): number | undefined {
  let to = from + 1;
  while (sentence.words[to]?.digits === true && /^[\s()–-]+$/u.test(gapAfter(sentence, to - 1))) to += 1;
  return to - from >= PARTS_OF_TELEPHONE ? to : undefined;
}

/** Behind a number with its hyphens, `9-1`, `2 – 4`. */
function rangeEnd(sentence: Sentence, from: number): number {
  let to = from + 1;
  while (sentence.words[to]?.digits === true && /^\s?[-–]\s?$/u.test(gapAfter(sentence, to - 1))) to += 1;
  return to;
}

/** Words at most between a number and the word for the provision that it numbers. */
const NEAR = 4;

const refers = (sentence: Sentence, from: number, to: number, provisions: readonly string[]): boolean =>
  sentence.words
    .slice(Math.max(0, from - NEAR), to + NEAR)
    .some(({ text }) => provisions.some((stem) => text.startsWith(stem)));

/** Numbers told in words that count: `екі`, `двух`. */
function spelledIn(sentence: Sentence, grammar: Grammar): ReadonlySet<string> {
  const spelled = new Set<string>();
  for (let at = 0; at < sentence.words.length; at += 1) {
    if (sentence.words[at]?.digits === true) continue;
    const number = grammar.numberAt(sentence.words, at);
    if (number !== undefined) spelled.add(`${number.value}`);
  }
  return spelled;
}

/** Numbers told in words that put in an order: `бірінші`, `первой`. */
function ordinalsIn(sentence: Sentence, { numbers }: ConceptWords): ReadonlySet<string> {
  const ordinals = new Set<string>();
  for (const { text } of sentence.words)
    for (const [value, words] of numbers)
      if (words.some((word) => (word.endsWith("~") ? text.startsWith(word.slice(0, -1)) : text === word)))
        ordinals.add(value);
  return ordinals;
}

/** Units of time that no number stands beside. */
function bareUnitsIn(
  sentence: Sentence,
  terms: readonly { readonly from: number; readonly to: number }[],
  grammar: Grammar,
): ReadonlySet<string> {
  const units = sentence.words.flatMap(({ text }, at) => {
    const unit = grammar.unitOf(text);
    return unit === undefined || terms.some(({ from, to }) => from <= at && at < to) ? [] : [unit];
  });
  return new Set(units);
}
