import type { Rule } from "../../model/rule.ts";
import type { Difference } from "../difference.ts";
import { isOneOfMany } from "../rule-cost.ts";
import { saidBy } from "../restated.ts";
import { levelled } from "./levelled.ts";
import type { Leftover } from "./leftover.ts";
import { Twins, type PartPair, type TextPairs } from "./text-pairs.ts";
import { withoutThroughout, type Throughout } from "./throughout.ts";
import { tellsWhat, tokensOf, type Token } from "./token.ts";

/** What the words of the other version say to a rule that only one version gave. */
export type Single =
  /** They do not say it: it came or went. */
  | "told"
  /** They say the same in the same words: it was only read otherwise. */
  | "same-words"
  /** Much of it stands there as well, and gave no rule: it is not known whether it changed. */
  | "unread-there";

/** Of the words of a rule so many at least are new where the rule itself is. */
const MOSTLY_NEW = 0.5;

/** Judges differences of rules by the words they stand in: words that are the same have the same rules. */
export class RuleJudge {
  readonly #twins: Twins;

  constructor(
    private readonly text: TextPairs,
    private readonly throughout: readonly Throughout[],
  ) {
    this.#twins = new Twins(text);
  }

  /** Whether two rules stand in the same provision, in two that are not the same, or nobody knows. */
  together(old: Rule, now: Rule): "same" | "other" | "unknown" {
    return this.#twins.together(old, now);
  }

  /** The words that tell what a term is about, without those that tell how long it is; of other rules all words do. */
  about(rule: Rule): readonly string[] | undefined {
    const { source } = rule;
    if (!isOneOfMany(rule) || source === undefined) return undefined;
    const keys = tokensOf(source.quote, this.text.reader)
      .filter((token) => tellsWhat(token, this.text.reader))
      .map(({ key }) => key);
    return keys.length === 0 ? undefined : keys;
  }

  /** Whether a matched pair stands in words that say the same on both sides. */
  saysTheSame(old: Rule, now: Rule): boolean {
    const pair = this.#pairOf(old, now);
    return pair !== undefined && this.#leftOf(pair).length === 0;
  }

  /** The new one of a matched pair as far as its words bear out that it says something else than the old one. */
  levelled(old: Rule, now: Rule): Rule {
    const pair = this.#pairOf(old, now);
    return pair === undefined ? now : levelled(old, now, this.#leftOf(pair), this.text.reader);
  }

  /** Whether the words of a pair differ in nothing but a term, which is a rule of its own. */
  isOfTime(old: Rule, now: Rule, { fields }: Difference): boolean {
    const pair = this.#pairOf(old, now);
    if (pair === undefined || !fields.every(({ field }) => field === "words")) return false;
    const left = this.#leftOf(pair).flatMap(({ removed, added }) => [...removed, ...added]);
    return left.length > 0 && left.every((token) => this.#tellsTime(token, pair));
  }

  /** Whether two rules differ in their words alone, and none of the words in which their provisions differ is among these. */
  isUntouched(old: Rule, now: Rule, { fields }: Difference): boolean {
    const pair = this.#pairOf(old, now);
    if (pair === undefined || !fields.every(({ field }) => field === "words")) return false;
    const left = this.#leftOf(pair);
    const has = ({ source }: Rule, tokens: readonly Token[]): boolean => {
      const keys = new Set(tokensOf(source?.quote ?? "", this.text.reader).map(({ key }) => key));
      return tokens.some(({ key }) => keys.has(key));
    };
    return (
      !has(
        old,
        left.flatMap(({ removed }) => removed),
      ) &&
      !has(
        now,
        left.flatMap(({ added }) => added),
      )
    );
  }

  #pairOf(old: Rule, now: Rule): PartPair | undefined {
    const pair = this.#twins.pairOf(old, "old");
    return pair === this.#twins.pairOf(now, "new") ? pair : undefined;
  }

  /** Where the words of two provisions differ, less what differs throughout the act and is told by itself. */
  #leftOf({ leftover }: PartPair): readonly Leftover[] {
    return withoutThroughout(leftover, this.throughout);
  }

  #tellsTime(token: Token, { old, now }: PartPair): boolean {
    const { grammar } = this.text.reader;
    const isTime = ({ key }: Token): boolean =>
      grammar.unitOf(key) !== undefined || grammar.kindOfDay(key) !== undefined;
    if (!token.key.startsWith("#")) return isTime(token);
    return [old.tokens, now.tokens].some((tokens) => {
      const at = tokens.indexOf(token);
      return at >= 0 && tokens.slice(Math.max(0, at - 1), at + UNIT_BEHIND).some(isTime);
    });
  }

  /** Whether one of some other rules, all of which are on both sides, says what this one says. */
  saidTwice(rule: Rule, kept: readonly Rule[]): boolean {
    return saidBy(rule, kept, this.text.reader.wording);
  }

  single(rule: Rule, side: "old" | "new"): Single {
    const pair = this.#twins.pairOf(rule, side);
    if (pair === undefined || pair.old.part.excluded !== pair.now.part.excluded) return "told";
    const left = this.#leftOf(pair);
    if (left.length === 0) return "same-words";
    const fresh = new Set(
      left.flatMap(({ removed, added }) => (side === "old" ? removed : added)).map(({ key }) => key),
    );
    if ("amount" in rule && fresh.has(`#${rule.amount ?? ""}`)) return "told";
    const words = tokensOf(rule.source?.quote ?? "", this.text.reader).filter(({ small }) => !small);
    const share = words.filter(({ key }) => fresh.has(key)).length / Math.max(1, words.length);
    return share >= MOSTLY_NEW ? "told" : "unread-there";
  }
}

/** So many words at most stand behind a number before what it counts. */
const UNIT_BEHIND = 4;

/** What is asked of a judge. */
export type Judge = Pick<
  RuleJudge,
  "together" | "about" | "saysTheSame" | "saidTwice" | "single" | "levelled" | "isOfTime" | "isUntouched"
>;

/** Rules whose words are not at hand are judged by themselves. */
export const NO_WORDS: Judge = {
  together: () => "unknown",
  about: () => undefined,
  saysTheSame: () => false,
  saidTwice: () => false,
  single: () => "told",
  levelled: (_, now) => now,
  isOfTime: () => false,
  isUntouched: () => false,
};
