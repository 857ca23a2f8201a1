import { DRAFTERS_WORDS, type DraftersWords } from "./drafters-words.ts";
import { each, ofWords, type Edit, type Splice } from "./edit.ts";
import type { Act } from "./act.ts";

const wordsFor = ({ language }: Act): DraftersWords => DRAFTERS_WORDS[language];

/** Beyond it a number is a year. */
const MOST = 1900;

/** Numbers, in digits and in words, before something that they count. */
function numbersBefore(words: string, counted: RegExp, { numbers }: DraftersWords): readonly Splice[] {
  const spelled = numbers.map(([word]) => word).join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.-])(?:(\\d+)(?: \\((${spelled})\\))?|(${spelled}))(?=[\\s%])`,
    "gu",
  );
  return [...words.matchAll(pattern)].flatMap((match) => {
    const [whole, digits, bracket, word] = match;
    const end = match.index + whole.length;
    if (!counted.test(words.slice(end))) return [];
    const value = digits === undefined ? numbers.find(([one]) => one === word)?.[1] : Number(digits);
    const other = numbers.find(([, worth]) => worth > (value ?? 0)) ?? numbers[0];
    if (other === undefined || other[1] === value || (value ?? 0) > MOST) return [];
    const by =
      digits === undefined ? other[0] : bracket === undefined ? `${other[1]}` : `${other[1]} (${other[0]})`;
    return [{ start: match.index, end, by }];
  });
}

const swaps = (pairs: readonly (readonly [RegExp, string])[], words: string): readonly Splice[] =>
  pairs.flatMap(([from, to]) => each(from, ([, group = ""]) => to.replace("$1", group))(words));

/** Edits within a provision that say something else. */
export const TELLING: readonly Edit[] = [
  ofWords("term: number", true, (words, _, act) => {
    const { units, validity } = wordsFor(act);
    return validity.test(words) ? [] : numbersBefore(words, units, wordsFor(act));
  }),
  ofWords("validity: number", true, (words, _, act) => {
    const { units, validity } = wordsFor(act);
    return validity.test(words) ? numbersBefore(words, units, wordsFor(act)) : [];
  }),
  ofWords("term: unit", true, (words, _, act) => {
    const [from, to] = wordsFor(act).workingDays;
    return each(from, () => to)(words);
  }),
  ofWords("term: start", true, (words, _, act) => swaps(wordsFor(act).starts, words)),
  ofWords("fee: number", true, (words, _, act) => numbersBefore(words, wordsFor(act).fee, wordsFor(act))),
  ofWords("hours", true, (words) =>
    each(/(?<![\d.])(\d{1,2})([.:-])(\d\d)(?=[\s,;)-]*\p{L})/gu, ([, hour, mark, minute]) =>
      Number(hour) > 6 && Number(hour) < 21 ? `${Number(hour) + 1}${mark ?? ""}${minute ?? ""}` : undefined,
    )(words),
  ),
  ofWords("modality", true, (words, _, act) => swaps(wordsFor(act).modals, words)),
  ofWords("party", true, (words, _, act) => swaps(wordsFor(act).parties, words)),
  ofWords("reference", true, (words, _, act) => each(wordsFor(act).references, () => "77")(words)),
  ofWords("condition", true, (words, { part }, act) => {
    const stop = /(?<=\p{L}\p{L})[.;]?$/u.exec(words);
    const condition = wordsFor(act).conditions[words.length % 3];
    return stop === null || part.label === undefined || condition === undefined
      ? []
      : [{ start: stop.index, end: words.length, by: ` ${condition}${stop[0]}` }];
  }),
  ofWords("part of a list", true, (words) => each(/, [\p{Ll}-]{7,}(?=, [\p{Ll}-]{7})/gu, () => "")(words)),
];

/** Edits within a provision that say the same. */
export const SAYING_THE_SAME: readonly Edit[] = [
  ofWords("= other words", false, (words, _, act) => swaps(wordsFor(act).sayings, words)),
  ofWords("= list in another order", false, (words) =>
    each(
      /(?<=[,:] )(\p{Ll}{5,}), (\p{Ll}{5,})(?=[,.])/gu,
      ([, one = "", other = ""]) => `${other}, ${one}`,
    )(words),
  ),
  ofWords("= end of a line", false, (words) => each(/[;.]$/gu, ([end]) => (end === ";" ? "." : ";"))(words)),
];
