import type { Grammar } from "../language/grammar.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import type { Part } from "./draft.ts";
import { phrase } from "./phrase.ts";

/** An act as a provision cites it: the day, the number, and the words of its title where they stand beside. */
export interface CitedAct {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** `2015-4-27`. */
  readonly date: string;
  /** As printed: `27 апреля 2015 года`. */
  readonly said: string;
  readonly number: string;
  /** In small letters, without punctuation. */
  readonly title?: readonly string[];
}

/** So far from its date a title may stand: the body that adopted the act stands between. */
const BESIDE = 200;
/** So long a title may be. */
const LONGEST = 600;

/** The acts that a part cites by date and number; the number of a registration is another. */
export function citedActsIn(part: Part, grammar: Grammar): readonly CitedAct[] {
  const { text } = part.words;
  const { cited, months } = patterns(grammar.lint);
  return [...text.matchAll(cited)].map((match): CitedAct => {
    const { day = "", month = "", year = "", number = "", said = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    const title =
      grammar.order === "verb-last"
        ? titleBefore(text, match.index, grammar.lint)
        : titleBehind(text, end, grammar.lint);
    return {
      part,
      start: match.index,
      end,
      date: `${year}-${months.findIndex((name) => month.toLowerCase().startsWith(name)) + 1}-${Number(day)}`,
      said,
      number: number.toLowerCase(),
      ...(title === undefined ? {} : { title }),
    };
  });
}

interface Patterns {
  readonly cited: RegExp;
  readonly months: readonly string[];
}

const MADE = new WeakMap<LintWords, Patterns>();

function patterns(words: LintWords): Patterns {
  const known = MADE.get(words);
  if (known !== undefined) return known;
  const date = phrase(words.phrases.date, {
    year: "(?<year>(?:19|20)\\d{2})",
    ofYear: words.ofYear,
    day: "(?<day>\\d{1,2})",
    month: `(?<month>${anyOf(words.months)}\\p{L}*)`,
    " ": "\\s+",
  });
  const made = {
    cited: new RegExp(`(?<!\\d)(?<said>${date})\\s+№\\s*(?<number>[\\p{L}\\d]+(?:[-/][\\p{L}\\d]+)*)`, "giu"),
    months: words.months,
  };
  MADE.set(words, made);
  return made;
}

/** The quoted title that ends before the body which adopted the act: `"… бекіту туралы" … министрінің`. */
function titleBefore(text: string, at: number, { about }: LintWords): readonly string[] | undefined {
  const before = text.slice(Math.max(0, at - BESIDE - LONGEST), at);
  const close = Math.max(before.lastIndexOf('"'), before.lastIndexOf("»"));
  if (close < 0 || before.length - close > BESIDE) return undefined;
  const open = Math.max(before.lastIndexOf('"', close - 1), before.lastIndexOf("«", close - 1));
  const title = open < 0 ? [] : wordsOf(before.slice(open, close));
  return about.includes(title.at(-1) ?? "") ? title : undefined;
}

/** The quoted title right behind the number, what stands in brackets between left out: `№ 272 «Об утверждении …»`. */
function titleBehind(text: string, end: number, { about }: LintWords): readonly string[] | undefined {
  const found = /^\s*(?:\([^()]*\)\s*)?["«]([^"»]*)/u.exec(text.slice(end, end + LONGEST));
  const title = wordsOf(found?.[1] ?? "");
  return about.includes(title[0] ?? "") ? title : undefined;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
