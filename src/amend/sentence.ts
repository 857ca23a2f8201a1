import type { AmendWords } from "../language/amend-words.ts";
import type { AmendBeside, AmendStep, AmendVerb } from "../model/amendment.ts";
import { listOf } from "./places.ts";
import { phraseAt, phraseOf, type Token } from "./tokens.ts";
import { isJoin, stepOf, targetsOf, type Targets } from "./targets.ts";
import type { UnitFound } from "./unit-found.ts";
import { unitsIn } from "./units.ts";

/** What a sentence of an amending act, or a part of it with one verb, says. */
export interface Sentence extends Targets {
  readonly verb: AmendVerb | undefined;
  /** With what it supplements that. */
  readonly added: AmendStep | undefined;
  /** It says that an annex has the new wording; `undefined`: an annex without a number. */
  readonly byAnnex: { readonly label: string | undefined } | undefined;
  readonly olds: readonly string[];
  readonly news: readonly string[];
  readonly anchor: { readonly at: "after" | "before"; readonly words: string } | undefined;
  /** The part beside which something is put in. */
  readonly beside: AmendBeside | undefined;
  readonly everywhere: boolean;
  readonly inCases: boolean;
  /** It says that the text changes in another language alone. */
  readonly otherLanguage: boolean;
}

/** The parts of a sentence that have a verb each. A sentence without a verb is one part. */
export function sentencesIn(tokens: readonly Token[], words: AmendWords): readonly Sentence[] {
  return partsWithVerbs(tokens, words).map((part) => sentenceOf(part, words));
}

interface VerbFound {
  readonly verb: AmendVerb;
  readonly from: number;
  readonly to: number;
}

function verbsIn(tokens: readonly Token[], words: AmendWords): readonly VerbFound[] {
  const found: VerbFound[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    for (const [verb, phrases] of Object.entries(words.verbs) as [AmendVerb, readonly string[]][]) {
      const phrase = phrases.map(phraseOf).find((one) => phraseAt(tokens, at, one));
      if (phrase === undefined) continue;
      const to = at + phrase.length - 1;
      found.push({ verb, from: at, to });
      at = to;
      break;
    }
  return found;
}

function partsWithVerbs(tokens: readonly Token[], words: AmendWords): readonly (readonly Token[])[] {
  const verbs = verbsIn(tokens, words);
  const cuts = verbs.slice(0, -1).flatMap((verb, index) => {
    const next = verbs[index + 1];
    if (next === undefined) return [];
    return [words.calledBefore ? cutBetween(tokens, verb.to + 1, next.from, words) : verb.to + 1];
  });
  const edges = [0, ...cuts, tokens.length];
  return edges.slice(1).map((edge, index) => tokens.slice(edges[index], edge));
}

/** Where what belongs to the next verb begins: at the first comma or `и` behind which neither quoted nor new words stand. */
function cutBetween(tokens: readonly Token[], from: number, to: number, words: AmendWords): number {
  const joins = isJoin(words);
  for (let at = from; at < to; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || !joins(token) || next?.is === "quote" || next?.is === "number") continue;
    if (next?.is === "word" && words.words.new.includes(next.text)) continue;
    return at + 1;
  }
  return to;
}

function sentenceOf(tokens: readonly Token[], words: AmendWords): Sentence {
  const [verb] = verbsIn(tokens, words);
  const units = unitsIn(tokens, words);
  const source = units.find(({ isSource }) => isSource);
  const added = verb?.verb === "insert" ? units.find((unit) => unit.with && !unit.isSource) : undefined;
  const besides = verb?.verb === "insert" ? units.find(({ beside }) => beside !== undefined) : undefined;
  const changed = units.filter(
    (unit) =>
      unit !== besides &&
      unit !== source &&
      unit !== added &&
      (source === undefined || unit.at < source.at || words.numbersFirst),
  );
  const quoted = quotedWords(tokens, units, words);
  const has = (phrases: readonly string[]): boolean =>
    tokens.some((_, at) => phrases.some((phrase) => phraseAt(tokens, at, phraseOf(phrase))));
  const found = targetsOf(
    changed.filter((unit) => !unit.with || verb?.verb !== "insert"),
    { tokens, units, words, verb: verb?.from, isPut: verb?.verb === "insert" || quoted.olds.length > 0 },
  );
  const called = found.targets.length > 0 ? [] : calledByWords(tokens, verb, quoted.olds);
  return {
    verb: verb?.verb,
    ...found,
    ...(called.length > 0 ? { targets: called } : {}),
    added: added === undefined ? undefined : stepOf(added),
    beside: besides?.beside === undefined ? undefined : { at: besides.beside, of: stepOf(besides) },
    byAnnex: source === undefined ? undefined : { label: source.labels[0] },
    ...quoted,
    everywhere: has(words.everywhere),
    inCases: has(words.inCases),
    otherLanguage: has(words.otherLanguage),
  };
}

/** What a sentence restates or takes out without a word for a part: `перечень учреждений исключить`. */
function calledByWords(
  tokens: readonly Token[],
  verb: VerbFound | undefined,
  olds: readonly string[],
): readonly (readonly AmendStep[])[] {
  if (verb === undefined || verb.verb === "insert" || verb.verb === "replace" || olds.length > 0) return [];
  const before = tokens.slice(0, verb.from).filter(({ is }) => is !== "sign");
  const words = before.map(({ text }) => text).join(" ");
  return words === "" ? [] : [[listOf(words)]];
}

/** Quoted words by what they are called: those that are there, those that come, and those that something comes beside. */
function quotedWords(
  tokens: readonly Token[],
  units: readonly UnitFound[],
  words: AmendWords,
): Pick<Sentence, "olds" | "news" | "anchor"> {
  const [olds, news]: [string[], string[]] = [[], []];
  let anchor: Sentence["anchor"];
  for (const [at, token] of tokens.entries()) {
    if (
      token.is !== "quote" ||
      units.some(({ from, to, words: name }) => name === token.text && from <= at && at <= to)
    )
      continue;
    const role = words.calledBefore ? roleBefore(tokens, at, words) : roleBehind(tokens, at, words);
    if (role === "old") olds.push(token.text);
    else if (role === "new") news.push(token.text);
    else if (role !== undefined) anchor = { at: role, words: token.text };
  }
  return { olds, news, anchor };
}

type Role = "old" | "new" | "after" | "before";

/** Back over other quoted words and what joins them, to what they are called. */
function roleBefore(tokens: readonly Token[], at: number, words: AmendWords): Role | undefined {
  for (let back = at - 1; back >= 0; back -= 1) {
    const token = tokens[back];
    if (token === undefined) return undefined;
    if (token.is === "quote" || isJoin(words)(token)) continue;
    if (token.is !== "word") return undefined;
    const before = tokens[back - 1]?.text ?? "";
    const called = [...words.words.old, ...words.words.new].includes(token.text);
    if (called && words.after.includes(before)) return "after";
    if (called && words.before.includes(before)) return "before";
    if (words.words.new.includes(token.text)) return "new";
    return words.words.old.includes(token.text) ? "old" : undefined;
  }
  return undefined;
}

/** On over other quoted words and what joins them, to what they are called. */
function roleBehind(tokens: readonly Token[], at: number, words: AmendWords): Role | undefined {
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    const skipped = token.is === "quote" || isJoin(words)(token) || words.called.includes(token.text);
    if (skipped) continue;
    if (token.is !== "word") return undefined;
    const behind = tokens[next + 1]?.text ?? "";
    if (words.words.new.includes(token.text)) return "new";
    if (!words.words.old.includes(token.text)) return undefined;
    if (words.after.includes(behind)) return "after";
    return words.before.includes(behind) ? "before" : "old";
  }
  return undefined;
}
