import type { GroundProvision, Provision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { RefusalRule, Rule } from "../model/rule.ts";
import { daysOf } from "./provision-days.ts";

/** What every rule takes from its provision, and how it holds. */
export function ofProvision(
  { id, cite, words }: Provision,
  ofLaw: OfLaw,
): Pick<Rule, "id" | "cite" | "quote" | "ofLaw"> {
  const [quote] = Object.values(words);
  return { id, cite, ...(quote === undefined ? {} : { quote }), ofLaw };
}

/** How a rule holds that judges cases of all days: from day to day, as its provision does. */
export const onItsDays = (provision: Provision, more: Partial<OfLaw> = {}): OfLaw => ({
  holds: "surely",
  cites: provision.cites ?? {},
  words: provision.words,
  days: daysOf(provision),
  ...more,
});

/** A ground of the law as a rule. */
export function groundOf(provision: GroundProvision, ofLaw: OfLaw): RefusalRule {
  const { stage, when, aboutDocuments, by } = provision;
  return {
    ...ofProvision(provision, ofLaw),
    kind: "refusal",
    stage,
    ...(by === undefined ? {} : { channel: by }),
    ...(when === undefined ? {} : { when }),
    ...(aboutDocuments === undefined ? {} : { aboutDocuments }),
  };
}
