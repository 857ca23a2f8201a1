import { LANGUAGES, type Language } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";
import OWNERS from "./citation-owners.json" with { type: "json" };
import WORDS from "./citation-words.json" with { type: "json" };

/**
 * The words of each part. An annex with what it belongs to, as one to an annex is cited, comes before one alone, with which
 * its words begin.
 */
const ANNEXES: readonly Labels[] = [OWNERS.numbered, OWNERS.bare].flatMap((words) =>
  Object.values(OWNERS.owners).map((owner) => ({
    kk: words.kk.replace("{owner}", owner.kk),
    ru: words.ru.replace("{owner}", owner.ru),
    en: words.en.replace("{owner}", owner.en),
  })),
);
const PARTS: readonly Labels[] = [...ANNEXES, ...Object.values(WORDS)];

/**
 * A citation in the reader's language, as every output gives it. What of it no list names stays in the words of the act; a
 * citation in the reader's own language stays as it stands.
 */
export function citation(cite: string, language: Language): string {
  const own = known(partsIn(cite, language));
  const [best] = LANGUAGES.filter((other) => other !== language)
    .map((other) => partsIn(cite, other))
    .sort((one, other) => known(other) - known(one));
  return best === undefined || known(best) <= own ? cite : inWords(best, language);
}

/** The last part that a citation names, `clause 10`: what a provision is within the one around it. */
export function lastPart(cite: string, language: Language): string {
  const [best] = LANGUAGES.map((other) => partsIn(cite, other)).sort(
    (one, other) => known(other) - known(one),
  );
  const last = best?.at(-1);
  return last === undefined ? cite : (last.part?.[language].replace("{n}", last.number) ?? last.number);
}

interface CitedPart {
  /** Undefined where the words are those of no list. */
  readonly part: Labels | undefined;
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
  const words = parts.map(({ part, number }) => part?.[language].replace("{n}", number) ?? number);
  const chain = parts.findIndex(({ part }) => part === undefined || !ANNEXES.includes(part));
  const annexes = words.slice(0, chain < 0 ? words.length : chain).reverse();
  const [first, ...outer] = annexes;
  if (first === undefined || outer.length === 0) return words.join(", ");
  return [`${first} (${outer.join(", ")})`, ...words.slice(annexes.length)].join(", ");
}

const made = new Map<string, RegExp>();

/** A part as a language words it, at the beginning of a text; a comma, a space or nothing comes after it. */
function patternOf(part: Labels, language: Language): RegExp {
  const words = part[language];
  const known = made.get(words);
  if (known !== undefined) return known;
  const literal = words.replace(/[).]/g, "\\$&").replace("{n}", "(\\d+(?:-\\d+)*)");
  const pattern = new RegExp(`^${literal}(?=[ ,]|$)`);
  made.set(words, pattern);
  return pattern;
}
