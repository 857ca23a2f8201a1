import { LANGUAGES, type Language } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";
import OWNERS from "./citation-owners.json" with { type: "json" };
import WORDS from "./citation-words.json" with { type: "json" };

/**
 * The words of each part. An annex with what it belongs to, as one to an annex is cited, comes before one alone, with which
 * its words begin.
 */
const PARTS: readonly Labels[] = [
  ...[OWNERS.numbered, OWNERS.bare].flatMap((words) =>
    Object.values(OWNERS.owners).map((owner) => ({
      kk: words.kk.replace("{owner}", owner.kk),
      ru: words.ru.replace("{owner}", owner.ru),
      en: words.en.replace("{owner}", owner.en),
    })),
  ),
  ...Object.values(WORDS),
];

/** A citation in the reader's language; as it stands where its words are those of no language, or of the reader's own. */
export function citation(cite: string, language: Language): string {
  for (const other of LANGUAGES) {
    const parts = other === language ? undefined : partsIn(cite, other);
    if (parts !== undefined)
      return parts.map(({ part, number }) => part[language].replace("{n}", number)).join(", ");
  }
  return cite;
}

interface CitedPart {
  readonly part: Labels;
  /** As printed; empty where the part has none. */
  readonly number: string;
}

/** The parts that a citation names, if it is in this language from the first word to the last. */
function partsIn(cite: string, language: Language): readonly CitedPart[] | undefined {
  const parts: CitedPart[] = [];
  for (let rest = cite; rest !== ""; rest = rest.replace(/^[ ,]+/, "")) {
    const found = PARTS.map((part) => ({ part, match: patternOf(part, language).exec(rest) })).find(
      ({ match }) => match !== null,
    );
    if (found?.match == null) return undefined;
    parts.push({ part: found.part, number: found.match[1] ?? "" });
    rest = rest.slice(found.match[0].length);
  }
  return parts.length === 0 ? undefined : parts;
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
