import type { Condition } from "../model/condition.ts";
import type { DocumentRule, Rule } from "../model/rule.ts";

/** Name of a document rule's document: as the review gave it, otherwise the rule's own. */
export const documentType = (rule: DocumentRule): string => rule.document ?? rule.id;

/** Whether a rule only keeps a result back, and so bears on no admission. */
export const holdsResult = (rule: Rule): boolean => rule.kind === "refusal" && rule.effect === "hold";

/** All conditions of a rule in facts: that by which it judges, and of a term, whose term it is. */
export const conditionsOf = (rule: Rule): Condition[] =>
  rule.kind === "deadline" && rule.when !== undefined ? [rule.when] : conditionOf(rule);

/** The condition by which a rule decides on a request, if it has one; a ground without one is a finding of its own, named after the rule. */
export function conditionOf(rule: Rule): Condition[] {
  if (rule.kind === "refusal" && rule.aboutDocuments === undefined)
    return [rule.when ?? { fact: `finding:${rule.id}`, operator: "equal", value: true }];
  return (rule.kind === "eligibility" || rule.kind === "document") && rule.when !== undefined
    ? [rule.when]
    : [];
}
