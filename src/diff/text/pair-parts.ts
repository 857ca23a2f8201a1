import { assign, type Edge } from "../assignment.ts";
import { distance } from "../place.ts";
import { beginning } from "../words.ts";
import type { Part, WordReader } from "./part.ts";
import { tellsWhat, tokensOf, type Token } from "./token.ts";

/** A part with its words. */
export interface WordedPart {
  readonly part: Part;
  readonly tokens: readonly Token[];
  /** All its words in a row: parts with the same say the same. */
  readonly words: string;
  /** Beginnings of the words that tell what it is about: of none that says nothing, is a number or a unit of time. */
  readonly stems: readonly string[];
}

/** The parts of two versions that are the same part, and those that only one has. */
export interface PartPairs {
  readonly pairs: readonly (readonly [old: WordedPart, now: WordedPart])[];
  readonly removed: readonly WordedPart[];
  readonly added: readonly WordedPart[];
}

/** A part whose words are further off than twice this is another part. */
const SINGLE = 0.36;
/** Beyond so many pairs only parts near each other in order are held against each other, this far at most. */
const ALL_PAIRS = 40_000;
const BAND = 40;

/** A part with its words, for comparison. */
export function worded(part: Part, reader: WordReader): WordedPart {
  const tokens = tokensOf(part.text, reader);
  return {
    part,
    tokens,
    words: tokens.map(({ key }) => key).join(" "),
    stems: tokens.filter((token) => tellsWhat(token, reader)).map(({ key }) => beginning(key)),
  };
}

/**
 * Finds the parts that are the same on both sides: those of the same words first, at the same place before others, then the
 * likeliest of the rest by what their words are about (a word tells the more, the fewer parts have it; numbers tell nothing)
 * and by where they stand.
 */
export function pairParts(
  olds: readonly WordedPart[],
  news: readonly WordedPart[],
  isOne: (old: WordedPart, now: WordedPart) => boolean = () => false,
): PartPairs {
  const pairs: (readonly [WordedPart, WordedPart])[] = [];
  const [left, right] = [new Set(olds), new Set(news)];
  const take = (old: WordedPart, now: WordedPart): void => {
    pairs.push([old, now]);
    left.delete(old);
    right.delete(now);
  };
  for (const [old, now] of equals(olds, news)) take(old, now);
  for (const [old, now] of excluded(left, right)) take(old, now);
  const [before, after] = [[...left], [...right]];
  const near = likenesses(before, after, [...olds, ...news]);
  for (const [at, to] of assign(before.length, after.length, near, SINGLE)) {
    const [old, now] = [before[at], after[to]];
    if (old !== undefined && now !== undefined) take(old, now);
  }
  for (const [old, now] of openers(left, right)) take(old, now);
  for (const [old, now] of inPlace(left, right, isOne)) take(old, now);
  const place = new Map(news.map((now, index) => [now, index]));
  return {
    pairs: pairs.sort(([, one], [, other]) => (place.get(one) ?? 0) - (place.get(other) ?? 0)),
    removed: [...left],
    added: [...right],
  };
}

/** Parts of the same words: those at the same place, then in the order of the text. */
function equals(
  olds: readonly WordedPart[],
  news: readonly WordedPart[],
): (readonly [WordedPart, WordedPart])[] {
  const waiting = new Map<string, WordedPart[]>();
  const keyOf = ({ part, words }: WordedPart): string =>
    `${part.role} ${part.excluded ? "out" : ""} ${words}`;
  for (const now of news) {
    const list = waiting.get(keyOf(now));
    if (list === undefined) waiting.set(keyOf(now), [now]);
    else list.push(now);
  }
  const found: (readonly [WordedPart, WordedPart])[] = [];
  const open: WordedPart[] = [];
  const takeFrom = (old: WordedPart, index: number): void => {
    const [now] = waiting.get(keyOf(old))?.splice(index, 1) ?? [];
    if (now !== undefined) found.push([old, now]);
  };
  for (const old of olds) {
    const index = (waiting.get(keyOf(old)) ?? []).findIndex(({ part }) => part.path === old.part.path);
    if (index < 0) open.push(old);
    else takeFrom(old, index);
  }
  for (const old of open) if ((waiting.get(keyOf(old)) ?? []).length > 0) takeFrom(old, 0);
  return found;
}

/** A clause or item that has been taken out is the one of its number at its place. */
const excluded = (
  olds: ReadonlySet<WordedPart>,
  news: ReadonlySet<WordedPart>,
): (readonly [WordedPart, WordedPart])[] =>
  [...olds].flatMap((old) => {
    const now = [...news].find(
      ({ part }) =>
        part.excluded !== old.part.excluded && part.path === old.part.path && part.label !== undefined,
    );
    return now === undefined ? [] : [[old, now] as const];
  });

/** Words at most that say nothing of what a list is of. */
const OPENER = 1;

/** What opened a list and said nothing by itself, and the clause of its number that says now what the list said. */
const openers = (
  olds: ReadonlySet<WordedPart>,
  news: ReadonlySet<WordedPart>,
): (readonly [WordedPart, WordedPart])[] =>
  [...olds].flatMap((old) => {
    const now = [...news].find(({ part }) => part.path === old.part.path && part.label !== undefined);
    return now === undefined || old.stems.length > OPENER || old.part.role !== now.part.role
      ? []
      : [[old, now] as const];
  });

/** What stands at one place and is told to be one by its names or letters. */
const inPlace = (
  olds: ReadonlySet<WordedPart>,
  news: ReadonlySet<WordedPart>,
  isOne: (old: WordedPart, now: WordedPart) => boolean,
): (readonly [WordedPart, WordedPart])[] =>
  [...olds].flatMap((old) => {
    const now = [...news].find(
      (one) => one.part.path === old.part.path && one.part.label === old.part.label && isOne(old, one),
    );
    return now === undefined ? [] : [[old, now] as const];
  });

interface Telling {
  readonly worded: WordedPart;
  readonly stems: ReadonlyMap<string, number>;
  readonly weight: number;
}

function likenesses(
  olds: readonly WordedPart[],
  news: readonly WordedPart[],
  all: readonly WordedPart[],
): readonly Edge[] {
  const counts = new Map<string, number>();
  for (const part of all)
    for (const stem of new Set(part.stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log((all.length + 1) / (counts.get(stem) ?? 1));
  const telling = (part: WordedPart): Telling => {
    const stems = new Map<string, number>();
    for (const stem of part.stems) stems.set(stem, (stems.get(stem) ?? 0) + 1);
    let weight = 0;
    for (const [stem, count] of stems) weight += count * rarity(stem);
    return { worded: part, stems, weight };
  };
  const [before, after] = [olds.map(telling), news.map(telling)];
  const whole = before.length * after.length <= ALL_PAIRS;
  const step = after.length / Math.max(1, before.length);
  return before.flatMap((old, left) =>
    after.flatMap((now, right) =>
      old.worded.part.role !== now.worded.part.role || (!whole && Math.abs(left * step - right) > BAND)
        ? []
        : [{ left, right, cost: costOf(old, now, rarity) + 1e-4 * Math.abs(left * step - right) }],
    ),
  );
}

function costOf(old: Telling, now: Telling, rarity: (stem: string) => number): number {
  let shared = 0;
  for (const [stem, count] of old.stems) shared += Math.min(count, now.stems.get(stem) ?? 0) * rarity(stem);
  const all = old.weight + now.weight;
  const words = all === 0 ? 0.5 : 1 - (2 * shared) / all;
  const apart = distance(old.worded.part.path, now.worded.part.path);
  const few = Math.max(1, Math.min(old.worded.stems.length, now.worded.stems.length));
  const isCell = apart === 0 && now.worded.part.label === undefined;
  return words + 0.12 * apart + (isCell ? 0 : BY_CHANCE / few);
}

/** Of two clauses or items that say little, or parts at two places, what they share they may share by chance: so much for each word less. */
const BY_CHANCE = 0.5;
