import type { Rule } from "../../model/rule.ts";
import type { Leftover } from "./leftover.ts";
import type { WordReader } from "./part.ts";
import { tokensOf, type Token } from "./token.ts";

/** Fields whose values stand in the words as numbers and units. */
const IN_NUMBERS = new Set(["amount", "unit", "min", "before", "time", "open", "close", "break"]);
/** Fields that hold words of the text. */
const IN_WORDS = new Set(["from", "actor", "condition", "of"]);
/** What is only a reader's view of the words, whatever they are. */
const VIEWS = new Set(["subject", "toEvent", "addressee"]);
/** What may stand in the words around a rule: whether it was read there at all says nothing of the rule. */
const OF_CONTEXT = new Set(["channel", "channels"]);
/** Not what a rule says. */
const ASIDE = new Set([
  "id",
  "path",
  "cite",
  "source",
  "quote",
  "confidence",
  "service",
  "kind",
  "twin",
  "doubt",
]);

/**
 * The new one of two rules that stand in the same provision, with all fields as in the old one that no word in which the two
 * provisions differ bears out: what was only read otherwise is no change.
 */
export function levelled(old: Rule, now: Rule, leftover: readonly Leftover[], reader: WordReader): Rule {
  const [before, after] = [old, now].map((rule) => new Map<string, unknown>(Object.entries(rule)));
  if (before === undefined || after === undefined) return now;
  const borne = new Borne(leftover, reader, [old.source?.quote ?? "", now.source?.quote ?? ""]);
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(field), after.get(field)];
    if (ASIDE.has(field) || borne.by(field, was, is)) continue;
    if (was === undefined) after.delete(field);
    else after.set(field, was);
  }
  return Object.fromEntries(after) as unknown as Rule;
}

class Borne {
  readonly #removed: readonly Token[];
  readonly #added: readonly Token[];

  constructor(
    leftover: readonly Leftover[],
    private readonly reader: WordReader,
    private readonly quotes: readonly [old: string, now: string],
  ) {
    this.#removed = leftover.flatMap(({ removed }) => removed);
    this.#added = leftover.flatMap(({ added }) => added);
  }

  /** Whether words that differ bear out that a field has another value. */
  by(field: string, old: unknown, now: unknown): boolean {
    if (VIEWS.has(field)) return false;
    if (OF_CONTEXT.has(field) && (isNone(old) || isNone(now))) return false;
    if (IN_NUMBERS.has(field)) return [...this.#removed, ...this.#added].some((token) => this.#counts(token));
    const isWorded = IN_WORDS.has(field) && [old, now].some((value) => typeof value === "string");
    return isWorded ? this.#touches(wordsIn(old), wordsIn(now)) : this.#touches(...this.quotes);
  }

  #counts({ key }: Token): boolean {
    const { grammar } = this.reader;
    return key.startsWith("#") || grammar.unitOf(key) !== undefined || grammar.kindOfDay(key) !== undefined;
  }

  #touches(old: string, now: string): boolean {
    return this.#among(old, this.#removed) || this.#among(now, this.#added);
  }

  #among(words: string, tokens: readonly Token[]): boolean {
    const keys = new Set(tokensOf(words, this.reader).map(({ key }) => key));
    return tokens.some(({ key }) => keys.has(key));
  }
}

const isNone = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

const wordsIn = (value: unknown): string => (typeof value === "string" ? value : "");
