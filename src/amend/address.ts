import type { AmendWords } from "../language/amend-words.ts";
import { beginningsOf } from "./likeness.ts";
import { phraseAt, phraseOf, type Phrase, type Token } from "./tokens.ts";
import type { UnitFound } from "./unit-found.ts";

/** Letters at most behind the beginning of a word for an act: its own ending. */
const ENDING = 4;

/**
 * The words before each part that a sentence names, and behind the last, that are neither parts nor words known to say
 * nothing of where: what they name is not known, so they may never be passed over. Empty where there are none.
 */
export function leftWords(
  tokens: readonly Token[],
  units: readonly UnitFound[],
  words: AmendWords,
): readonly string[] {
  const known = knownTokens(tokens, units, words);
  const edges = [...units.map(({ at }) => at), tokens.length];
  return edges.map((edge, index) =>
    tokens
      .slice(edges[index - 1] ?? 0, edge)
      .filter((token, at) => !known.has(at + (edges[index - 1] ?? 0)) && token.is === "word")
      .map(({ text }) => text)
      .join(" "),
  );
}

/** Whether all words that tell something of one name are among those of the others. */
export function covers(names: readonly string[], name: string, words: AmendWords): boolean {
  const known = beginningsOf(names.join(" "), words);
  return [...beginningsOf(name, words)].every((beginning) => known.has(beginning));
}

function knownTokens(
  tokens: readonly Token[],
  units: readonly UnitFound[],
  words: AmendWords,
): ReadonlySet<number> {
  const known = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let at = from; at <= to; at += 1) known.add(at);
  };
  for (const { from, to } of units) add(from, to);
  const { phrases, single } = saying(words);
  for (const [at, token] of tokens.entries()) {
    if (token.is !== "word") continue;
    for (const phrase of phrases.get(token.text) ?? [])
      if (phraseAt(tokens, at, phrase)) add(at, at + phrase.length - 1);
    if (single.has(token.text) || isAct(token.text, words) || isApproved(token.text, words)) add(at, at);
  }
  const act = actName(tokens, words);
  if (act !== undefined) add(...act);
  return known;
}

const isAct = (word: string, { acts }: AmendWords): boolean =>
  acts.some((act) => word.startsWith(act) && word.length - act.length <= ENDING + 2);

const isApproved = (word: string, { approved }: AmendWords): boolean =>
  approved.some((beginning) => word.startsWith(beginning));

/** Where an act is named by its number: from the word for it, or, where that stands last, from the beginning. */
function actName(tokens: readonly Token[], words: AmendWords): readonly [number, number] | undefined {
  const last = tokens.findLastIndex(({ text }) => text === "№");
  if (last < 0) return undefined;
  const isName = (token: Token): boolean => token.is === "word" && isAct(token.text, words);
  if (words.numbersFirst) {
    const behind = tokens.findIndex((token, at) => at > last && isName(token));
    return [0, behind < 0 ? last : behind];
  }
  const first = tokens.findIndex(isName);
  return first < 0 || first > last ? undefined : [first, last + 1];
}

/** Words, and phrases by their first word, that say nothing of where an instruction is about. */
interface Saying {
  readonly single: ReadonlySet<string>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

const made = new WeakMap<AmendWords, Saying>();

function saying(words: AmendWords): Saying {
  const known = made.get(words);
  if (known !== undefined) return known;
  const phrases = new Map<string, Phrase[]>();
  for (const phrase of [...Object.values(words.verbs), words.everywhere, words.inCases]
    .flat()
    .map(phraseOf)) {
    const [first = ""] = phrase;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  const single = new Set([
    ...[words.numberWords, words.ranges, words.respectively, words.accordingTo, words.leads].flat(),
    ...[words.words.old, words.words.new, words.after, words.before, words.called, words.joins].flat(),
    ...words.small,
    ...words.filler,
  ]);
  const all = { single, phrases };
  made.set(words, all);
  return all;
}
