import { LANGUAGES, type Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";

/** The value of an option, where it is one of those that there are: callers without types can say anything. Throws `Trouble`. */
export function oneOf<T extends string | number>(value: T, known: readonly T[], option: string): T {
  if (known.includes(value)) return value;
  throw new Trouble(`${JSON.stringify(value)} is not known`, {
    place: option,
    wayOut: `Say one of ${known.join(", ")}.`,
  });
}

/** One path, or several, as a list. */
export function pathsIn(named: string | readonly string[]): readonly string[];
export function pathsIn(named: string | readonly string[] | undefined): readonly string[] | undefined;
export function pathsIn(named: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof named === "string" ? [named] : named;
}

/** A language that results can be worded in. */
export const languageNamed = (lang: Language): Language => oneOf(lang, LANGUAGES, "--lang");
