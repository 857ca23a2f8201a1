import { twinWords, type Cited } from "../../model/cited.ts";
import type { RuleCommon } from "../../model/rule.ts";

/**
 * Where a rule stands: one of the general law in every language that its provision is cited in, one of an act also in the
 * other language of that, where its text says the same.
 */
export function citedOf({
  cite,
  ofLaw,
  ofLog,
  source,
}: Pick<RuleCommon, "cite" | "ofLaw" | "ofLog" | "source">): Cited {
  const cites = ofLaw?.cites ?? ofLog?.cites ?? citesOfTwin(source);
  return cites === undefined ? { cite } : { cite, cites };
}

function citesOfTwin(source: RuleCommon["source"]): Cited["cites"] {
  const twin = twinWords(source);
  return twin === undefined || twin.differs === true ? undefined : { [twin.language]: twin.cite };
}

/** What a rule of a book written by hand says of its words: there is no text to hold them against. The law's are the law's. */
export const givenByHand = ({
  source,
  quote,
  ofLaw,
}: Pick<RuleCommon, "source" | "quote" | "ofLaw">): string | undefined =>
  source === undefined && ofLaw === undefined ? quote : undefined;
