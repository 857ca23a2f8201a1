import type { Rule } from "../model/rule.ts";
import type { BlockPair } from "../parity/pair-blocks.ts";
import { pairRules } from "./pair-rules.ts";
import { twinSources, type TwinText } from "./twin-text.ts";
import { readingIn } from "./twinned.ts";

/**
 * Rules that people have accepted, each with the place and words of the same law in its other language. How that reads is
 * told of the rule as it was accepted, whatever the reader proposed.
 */
export function twinnedRules(
  rules: readonly Rule[],
  theirs: TwinText,
  pairs: readonly BlockPair[],
): readonly Rule[] {
  const sourceOf = twinSources(theirs);
  return pairRules(pairs, rules, theirs.candidates).pairs.map((pair) => {
    const { rule } = pair;
    const twin = sourceOf(pair, readingIn(pair));
    return rule.source === undefined || twin === undefined
      ? rule
      : { ...rule, source: { ...rule.source, twin } };
  });
}
