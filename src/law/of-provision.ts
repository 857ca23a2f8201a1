import type { DutyProvision, GroundProvision, TermProvision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { Rule } from "../model/rule.ts";
import { daysOf } from "./provision-days.ts";

/** What every rule takes from its provision. */
export function ofProvision(
  provision: GroundProvision | TermProvision | DutyProvision,
  more: Partial<OfLaw> = {},
): Pick<Rule, "id" | "cite" | "quote" | "ofLaw"> {
  const { id, cite, cites = {}, words } = provision;
  const [quote] = Object.values(words);
  return {
    id,
    cite,
    ...(quote === undefined ? {} : { quote }),
    ofLaw: { holds: "surely", cites, days: daysOf(provision), ...more },
  };
}
