import type { Rule } from "../../model/rule.ts";
import { saidBy } from "../restated.ts";
import { Twins, type TextPairs } from "./text-pairs.ts";
import { tokensOf } from "./token.ts";

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

  constructor(private readonly text: TextPairs) {
    this.#twins = new Twins(text);
  }

  /** Whether two rules stand in the same provision, in two that are not the same, or nobody knows. */
  together(old: Rule, now: Rule): "same" | "other" | "unknown" {
    return this.#twins.together(old, now);
  }

  /** Whether a matched pair stands in words that say the same on both sides. */
  saysTheSame(old: Rule, now: Rule): boolean {
    const pair = this.#twins.pairOf(old, "old");
    return pair !== undefined && pair === this.#twins.pairOf(now, "new") && pair.leftover.length === 0;
  }

  /** Whether one of some other rules, all of which are on both sides, says what this one says. */
  saidTwice(rule: Rule, kept: readonly Rule[]): boolean {
    return saidBy(rule, kept);
  }

  single(rule: Rule, side: "old" | "new"): Single {
    const pair = this.#twins.pairOf(rule, side);
    if (pair === undefined || pair.old.part.excluded !== pair.now.part.excluded) return "told";
    if (pair.leftover.length === 0) return "same-words";
    const fresh = new Set(
      pair.leftover.flatMap(({ removed, added }) => (side === "old" ? removed : added)).map(({ key }) => key),
    );
    const words = tokensOf(rule.source?.quote ?? "", this.text.reader).filter(({ small }) => !small);
    const share = words.filter(({ key }) => fresh.has(key)).length / Math.max(1, words.length);
    return share >= MOSTLY_NEW ? "told" : "unread-there";
  }
}

/** What is asked of a judge. */
export type Judge = Pick<RuleJudge, "together" | "saysTheSame" | "saidTwice" | "single">;

/** Rules whose words are not at hand are judged by themselves. */
export const NO_WORDS: Judge = {
  together: () => "unknown",
  saysTheSame: () => false,
  saidTwice: () => false,
  single: () => "told",
};
