import type { Grammar } from "../language/grammar.ts";
import type { HeadWords } from "../language/head-words.ts";
import { mentionsIn, type Mention } from "./mentions.ts";

/** An act as a sentence names it. */
export interface NamedAct extends Mention {
  /** What it is called, `приказ`. */
  readonly kind: string;
  /** Whether it is called so in that form, as where nothing else is said of it. */
  readonly isPlain: boolean;
  /** Who issued it, by its name alone; empty where that is not told. */
  readonly body: string;
  /** The same in the form that it has in the sentence. */
  readonly bodyAsSaid: string;
}

interface Kind {
  readonly kind: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The one act that a sentence names by kind, day and number; undefined where it names none, or several. */
export function namedAct(sentence: string, words: HeadWords, grammar: Grammar): NamedAct | undefined {
  const [mention, another] = mentionsIn(sentence, words);
  if (mention === undefined || another !== undefined) return undefined;
  const kinds = kindsIn(sentence, words);
  const kind = words.bodyComesFirst
    ? kinds.find(({ start }) => start >= mention.end)
    : kinds.findLast(({ end }) => end <= mention.start);
  if (kind === undefined) return undefined;
  const said = bodyIn(sentence, mention, kind, words);
  return {
    ...mention,
    kind: kind.kind,
    isPlain: kind.form === kind.kind,
    body: said === "" ? "" : aloneIn(said, words, grammar),
    bodyAsSaid: said,
    start: Math.min(mention.start, kind.start),
    end: Math.max(mention.end, kind.end),
  };
}

function kindsIn(sentence: string, { acts }: HeadWords): Kind[] {
  const kinds = Object.entries(acts).flatMap(([kind, forms]) => forms.map((form) => [form, kind] as const));
  const byForm = new Map(kinds);
  return [...sentence.matchAll(/\p{L}+/gu)].flatMap((word) => {
    const form = word[0].toLowerCase();
    const kind = byForm.get(form);
    return kind === undefined ? [] : [{ kind, form, start: word.index, end: word.index + word[0].length }];
  });
}

/** Layout may have put the body behind the number: it is looked for there where nothing stands before the day. */
function bodyIn(sentence: string, mention: Mention, kind: Kind, { bodyComesFirst, of }: HeadWords): string {
  if (!bodyComesFirst) {
    const said = trimmed(sentence.slice(kind.end, mention.start));
    const last = of.find((word) => said === word || said.endsWith(` ${word}`));
    return last === undefined ? said : trimmed(said.slice(0, -last.length));
  }
  const before = trimmed(sentence.slice(0, mention.start));
  const between = trimmed(sentence.slice(mention.end, kind.start));
  return before === "" && !between.includes("(") ? between : before;
}

const trimmed = (text: string): string => text.replace(/^[\s:–—-]+|(?<![\s,–—-])[\s,–—-]+$/gu, "");

/** A body's name as it is where no act belongs to it: `әкімдігі` of `әкімдігінің`, `Министр юстиции` of `Министра юстиции`. */
function aloneIn(said: string, { bodyComesFirst, nouns, adjectives }: HeadWords, grammar: Grammar): string {
  if (bodyComesFirst) return grammar.nameOfOwner(said) ?? said;
  let begins = true;
  return said
    .split(" ")
    .map((word) => {
      const small = word.toLowerCase();
      const adjective = adjectives[small];
      const noun = nouns[small];
      const told = begins ? (adjective ?? noun) : undefined;
      begins = /[–—-]$/u.test(word) || (begins && adjective !== undefined);
      return told === undefined ? word : sameCase(word, told);
    })
    .join(" ");
}

const sameCase = (as: string, word: string): string =>
  as.charAt(0) === as.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
