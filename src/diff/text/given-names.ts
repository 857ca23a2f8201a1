import { beginning } from "../words.ts";
import type { Leftover } from "./leftover.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { WordReader } from "./part.ts";
import { shortNamesOf, tokensOf, type Token } from "./token.ts";

/** Words before a bracket at most that a short name stands for. */
const MEANING = 16;

/** Whether both of two parts give short names, or one gives a name that the other is. */
export function nameTheSame(old: WordedPart, now: WordedPart, reader: WordReader): boolean {
  const [before, after] = [old, now].map(({ part }) => shortNamesOf(part.text, reader));
  if (before === undefined || after === undefined || old.part.role !== "law") return false;
  if (before.length > 0 && after.length > 0) return true;
  const isName = (names: typeof before, { tokens }: WordedPart): boolean =>
    names.some(({ name }) => {
      const stems = stemsOf(tokensOf(name, reader));
      return stems.size > 0 && setEquals(stems, stemsOf(tokens));
    });
  return isName(before, now) || isName(after, old);
}

/**
 * What is left of two wordings without what a short name stands for, where one wording says that and gives the name, and the
 * other has the name alone.
 */
export function withoutGiven(
  leftover: readonly Leftover[],
  old: WordedPart,
  now: WordedPart,
  reader: WordReader,
): readonly Leftover[] {
  if (leftover.length === 0) return leftover;
  const [gone, come] = [meantIn(old, now, reader), meantIn(now, old, reader)];
  if (gone.size + come.size === 0) return leftover;
  return leftover
    .map(({ removed, added }) => ({
      removed: removed.filter((token) => !gone.has(token)),
      added: added.filter((token) => !come.has(token)),
    }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

/** The words of a part for which it gives a short name that the other part has. */
function meantIn(part: WordedPart, other: WordedPart, reader: WordReader): ReadonlySet<Token> {
  const { text } = part.part;
  const there = stemsOf(other.tokens);
  const names = shortNamesOf(text, reader).filter(({ name }) => {
    const stems = stemsOf(tokensOf(name, reader));
    return stems.size > 0 && [...stems].every((stem) => there.has(stem));
  });
  const givesToo = shortNamesOf(other.part.text, reader).map(({ name }) => name);
  return new Set(
    names
      .filter(({ name }) => !givesToo.includes(name))
      .flatMap(({ at }) => {
        const open = Math.max(...["(", ")", ";"].map((mark) => text.lastIndexOf(mark, at - 1)));
        return part.tokens.filter(({ start }) => start > open && start < at).slice(-MEANING);
      }),
  );
}

const stemsOf = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(tokens.filter(({ small }) => !small).map(({ key }) => beginning(key)));

const setEquals = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));
