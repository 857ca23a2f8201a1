import type { FieldChange } from "../../model/change.ts";
import type { Leftover } from "./leftover.ts";
import { refers } from "./leftover.ts";
import type { PartPair } from "./text-pairs.ts";
import type { WordReader } from "./part.ts";
import type { Token } from "./token.ts";

/** What sort of words differ, those first that a reader has to see first. */
export const SORTS = ["number", "reference", "modality", "name", "otherWords"] as const;
export type Sort = (typeof SORTS)[number];

/** The words that differ between two parts, each stretch with what sort of words it is. */
export const fieldsOf = (
  leftover: readonly Leftover[],
  { old, now }: PartPair,
  reader: WordReader,
): readonly FieldChange[] =>
  leftover.map(({ removed, added }) => {
    const found = [
      ...removed.map((token) => sortOf(token, old, reader)),
      ...added.map((token) => sortOf(token, now, reader)),
    ];
    const denied = removed.some(({ key }) => added.some((other) => reader.wording.denies(key, other.key)));
    return {
      field: denied ? "modality" : (SORTS.find((sort) => found.includes(sort)) ?? "otherWords"),
      old: wordsAt(old, removed),
      new: wordsAt(now, added),
    };
  });

interface Side {
  readonly part: { readonly text: string };
  readonly tokens: readonly Token[];
}

function sortOf(token: Token, { part: { text }, tokens }: Side, reader: WordReader): Sort {
  const { key, start } = token;
  if (key.startsWith("#")) return refers([token], tokens, { reader }) ? "reference" : "number";
  const { lint } = reader.grammar;
  const provisions = [...lint.clause, ...lint.item, ...lint.annex, ...lint.article];
  if (provisions.some((stem) => key.startsWith(stem))) return "reference";
  const { modal = [], not = [], choices = [], parties = [] } = reader.words ?? {};
  if (modal.some((stem) => key.startsWith(stem)) || not.includes(key) || choices.includes(key))
    return "modality";
  if (parties.some((stem) => key.startsWith(stem))) return "name";
  return /^\p{Lu}/u.test(text.slice(start)) &&
    /[\p{L}\p{Nd},]\s*[«"]?$/u.test(text.slice(Math.max(0, start - LOOK_BACK), start))
    ? "name"
    : "otherWords";
}

/** So far before a word is looked whether a sentence begins there. */
const LOOK_BACK = 4;

/** The words from the first to the last of some; behind a number also what it counts, and a bracket that they open is closed. */
function wordsAt({ part: { text }, tokens }: Side, some: readonly Token[]): string | null {
  const [first, last] = [some[0], some.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = behindBracket(text, first.start, last.end);
  const next = last.key.startsWith("#") ? tokens[tokens.indexOf(last) + 1] : undefined;
  const counted = next !== undefined && /^\s*$/u.test(text.slice(end, next.start)) ? next.end : end;
  return text.slice(first.start, counted).replace(/\s+/gu, " ");
}

/** The end of some words, with the bracket closed that was opened in them and is closed right behind them. */
function behindBracket(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const open = words.lastIndexOf("(") > words.lastIndexOf(")");
  return open && text.charAt(end) === ")" ? end + 1 : end;
}
