import type { AmendWords } from "../language/amend-words.ts";
import { AMEND_UNITS, type AmendUnit } from "../model/amendment.ts";
import { ordinalAt } from "./ordinals.ts";
import type { Token } from "./tokens.ts";
import type { UnitFound } from "./unit-found.ts";
import { besideOf, nameBeside, namesake } from "./unit-names.ts";

/** Where parts stand, from the outermost inwards. */
export const LEVELS: Readonly<Record<AmendUnit | "named", number>> = {
  annex: 1,
  named: 2,
  section: 3,
  chapter: 3,
  preamble: 4,
  clause: 4,
  row: 5,
  item: 6,
  column: 6,
  part: 7,
  sentence: 8,
  title: 9,
};

/** The parts of an act that a sentence names, in its order. */
export function unitsIn(tokens: readonly Token[], words: AmendWords): readonly UnitFound[] {
  const found: UnitFound[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.is !== "word") continue;
    const unit = unitOf(token.text, words);
    if (unit === undefined) continue;
    const taken = found.at(-1)?.to ?? -1;
    found.push(...namesake(tokens, unitAt(tokens, at, unit, words, taken), words, taken));
  }
  return found;
}

/** Whether a text begins with the word for a part, behind more numbers or not: a number before it is that part's. */
export function beginsWithUnit(text: string, words: AmendWords): boolean {
  const pieces: readonly string[] = text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*|\d+(?:-\d+)*|\S/gu) ?? [];
  const first = pieces.find((piece) => /^\p{L}/u.test(piece) && !words.joins.includes(piece));
  const before = pieces.slice(0, first === undefined ? 0 : pieces.indexOf(first));
  const areNumbers = before.every((piece) => /^[\d,.)]/u.test(piece) || words.joins.includes(piece));
  return words.numbersFirst && first !== undefined && areNumbers && unitOf(first, words) !== undefined;
}

/** Whether a word of a text is the word for a part: `Раздел 1`, `1-бөлім`. */
export const isCalled = (text: string, unit: AmendUnit, words: AmendWords): boolean =>
  [...text.toLowerCase().matchAll(/\p{L}+/gu)].some(([word]) => unitOf(word, words)?.unit === unit);

interface UnitWord {
  readonly unit: AmendUnit;
  readonly with: boolean;
}

/** The part that a word names; the longest beginning tells, as `тармақша` begins with `тармақ`. */
function unitOf(word: string, words: AmendWords): UnitWord | undefined {
  let best: (UnitWord & { readonly length: number }) | undefined;
  for (const unit of AMEND_UNITS) {
    const { forms, with: along } = words.units[unit];
    for (const [list, isWith] of [
      [forms, false],
      [along, true],
    ] as const)
      for (const form of list) {
        const stem = form.endsWith("…") ? form.slice(0, -1) : undefined;
        const fits = stem === undefined ? word === form : word.startsWith(stem);
        if (fits && form.length > (best?.length ?? 0)) best = { unit, with: isWith, length: form.length };
      }
  }
  return best === undefined || isOther(word, best.length, words)
    ? undefined
    : { unit: best.unit, with: best.with || words.withEndings.some((ending) => word.endsWith(ending)) };
}

/** Whether a word only begins as the word for a part does, and goes on as another: `бөлімше`, and not `бөлім`. */
const isOther = (word: string, length: number, { otherWords }: AmendWords): boolean =>
  otherWords.some((other) => word.startsWith(other) && other.length + 1 > length);

function unitAt(
  tokens: readonly Token[],
  at: number,
  { unit, with: isWith }: UnitWord,
  words: AmendWords,
  taken: number,
): UnitFound {
  const numbers = words.numbersFirst
    ? numbersBefore(tokens, at, words, taken)
    : numbersBehind(tokens, at, words);
  const ordinals = numbers.labels.length === 0 ? ordinalsBeside(tokens, at, words, taken) : numbers;
  const named =
    ordinals.labels.length === 0
      ? nameBeside(tokens, at, at, words, taken)
      : NAMED_TOO.has(unit)
        ? nameBeside(tokens, ordinals.from, ordinals.to, words, taken)
        : undefined;
  const [from, to] = [
    Math.min(at, ordinals.from, named?.at ?? at),
    Math.max(at, ordinals.to, named?.at ?? at),
  ];
  return {
    unit,
    labels: ordinals.labels,
    ...(named === undefined ? {} : { words: named.words }),
    with: isWith,
    isSource: isSource(tokens, from, to, words),
    beside: besideOf(tokens, from, to, words),
    at,
    from,
    to,
  };
}

/** Parts that are told by a number and a name: `раздел 2 «Общества»`. */
const NAMED_TOO: ReadonlySet<AmendUnit> = new Set(["section", "chapter", "annex"]);

interface Labels {
  readonly labels: readonly string[];
  readonly from: number;
  readonly to: number;
}

const SKIPPED: ReadonlySet<string> = new Set([",", ")", "-", "–", "—", "№"]);
const DASH = /^[-–—]$/u;

/** `63), 64) и 65)` behind the word for a part; `5–8` and `с 5 по 8` are all from the one to the other. */
function numbersBehind(tokens: readonly Token[], at: number, words: AmendWords): Labels {
  const labels: string[] = [];
  let [next, to, range] = [at + 1, at, false];
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token?.is === "number") {
      addLabel(labels, token.text, range);
      [to, range] = [next, false];
    } else if (token?.is === "sign" && SKIPPED.has(token.text)) {
      if (labels.length > 0 && DASH.test(token.text)) range = true;
      if (token.text === ")") to = next;
    } else if (token?.is === "word" && isBetween(token.text, words)) {
      if (words.ranges.includes(token.text)) range = true;
    } else break;
  }
  return { labels, from: at, to };
}

/** `63), 64) және 65)` before it. */
function numbersBefore(tokens: readonly Token[], at: number, words: AmendWords, taken: number): Labels {
  const labels: string[] = [];
  let from = at;
  for (let before = at - 1; before > taken; before -= 1) {
    const token = tokens[before];
    if (token?.is === "number") {
      labels.unshift(token.text);
      from = before;
    } else if (token?.is === "sign" && SKIPPED.has(token.text)) continue;
    else if (token?.is === "word" && isBetween(token.text, words)) {
      if (words.numberWords.includes(token.text)) from = before;
    } else break;
  }
  return { labels, from, to: at };
}

const isBetween = (word: string, words: AmendWords): boolean =>
  words.numberWords.includes(word) || words.joins.includes(word) || words.ranges.includes(word);

/** Adds a number to a list, and all between it and the last where a range ends with it. */
function addLabel(labels: string[], label: string, range: boolean): void {
  const [first, last] = [Number(labels.at(-1)), Number(label)];
  if (range && Number.isInteger(first) && Number.isInteger(last) && last - first < 200)
    for (let number = first + 1; number < last; number += 1) labels.push(String(number));
  labels.push(label);
}

/** Ordinals on the side where numbers stand, `часть вторую и третью`, `екінші бөлігі`, else on the other: `второе предложение`. */
function ordinalsBeside(tokens: readonly Token[], at: number, words: AmendWords, taken: number): Labels {
  const [behind, before] = [
    (): Labels => ordinalsBehind(tokens, at, words),
    (): Labels => ordinalsBefore(tokens, at, words, taken),
  ];
  const found = words.numbersFirst ? before() : behind();
  if (found.labels.length > 0) return found;
  return words.numbersFirst ? behind() : before();
}

function ordinalsBehind(tokens: readonly Token[], at: number, words: AmendWords): Labels {
  const labels: string[] = [];
  let to = at;
  for (let next = at + 1; next < tokens.length;) {
    const ordinal = ordinalAt(tokens, next, words);
    if (ordinal !== undefined) {
      labels.push(String(ordinal.value));
      [next, to] = [ordinal.to + 1, ordinal.to];
      continue;
    }
    const token = tokens[next];
    const joins =
      labels.length > 0 &&
      (token?.text === "," || (token?.is === "word" && words.joins.includes(token.text))) &&
      ordinalAt(tokens, next + 1, words) !== undefined;
    if (!joins) break;
    next += 1;
  }
  return { labels, from: at, to };
}

function ordinalsBefore(tokens: readonly Token[], at: number, words: AmendWords, taken: number): Labels {
  const labels: string[] = [];
  let from = at;
  for (let end = at - 1; end > taken;) {
    const start = startOfOrdinal(tokens, end, words, taken);
    if (start !== undefined) {
      labels.unshift(String(ordinalAt(tokens, start, words)?.value ?? 0));
      [from, end] = [start, start - 1];
      continue;
    }
    const token = tokens[end];
    const joins =
      labels.length > 0 &&
      (token?.text === "," || (token?.is === "word" && words.joins.includes(token.text)));
    if (!joins) break;
    end -= 1;
  }
  return { labels, from, to: at };
}

/** Where the ordinal begins that ends at a token. */
function startOfOrdinal(
  tokens: readonly Token[],
  end: number,
  words: AmendWords,
  taken: number,
): number | undefined {
  for (let start = Math.max(taken + 1, end - 2); start <= end; start += 1)
    if (ordinalAt(tokens, start, words)?.to === end) return start;
  return undefined;
}

function isSource(tokens: readonly Token[], from: number, to: number, words: AmendWords): boolean {
  const beside = words.numbersFirst ? tokens[to + 1] : tokens[from - 1];
  return beside?.is === "word" && words.accordingTo.includes(beside.text);
}
