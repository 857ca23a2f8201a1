import type { Segment } from "./segments.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { WordReader } from "./part.ts";
import { shortNamesOf, tokensOf, type Token } from "./token.ts";

/** Words before a bracket that may be what it gives a short name to. */
const MEANING = 14;
/** An acronym has so many letters. */
const ACRONYM = { least: 2, most: 7 } as const;
/** Words in quotation marks that are at least a name. */
const LEAST_OF_NAME = 3;

interface Short {
  readonly name: readonly string[];
  readonly meaning: readonly string[];
}

/** The names that a text gives to things: by either of its names a thing is the same thing. */
export class Namings {
  readonly #shorts: readonly Short[];
  readonly #titles: readonly (readonly string[])[];

  constructor(
    parts: readonly WordedPart[],
    private readonly reader: WordReader,
  ) {
    this.#shorts = parts.flatMap((part) => this.#shortsIn(part));
    this.#titles = parts
      .filter(({ part }) => part.role === "title")
      .flatMap(({ part }) => [...part.text.matchAll(/[«"]([^«»"]+)[»"]/gu)])
      .map(([, name = ""]) => this.#keys(name))
      .filter((name) => name.length >= LEAST_OF_NAME);
  }

  /** A segment without the names by which it names the same on both sides, or the service itself once more. */
  without({ removed, added }: Segment): Segment {
    const [gone, come] = [this.#withoutTitle(removed), this.#withoutTitle(added)];
    const [whole = [], wholeNow = []] = [gone, come].map(content);
    const [old = [], now = []] = [whole, wholeNow].map((keys) => keys.filter((key) => !this.#isState(key)));
    const letters = isLettersOf(whole, wholeNow) || isLettersOf(wholeNow, whole);
    return letters || this.#isShortFor(old, now) || this.#isShortFor(now, old)
      ? { removed: [], added: [] }
      : { removed: gone, added: come };
  }

  #shortsIn({ part: { text } }: WordedPart): readonly Short[] {
    return shortNamesOf(text, this.reader).map(({ name, at }) => ({
      name: this.#keys(name),
      meaning: this.#keys(text.slice(behindBracket(text, at), at)).slice(-MEANING),
    }));
  }

  #keys(text: string): readonly string[] {
    return content(tokensOf(text, this.reader));
  }

  /** Whether some words are a short name, or the first letters, of others. */
  #isShortFor(short: readonly string[], whole: readonly string[]): boolean {
    if (short.length === 0 || whole.length === 0) return false;
    if (isLettersOf(short, whole)) return true;
    if (this.#isName(whole) && this.#isName(short)) return false;
    return this.#shorts.some(
      ({ name, meaning }) =>
        short.every((key) => this.#among(key, name)) &&
        whole.every((key) => this.#among(key, meaning) || this.#among(key, name)),
    );
  }

  /** Whether some words are a short name or words of one: two names are two things. */
  #isName(keys: readonly string[]): boolean {
    return this.#shorts.some(({ name }) => keys.every((key) => this.#among(key, name)));
  }

  #among(key: string, keys: readonly string[]): boolean {
    return keys.some((other) => other === key || this.reader.wording.areForms(other, key));
  }

  #isState(key: string): boolean {
    return (this.reader.words?.state ?? []).some((stem) => key.startsWith(stem));
  }

  /** Words without the name of the service where they have it whole. */
  #withoutTitle(tokens: readonly Token[]): readonly Token[] {
    const worded = tokens.filter(({ small }) => !small);
    for (const title of this.#titles) {
      const at = worded.findIndex((_, from) =>
        title.every((key, index) => worded[from + index]?.key === key),
      );
      if (at < 0) continue;
      const name = new Set(worded.slice(at, at + title.length));
      return tokens.filter((token) => !name.has(token));
    }
    return tokens;
  }
}

const content = (tokens: readonly Token[]): readonly string[] =>
  tokens.filter(({ small }) => !small).map(({ key }) => key);

/** Where the words begin that a bracket gives a name to: behind the bracket before it. */
const behindBracket = (text: string, at: number): number =>
  Math.max(text.lastIndexOf("(", at - 1), text.lastIndexOf(")", at - 1), text.lastIndexOf(";", at - 1)) + 1;

/** Whether a single word is made of the first letters of others. */
const isLettersOf = ([word = "", ...others]: readonly string[], whole: readonly string[]): boolean =>
  others.length === 0 &&
  word.length >= ACRONYM.least &&
  word.length <= ACRONYM.most &&
  whole.length === word.length &&
  whole.every((key, index) => key.charAt(0) === word.charAt(index));
