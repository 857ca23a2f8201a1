import { isCyrillic, smallCyrillicLike } from "../language/look-alikes.ts";
import { folded } from "../model/fold-name.ts";

/** More providers than that are not held against one another letter by letter. */
const MOST = 1000;
/** A letter more or less, or another, makes no other name of so long a one. */
const LONG = 12;

/** Providers that are likely the same: aliases for the mapping, and pairs of which a person has to say. */
export interface LikelySame {
  readonly aliases: Readonly<Record<string, string>>;
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * Which of the providers of a log are likely the same: those that differ in marks, blanks and letters that look alike
 * become aliases of the one that most rows have; those that differ in one letter of a long name are told as pairs, since
 * two names can be as close. Names with different numbers in them are different names.
 */
export function likelySame(written: readonly string[]): LikelySame {
  const rows = new Map<string, { name: string; count: number }>();
  for (const name of written) {
    const known = rows.get(folded(name));
    rows.set(folded(name), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
  }
  const groups = new Map<string, { name: string; count: number }[]>();
  for (const each of rows.values()) {
    const key = `${bare(each.name)} ${digits(folded(each.name))}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const aliases: Record<string, string> = {};
  const names: string[] = [];
  for (const group of groups.values()) {
    const [most, ...others] = group.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    if (most === undefined) continue;
    names.push(most.name);
    for (const { name } of others) aliases[name] = most.name;
  }
  return { aliases, pairs: closePairs(names) };
}

/** Letters and digits alone, Latin ones in the place of Cyrillic ones that look the same told as those. */
const bare = (name: string): string => {
  const letters = Array.from(folded(name)).filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const mixed = letters.some(isCyrillic);
  return letters.map((letter) => (mixed ? (smallCyrillicLike(letter) ?? letter) : letter)).join("");
};

function closePairs(names: readonly string[]): [string, string][] {
  const long = names.map((name) => ({ name, text: bare(name) })).filter(({ text }) => text.length >= LONG);
  if (long.length > MOST) return [];
  return long.flatMap((one, place) =>
    long.slice(place + 1).flatMap((other): [string, string][] => {
      const close =
        isOneLetterApart(one.text, other.text) && digits(folded(one.name)) === digits(folded(other.name));
      return close ? [[one.name, other.name]] : [];
    }),
  );
}

const digits = (text: string): string => text.replace(/\P{N}+/gu, " ").trim();

/** Whether one letter has to be put in, left out or changed to make the other text. */
function isOneLetterApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}
