import type { ServiceRules } from "./version.ts";
import { beginning, wordsOf } from "./words.ts";

/**
 * How alike each old service is to each new one, from 0 to 1: whether the telling words of its name occur in the other's
 * text, both ways, or the texts share nearly all their telling words. A word tells the more, the fewer services of its own side have
 * it; so what a whole act repeats in each of its regulations counts for nothing.
 */
export function serviceLikeness(
  olds: readonly ServiceRules[],
  news: readonly ServiceRules[],
): readonly (readonly number[])[] {
  const [before, after] = [olds.map(portrait), news.map(portrait)];
  const weight = weightOf(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  return before.map((old) => {
    const names = after.map((now) => {
      if (old.plain !== "" && old.plain === now.plain) return 1;
      return (covered(old.name, now.text, weight) + covered(now.name, old.text, weight)) / 2;
    });
    // Whole texts are compared only where no name fits: they are long.
    if (names.some((value) => value >= NEARLY_THE_SAME)) return names;
    return after.map((now, index) => {
      const texts = common(old.text, now.text, weight);
      return texts >= NEARLY_THE_SAME ? texts : (names[index] ?? 0);
    });
  });
}

/** Texts that share so much are the same regulation under another name; with less, names decide. */
const NEARLY_THE_SAME = 0.8;

type Words = ReadonlySet<string>;

function portrait({ name, text, rules }: ServiceRules) {
  const content = text ?? rules.map(({ source }) => source?.quote ?? "").join(" ");
  return { plain: wordsOf(name).join(" "), name: telling(name), text: telling(`${name} ${content}`) };
}

/** Beginnings of the words of three letters and more that are no numbers. */
const telling = (text: string): Words =>
  new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 && !/\p{N}/u.test(word))
      .map(beginning),
  );

/** From 1 for a word of one service only down to 0 for a word of all, on both sides together. */
function weightOf(olds: readonly Words[], news: readonly Words[]): (word: string) => number {
  const rarities = [olds, news].map((side) => {
    const counts = new Map<string, number>();
    for (const words of side) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const most = Math.log((side.length + 1) / 1.5);
    return (word: string): number => {
      const count = counts.get(word);
      return count === undefined ? 1 : Math.max(0, Math.log((side.length + 1) / (count + 0.5)) / most);
    };
  });
  return (word) => rarities.reduce((product, rarity) => product * rarity(word), 1);
}

/** Which part of the weight of some words a text has. */
function covered(words: Words, text: Words, weight: (word: string) => number): number {
  let [had, all] = [0, 0];
  for (const word of words) {
    all += weight(word);
    if (text.has(word)) had += weight(word);
  }
  return all === 0 ? 0 : had / all;
}

/** Twice the weight that two texts share over the weight of both. */
function common(one: Words, other: Words, weight: (word: string) => number): number {
  let [shared, all] = [0, 0];
  for (const word of one) {
    all += weight(word);
    if (other.has(word)) shared += 2 * weight(word);
  }
  for (const word of other) all += weight(word);
  return all === 0 ? 0 : shared / all;
}
