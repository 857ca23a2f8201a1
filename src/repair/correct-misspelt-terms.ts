import type { Grammar } from "../language/grammar.ts";
import type { TextLanguage } from "../language/text-language.ts";
import type { TermWords } from "../language/terms.ts";
import { levelledSmall } from "../model/level.ts";
import { isLetter } from "../model/letter.ts";
import type { Edit } from "./edit.ts";
import { firstDifference, nearTerms, stemsOf, type NearTerm } from "./near-terms.ts";
import type { Repair } from "./repair-type.ts";

/** Letters of a word: shorter ones are a letter away from too many others. */
const [SHORTEST, LONGEST] = [5, 40];
/** Letters at least of a word that is told by itself. */
const LEAST_LETTERS = 8;
/** A word that goes on beyond a hyphen, or in a digit or a blank to fill in. */
const GOES_ON = /[-\u00AD\p{N}_]/u;
/** A lone letter or two beside a word, which may be a piece of it. */
const PIECE_BEFORE = /(?<!\p{L})(\p{L}{1,2}) $/u;
const PIECE_BEHIND = /^ (\p{L}{1,2})(?!\p{L})/u;
const PREVIOUS_WORD = /(?<!\p{L})(\p{L}+)\s{1,9}$/u;
const AROUND = 30;

/** What a verb's form says: a slip that makes one of a noun is a word of its own. */
const VERB_FORMS = ["done", "not-done", "if", "says", "doing", "past"] as const;

/**
 * Reads a term of the language that was written with a slip in one letter, `услугадателя`: one lost, doubled or changed, or two that have
 * changed places, never the first. Only where one term alone can be meant, the word as it stands is none that is known, and
 * the text has the term more often than the slip.
 */
export const correctMisspeltTerms: Repair = {
  id: "correct-misspelt-terms",
  finding: "repair/misspelt-term",
  find: (content, { language }) => {
    const grammar = language?.grammar;
    if (language === undefined || grammar?.terms === undefined) return [];
    const { slips, times } = slipsIn(content, grammar, grammar.terms);
    return slips.flatMap(({ word, near, places }) =>
      places.flatMap((start) => {
        const meant = new Map(
          near.filter((one) => isMeant(one, content, start)).map((one) => [one.right, one]),
        );
        const [one] = meant.values();
        if (one === undefined || meant.size > 1 || (times.get(one.term.stem) ?? 0) <= places.length)
          return [];
        if (isPiece(content, start, start + word.length, language)) return [];
        return [editOf(word, one.right, start)];
      }),
    );
  },
  examples: [
    [
      "услугодатель принимает, от услугадателя, УСЛУГОДАТЕЛЯ",
      "услугодатель принимает, от услугодателя, УСЛУГОДАТЕЛЯ",
      "ru",
    ],
    [
      "услугополучатель, услугополучателя. Права Услугаполучателя",
      "услугополучатель, услугополучателя. Права Услугополучателя",
      "ru",
    ],
    ["удостоверение, удостоверения, удостоверрением", "удостоверение, удостоверения, удостоверением", "ru"],
    ["заявление, заявления, заявлние, зяавлением", "заявление, заявления, заявление, заявлением", "ru"],
    [
      "қызметті алушы, қызметті алушыға, көрсетілетін қызметті алущы",
      "қызметті алушы, қызметті алушыға, көрсетілетін қызметті алушы",
    ],
    ["қызметті алушының, қызметті алуы, қызметті алуды", "қызметті алушының, қызметті алуы, қызметті алуды"],
    ["представление, представления, предоставление", "представление, представления, предоставление", "ru"],
    ["справка от услугадателя", "справка от услугадателя", "ru"],
  ],
};

/** A word that is a letter away from terms, as it stands in the text, and where. */
interface Slip {
  readonly word: string;
  readonly near: readonly NearTerm[];
  readonly places: readonly number[];
}

/** The words with a slip, and how often the text has each term. */
function slipsIn(
  content: string,
  { is }: Grammar,
  terms: TermWords,
): { readonly slips: readonly Slip[]; readonly times: ReadonlyMap<string, number> } {
  const stems = stemsOf(terms);
  const times = new Map<string, number>();
  const slips: Slip[] = [];
  for (const [word, places] of wordsOf(content)) {
    const small = levelledSmall(word);
    const alike = stems.get(small.charAt(0));
    if (alike === undefined) continue;
    const own = alike.filter(({ text }) => small.startsWith(text));
    for (const { text } of own) times.set(text, (times.get(text) ?? 0) + places.length);
    if (own.length > 0) continue;
    const near = nearTerms(small, alike).filter(
      ({ term }) => term.before !== undefined || small.length >= LEAST_LETTERS,
    );
    if (near.length === 0 || terms.isKnown(small) || VERB_FORMS.some((form) => is(small, form))) continue;
    slips.push({ word, near, places });
  }
  return { slips, times };
}

/** Where each word stands in a text. Goes through it letter by letter: a match for every word of a large text would be costly. */
function wordsOf(content: string): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>();
  for (let start = 0, end = 0; start < content.length; start = Math.max(end, start + 1)) {
    end = start;
    while (end - start < LONGEST && isLetter(content.charCodeAt(end))) end += 1;
    if (end - start < SHORTEST) continue;
    const word = content.slice(start, end);
    const places = words.get(word);
    if (places === undefined) words.set(word, [start]);
    else places.push(start);
  }
  return words;
}

/** Whether a term can stand at a place: the words before it are those it has before it. */
function isMeant({ term }: NearTerm, content: string, start: number): boolean {
  if (term.before === undefined) return true;
  const previous = PREVIOUS_WORD.exec(content.slice(Math.max(0, start - AROUND), start))?.[1];
  return previous !== undefined && levelledSmall(previous) === term.before;
}

/** Whether a word may be but a piece of one: it goes on, or a letter that is no word stands beside it. */
function isPiece(content: string, start: number, end: number, { shortWords }: TextLanguage): boolean {
  if (GOES_ON.test(content.charAt(start - 1)) || GOES_ON.test(content.charAt(end))) return true;
  const pieces = [
    PIECE_BEFORE.exec(content.slice(Math.max(0, start - AROUND), start))?.[1],
    PIECE_BEHIND.exec(content.slice(end, end + AROUND))?.[1],
  ];
  return pieces.some((piece) => piece !== undefined && !shortWords.includes(piece.toLowerCase()));
}

/** Puts the letters that are right for those that are not. */
function editOf(word: string, right: string, start: number): Edit {
  const small = levelledSmall(word);
  const from = firstDifference(small, right);
  let same = 0;
  while (
    same < Math.min(small.length, right.length) - from &&
    small.charAt(small.length - 1 - same) === right.charAt(right.length - 1 - same)
  )
    same += 1;
  const by = right.slice(from, right.length - same);
  const isCapital =
    word.charAt(from) !== small.charAt(from) && word.charAt(from - 1) !== small.charAt(from - 1);
  return {
    kind: "correct-misspelt-terms",
    at: { start: start + from, end: start + word.length - same },
    by: isCapital ? by.toUpperCase() : by,
  };
}
