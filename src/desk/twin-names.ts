import { ACT_ENDINGS, endingOf } from "../files/act-endings.ts";

/** What files are named by the language of their text, as collections of acts do; in small letters. */
const NAMED: Readonly<Record<string, string>> = { kaz: "kk", kz: "kk", kk: "kk", rus: "ru", ru: "ru" };

interface Named {
  readonly language: string;
  /** The name without its language and its ending: the same for both texts of an act. */
  readonly act: string;
  readonly ending: string;
}

/**
 * Of the files in a folder those that are named as the same act in another language: `act-kaz.md` and `act-rus.md`, `kaz.md` and
 * `rus.md`. Those with the ending of the first come first, then in the order of their names.
 */
export function twinNames(name: string, others: readonly string[]): readonly string[] {
  const own = namedBy(name);
  if (own === undefined) return [];
  const twins = others.flatMap((other) => {
    const named = namedBy(other);
    return named === undefined || named.language === own.language || named.act !== own.act
      ? []
      : [{ other, isLike: named.ending === own.ending }];
  });
  return [...twins.filter(({ isLike }) => isLike), ...twins.filter(({ isLike }) => !isLike)].map(
    ({ other }) => other,
  );
}

/** The last part of a name that is a language, parted by hyphens, low lines, points or blanks. */
function namedBy(name: string): Named | undefined {
  const ending = endingOf(name);
  if (!ACT_ENDINGS.has(ending)) return undefined;
  const parts = name
    .slice(0, -ending.length - 1)
    .toLowerCase()
    .split(/[-_. ]/u);
  const where = parts.findLastIndex((part) => Object.hasOwn(NAMED, part));
  const language = NAMED[parts[where] ?? ""];
  return language === undefined ? undefined : { language, act: parts.with(where, "").join("-"), ending };
}
