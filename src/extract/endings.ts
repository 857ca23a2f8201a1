import type { Endings, Lexicon } from "../language/lexicon.ts";

/** What a table of stems says of a word: the stem itself, or with plural, possessive and case endings, in that order. */
export function lookUp<Value>(
  word: string,
  stems: ReadonlyMap<string, Value>,
  lexicon: Lexicon,
): Value | undefined {
  for (let length = word.length; length > 0; length -= 1) {
    const value = stems.get(word.slice(0, length));
    if (value !== undefined && inflects(word.slice(length), lexicon.endings)) return value;
  }
  return undefined;
}

function inflects(rest: string, endings: Endings): boolean {
  return takeOne(rest, endings.plural).some((plural) =>
    takeOne(plural, endings.possessive).some((own) => takeOne(own, endings.case).includes("")),
  );
}

/** The rest of a word with and without one of the endings. */
function takeOne(rest: string, endings: readonly string[]): string[] {
  return [
    rest,
    ...endings.filter((ending) => rest.startsWith(ending)).map((ending) => rest.slice(ending.length)),
  ];
}
