import { isAtOrBelow } from "../model/at-or-below.ts";
import type { RefusalRule, Rule } from "../model/rule.ts";

/**
 * Ids of the rules among these whose documents a ground that consists in documents is about: those of the provisions that
 * its words name; undefined where they name none, which is every document.
 */
export const coveredBy = (
  { covers }: Pick<RefusalRule, "covers">,
  rules: readonly Rule[],
): ReadonlySet<string> | undefined =>
  covers &&
  new Set(
    rules.flatMap((rule) => (covers.some((provision) => isAtOrBelow(rule, provision)) ? [rule.id] : [])),
  );
