import type { Edit } from "./edit.ts";
import type { Repair, RepairContext } from "./repair-type.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Fewer letters may be what they seem: initials, list letters. */
const LEAST_LETTERS = 3;
const LETTERS = /\p{L}/gu;
const GAPS = / {2,}/u;
/** Between a number and a word or a bracket there was a space that justification swallowed. */
const NUMBER_ENDS = /(?<=\p{Nd})(?=[\p{L}(])|(?<=\p{L})(?=\p{Nd})/gu;

/** Closes up words whose letters justification has set apart, `к ө р с е т і л е д і`. */
export const closeUpStretchedWords: Repair = {
  id: "close-up-stretched-words",
  find: (content, context) => {
    const edits: Edit[] = [];
    for (const zone of stretchedZones(content)) {
      const mended = closedUp(content.slice(zone.start, zone.end), context);
      if (mended === undefined) context.leave("repair/stretched-words", { at: zone });
      else for (const word of mended) edits.push(shifted(word, zone.start));
    }
    return edits;
  },
  examples: [
    ["қызмет к ө р с е т і л м е й д і .", "қызмет көрсетілмейді."],
    ["Ж ұ м ы с  к е с т е с і :", "Жұмыс кестесі:"],
    ["с а ғ а т  9 . 0 0 - д е н  1 4 . 0 0 - г е  д е й і н ) ;", "сағат 9.00-ден 14.00-ге дейін);"],
    ["у а қ ы т ы  –  3 0  ( о т ы з )  м и н у т .", "уақыты – 30 (отыз) минут."],
    ["1 2 3 4 5", "1 2 3 4 5"],
    ["Б . М. Мәкенге", "Б . М. Мәкенге"],
    ["а) бап б) тармақ", "а) бап б) тармақ"],
  ],
};

interface Zone {
  readonly start: number;
  readonly end: number;
}

/** Stretches of a line in which every character stands alone, with at least three letters among them. */
function* stretchedZones(content: string): Generator<Zone> {
  let done = 0;
  for (
    let space = content.indexOf(" ");
    space >= 0;
    space = content.indexOf(" ", Math.max(space + 1, done))
  ) {
    if (!isGap(content, space + 2) || isGap(content, space + 1)) continue;
    const zone = withoutDash(content, zoneAround(content, space + 1));
    done = zone.end;
    if ((content.slice(zone.start, zone.end).match(LETTERS)?.length ?? 0) < LEAST_LETTERS) continue;
    yield { start: withFirstLetter(content, zone.start), end: zone.end };
  }
}

/** The zone that the lone character at `at` stands in: lone characters of its line, with any spaces between them. */
function zoneAround(content: string, at: number): Zone {
  let start = at;
  for (
    let before = skipSpaces(content, at - 1, -1);
    before >= 0;
    before = skipSpaces(content, before - 1, -1)
  ) {
    if (before === start - 1 || !isGap(content, before - 1) || isBreak(content, before)) break;
    start = before;
  }
  let end = at + 1;
  for (let after = skipSpaces(content, end, 1); after < content.length; after = skipSpaces(content, end, 1)) {
    if (after === end || !isGap(content, after + 1) || isBreak(content, after)) break;
    end = after + 1;
  }
  return { start, end };
}

function skipSpaces(content: string, from: number, step: 1 | -1): number {
  let at = from;
  while (content.charCodeAt(at) === 32) at += step;
  return at;
}

const isBreak = (content: string, at: number): boolean => {
  const code = content.charCodeAt(at);
  return code === 10 || code === 13;
};

/** A dash before stretched words is none of their letters. */
function withoutDash(content: string, zone: Zone): Zone {
  let start = zone.start;
  while (start < zone.end && /[-–— ]/u.test(content[start] ?? "")) start += 1;
  return { start, end: zone.end };
}

/** A mark may stand close before the first letter: `;ұ й ы м ғ а`. */
function withFirstLetter(content: string, start: number): number {
  const before = content.slice(Math.max(0, start - 4), start);
  return /(?:^|[\s"])[;:,("«]\p{L} $/u.test(before) ? start - 2 : start;
}

const isGap = (content: string, at: number): boolean => {
  const code = at < 0 || at >= content.length ? 10 : content.charCodeAt(at);
  return code === 32 || code === 10 || code === 13;
};

interface Word {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const shifted = ({ start, end, by }: Word, offset: number): Edit => ({
  kind: "close-up-stretched-words",
  at: { start: start + offset, end: end + offset },
  by,
});

/** The words of a zone. Two spaces part them; where all spaces are single, it is one word, or several that the text knows. */
function closedUp(zone: string, { words, layout }: RepairContext): Word[] | undefined {
  const parts = splitAt(zone, GAPS);
  if (parts.length > 1)
    return parts.map((part) => ({ ...part, by: close(zone.slice(part.start, part.end)) }));
  const letters = zone.replaceAll(/ /gu, "");
  const cuts = cutsBetween(letters, words);
  if (cuts === undefined && layout === "marks") return undefined;
  return wordsAt(zone, cuts ?? []);
}

/** A dash that begins a word, and does not belong to it, keeps its space. */
const close = (word: string): string =>
  word
    .replace(/^([-–—]) (?=\p{Nd})/u, "$1\n")
    .replaceAll(" ", "")
    .replace("\n", " ")
    .replaceAll(NUMBER_ENDS, " ");

function splitAt(text: string, gaps: RegExp): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(new RegExp(gaps.source, "gu"))) {
    parts.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  parts.push({ start, end: text.length });
  return parts.filter((part) => part.end > part.start);
}

/** The zone's characters put together into words that end at the cuts (counted in characters without spaces). */
function wordsAt(zone: string, cuts: readonly number[]): Word[] {
  const words: Word[] = [];
  let count = 0;
  let start = 0;
  for (let at = 0; at < zone.length; at += 1) {
    if (isGap(zone, at)) continue;
    if (cuts.includes(count)) {
      words.push({ start, end: at, by: `${close(zone.slice(start, at))} ` });
      start = at;
    }
    count += 1;
  }
  words.push({ start, end: zone.length, by: close(zone.slice(start)) });
  return words;
}

/**
 * Where words begin within letters that all stand one space apart, counted in letters: nowhere where the whole is a known
 * word, otherwise at the fewest known words that make it up. Undefined where there is no such reading.
 */
function cutsBetween(letters: string, words: Vocabulary): number[] | undefined {
  const cuts: number[] = [];
  let offset = 0;
  for (const piece of letters.split(/(?<=\p{L})(?![\p{L}-])|(?<![\p{L}-])(?=\p{L})|(?<=[–—])/u)) {
    if (offset > 0 && /^\p{L}/u.test(piece) && /[\p{Nd}–—]$|\d\)$/u.test(letters.slice(0, offset)))
      cuts.push(offset);
    if (/^[–—№(]/u.test(piece) && offset > 0) cuts.push(offset);
    if (/^\p{L}/u.test(piece)) {
      const inside = fewestWords(piece.toLowerCase(), words);
      if (inside === undefined) return undefined;
      cuts.push(...inside.map((cut) => cut + offset));
    } else if (/^\p{Nd}/u.test(piece) && /\p{L}$/u.test(letters.slice(0, offset))) cuts.push(offset);
    offset += piece.length;
  }
  return cuts;
}

/** Longest run of letters that is looked through; no stretched line is longer. */
const MOST_LETTERS = 120;

function fewestWords(letters: string, words: Vocabulary): number[] | undefined {
  if (words.has(letters)) return [];
  if (letters.length > MOST_LETTERS) return undefined;
  const best: ({ readonly cost: number; readonly from: number } | undefined)[] = [{ cost: 0, from: -1 }];
  for (let end = 1; end <= letters.length; end += 1)
    for (let from = Math.max(0, end - 30); from <= end - 2; from += 1) {
      const before = best[from];
      if (before === undefined || !words.has(letters.slice(from, end))) continue;
      const cost = before.cost + (end - from < 4 ? 3 : 1);
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, from };
    }
  const cuts: number[] = [];
  for (let end = letters.length; end > 0;) {
    const step = best[end];
    if (step === undefined) return undefined;
    if (step.from > 0) cuts.unshift(step.from);
    end = step.from;
  }
  return cuts;
}
