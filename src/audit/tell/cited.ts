import type { Cited } from "../../model/cited.ts";
import type { RuleCommon } from "../../model/rule.ts";

/** Where a rule stands: one of the general law in every language that its provision is cited in. */
export const citedOf = ({ cite, ofLaw }: Pick<RuleCommon, "cite" | "ofLaw">): Cited =>
  ofLaw === undefined ? { cite } : { cite, cites: ofLaw.cites };

/** What a rule of a book written by hand says of its words: there is no text to hold them against. The law's are the law's. */
export const givenByHand = ({
  source,
  quote,
  ofLaw,
}: Pick<RuleCommon, "source" | "quote" | "ofLaw">): string | undefined =>
  source === undefined && ofLaw === undefined ? quote : undefined;
