import { LANGUAGES, type Language } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";
import OWNERS from "./citation-owners.json" with { type: "json" };
import WORDS from "./citation-words.json" with { type: "json" };

/** A part as each language words it, what it is, and of an annex with what it belongs to, what that is. */
interface PartWords {
  readonly name: PartName;
  readonly owner?: OwnerName;
  readonly labels: Labels;
}
export type PartName = keyof typeof WORDS;
export type OwnerName = keyof typeof OWNERS.owners;

/**
 * The words of each part. An annex with what it belongs to, as one to an annex is cited, comes before one alone, with which
 * its words begin.
 */
const ANNEXES: readonly PartWords[] = (
  [
    ["annex", OWNERS.numbered],
    ["bare-annex", OWNERS.bare],
  ] as const
).flatMap(([name, words]) =>
  (Object.keys(OWNERS.owners) as OwnerName[]).map((owner) => ({
    name,
    owner,
    labels: {
      kk: words.kk.replace("{owner}", OWNERS.owners[owner].kk),
      ru: words.ru.replace("{owner}", OWNERS.owners[owner].ru),
      en: words.en.replace("{owner}", OWNERS.owners[owner].en),
    },
  })),
);
const PARTS: readonly PartWords[] = [
  ...ANNEXES,
  ...(Object.keys(WORDS) as PartName[]).map((name) => ({ name, labels: WORDS[name] })),
];

/**
 * A citation in the reader's language, as every output gives it. What of it no list names stays in the words of the act; a
 * citation in the reader's own language stays as it stands.
 */
export function citation(cite: string, language: Language): string {
  const own = known(partsIn(cite, language));
  const best = bestRead(
    cite,
    LANGUAGES.filter((other) => other !== language),
  );
  return best === undefined || known(best) <= own ? cite : inWords(best, language);
}

/** The last part that a citation names, `clause 10`: what a provision is within the one around it. */
export function lastPart(cite: string, language: Language): string {
  const last = bestRead(cite, LANGUAGES)?.at(-1);
  return last === undefined ? cite : (last.part?.labels[language].replace("{n}", last.number) ?? last.number);
}

/** The parts that a citation names, from the widest to the narrowest, whichever its language; absent where one is of no list. */
export function citedParts(cite: string): readonly KnownPart[] | undefined {
  const parts = bestRead(cite, LANGUAGES) ?? [];
  const named = parts.flatMap(({ part, number }) => (part === undefined ? [] : [{ ...part, number }]));
  return named.length === 0 || named.length < parts.length ? undefined : named;
}

/** A part of a citation that a list names. */
export type KnownPart = PartWords & { readonly number: string };

/** A citation by the words of the language that names most of it. */
const bestRead = (cite: string, languages: readonly Language[]): readonly CitedPart[] | undefined =>
  languages.map((language) => partsIn(cite, language)).sort((one, other) => known(other) - known(one))[0];

interface CitedPart {
  /** Undefined where the words are those of no list. */
  readonly part: PartWords | undefined;
  /** The number as printed, empty where the part has none; the words themselves where they are those of no list. */
  readonly number: string;
}

const known = (parts: readonly CitedPart[]): number => parts.filter(({ part }) => part !== undefined).length;

/** The parts that a citation names, told by their words in a language. */
function partsIn(cite: string, language: Language): readonly CitedPart[] {
  const parts: CitedPart[] = [];
  for (let rest = cite; rest !== ""; rest = rest.replace(/^[ ,]+/, "")) {
    const part = PARTS.find((one) => patternOf(one, language).test(rest));
    const match = (part === undefined ? ELSE : patternOf(part, language)).exec(rest);
    const words = match?.[0] ?? rest;
    parts.push({ part, number: part === undefined ? words : (match?.[1] ?? "") });
    rest = rest.slice(words.length);
  }
  return parts;
}

/** Words of no list, up to the next part. */
const ELSE = /^[^,]+/;

/** An annex to an annex is named first, and what it is an annex to behind it, as acts do. */
function inWords(parts: readonly CitedPart[], language: Language): string {
  const words = parts.map(({ part, number }) => part?.labels[language].replace("{n}", number) ?? number);
  const chain = parts.findIndex(({ part }) => part === undefined || !ANNEXES.includes(part));
  const annexes = words.slice(0, chain < 0 ? words.length : chain).reverse();
  const [first, ...outer] = annexes;
  if (first === undefined || outer.length === 0) return words.join(", ");
  return [`${first} (${outer.join(", ")})`, ...words.slice(annexes.length)].join(", ");
}

const made = new Map<string, RegExp>();

/** A part as a language words it, at the beginning of a text; a comma, a space or nothing comes after it. */
function patternOf({ labels }: PartWords, language: Language): RegExp {
  const words = labels[language];
  const known = made.get(words);
  if (known !== undefined) return known;
  const literal = words.replace(/[).]/g, "\\$&").replace("{n}", "(\\d+(?:-\\d+)*)");
  const pattern = new RegExp(`^${literal}(?=[ ,]|$)`);
  made.set(words, pattern);
  return pattern;
}
