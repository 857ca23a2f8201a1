import type { BookWords } from "../language/book-words.ts";
import { placeOf } from "./matter.ts";

/** Words of a text that point to another act. */
export interface Pointer {
  /** The act or its part, as it is named by itself. */
  readonly what: string;
  /** What the act is: `standard`, `law` … */
  readonly act: string;
  /** The whole act, by which the service is given. */
  readonly isWhole: boolean;
  /** The sentence around, and where it stands. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

interface Token {
  /** In small letters. */
  readonly small: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+){0,3}/gu;
/** Words at most between an act and what says that something is left to it. */
const REACH = 12;
/** Words at most of a name before the act's word. */
const NAME = 8;
const LONGEST = 700;

/** Every place of a text that leaves something to another act. */
export function pointersIn(text: string, words: BookWords): readonly Pointer[] {
  return piecesOf(text).flatMap(({ start, end }) => {
    const piece = text.slice(start, end);
    const tokens = [...piece.matchAll(TOKEN)].map((found) => ({
      small: found[0].toLowerCase(),
      start: found.index,
      end: found.index + found[0].length,
    }));
    return tokens.flatMap((token, at) => {
      const found = pointerAt({ piece, tokens, at, token, words });
      return found === undefined
        ? []
        : [{ ...found, words: piece, start, end: Math.min(end, start + LONGEST) }];
    });
  });
}

/** Stretches of a text between semicolons and the ends of sentences. */
function piecesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(/;|[.:](?=\s\p{Lu})/gu)].map(({ index }) => index + 1);
  return [...ends, text.length].map((end, at) => ({ start: ends[at - 1] ?? 0, end }));
}

/** A word for an act among the words of a stretch. */
interface Naming {
  readonly piece: string;
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly token: Token;
  readonly words: BookWords;
}

interface Found {
  readonly what: string;
  readonly hasPart: boolean;
}

function pointerAt(naming: Naming): Pick<Pointer, "what" | "act" | "isWhole"> | undefined {
  const { tokens, at, token, words } = naming;
  const act = actOf(token, words);
  const before = tokens[at - 1];
  if (act === undefined || (before !== undefined && begins(before, words.own))) return undefined;
  const isAnnexed = tokens
    .slice(Math.max(0, at - NAME), at + 3)
    .some((one) => isPart(one, words, words.annexes));
  const found = words.ends.length > 0 ? partBehind(naming) : partBefore(naming);
  // An order approves what is named beside it; nothing is left to it but where a part of it is named.
  if (found === undefined || isAnnexed || (act === "order" && !found.hasPart)) return undefined;
  return { what: found.what, act, isWhole: act === "standard" && !found.hasPart };
}

const actOf = (token: Token, { acts }: BookWords): string | undefined =>
  Object.entries(acts)
    .filter(([, stems]) => begins(token, stems))
    .sort(([, one], [, other]) => longest(token, other) - longest(token, one))[0]?.[0];

const begins = ({ small }: Pick<Token, "small">, stems: readonly string[]): boolean =>
  stems.some((stem) => small.startsWith(stem));

const longest = (token: Token, stems: readonly string[]): number =>
  Math.max(...stems.filter((stem) => begins(token, [stem])).map(({ length }) => length));

/** Where what belongs to a noun stands before it: `Заңының 8-бабына сәйкес`. */
function partBehind({ piece, tokens, at, token, words }: Naming): Found | undefined {
  const part = tokens.slice(at + 1, at + 3).find((one) => /^\p{Nd}/u.test(one.small) && isPart(one, words));
  const last = part ?? token;
  const behind = tokens[at + (part === undefined ? REACH : REACH + 2)]?.end ?? piece.length;
  if (placeOf(piece.slice(last.end, behind), words.leads) < 0) return undefined;
  const from = nameStart(piece, tokens, at, words);
  const named = piece.slice(from, last.start) + bare(piece.slice(last.start, last.end), words);
  return { what: plain(named), hasPart: part !== undefined };
}

/** Where it stands behind: `в соответствии с пунктом 5 Стандарта`. */
function partBefore({ piece, tokens, at, token, words }: Naming): Found | undefined {
  const around = tokens.slice(Math.max(0, at - NAME), at);
  const lead = placeOf(piece.slice((around[0] ?? token).start, token.start), words.leads);
  if (lead < 0) return undefined;
  const part = around.find((one) => isPart(one, words));
  const from = part?.start ?? nameStart(piece, tokens, at, words);
  const quoted = /^\s{0,2}(?:\p{L}+\s){0,4}[«"“][^«»"“”]{1,200}[»"”]/u.exec(piece.slice(token.end));
  const to = token.end + (quoted?.[0].length ?? 0);
  return { what: plain(piece.slice(from, to)), hasPart: part !== undefined };
}

/** Words on one line, without brackets. */
const plain = (words: string): string => words.replace(/[()]/gu, "").replace(/\s+/gu, " ").trim();

/** A word for a part of an act, with or without its number before it: `9-тармағына`, `пунктом`. */
const isPart = ({ small }: Token, { parts }: BookWords, of: readonly string[] = parts): boolean =>
  begins({ small: small.replace(/^[\p{Nd}-]{1,12}/u, "") }, of);

/** Where the name of an act begins: at the quotation before it, else with the words that belong to it. */
function nameStart(piece: string, tokens: readonly Token[], at: number, { modifiers }: BookWords): number {
  let first = at;
  while (first > 0 && modifiers.includes(tokens[first - 1]?.small ?? "")) first -= 1;
  const start = tokens[first]?.start ?? 0;
  const name = /[«"“][^«»"“”]{1,200}[»"”](?:\s[\p{L}\p{Nd}-]{1,20}){0,8}\s{0,2}$/u.exec(
    piece.slice(0, start),
  );
  return name === null ? start : name.index;
}

/** The last word of a pointer by itself, without what ties it to the sentence. */
function bare(word: string, { ends }: BookWords): string {
  const end = ends.find((one) => word.toLowerCase().endsWith(one) && word.length > one.length + 3);
  return end === undefined ? word : word.slice(0, -end.length);
}
