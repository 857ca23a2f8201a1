import { canonicalJson } from "../model/canonical-json.ts";
import type { Decision, RuleDecision } from "./decision.ts";

/**
 * Whether people have asked that a rule judges only once two of them accepted it. One is enough to ask, two who say so lift it:
 * it is not lifted by whoever finds it in the way.
 */
export function isFourEyesAsked(active: readonly Exclude<Decision, { action: "undo" }>[]): boolean {
  let isAsked = false;
  const against = new Set<string>();
  for (const decision of active) {
    if (decision.action !== "four-eyes") continue;
    const by = personOf(decision);
    if (decision.asked) {
      isAsked = true;
      against.clear();
    } else if (isAsked) {
      against.add(by);
      isAsked = against.size < 2;
    }
  }
  return isAsked;
}

/**
 * The people whose last word on a rule is that it stands with these values, as it was settled too: whoever settles for what
 * another has said is the second.
 */
export function supportersOf(thread: readonly RuleDecision[], verdict: RuleDecision): readonly string[] {
  const last = new Map<string, RuleDecision>();
  for (const decision of thread)
    if (decision.anchor.words === verdict.anchor.words) last.set(personOf(decision), decision);
  const outcome = outcomeOf(verdict);
  return [...last.values()]
    .filter((one) => outcomeOf(one) === outcome)
    .map(({ by }) => by)
    .sort();
}

/** What a decision comes to: two who decide the same agree. */
export const outcomeOf = (decision: RuleDecision): string =>
  decision.action === "reject" ? "reject" : canonicalJson(decision.values);

/** A name written in another case or with blanks around it is no second person. */
const personOf = ({ by }: Pick<Decision, "by">): string => by.normalize("NFC").trim().toLowerCase();
