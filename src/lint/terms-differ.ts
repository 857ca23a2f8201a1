import type { DeadlineRule, Rule } from "../model/rule.ts";
import { byService, citeRule, inTable } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import type { Found, Lint } from "./lint.ts";

/** Two terms for the same thing: the body gives another than the table, or one clause another than the next. */
export const termsDiffer: Lint = {
  code: "terms-differ",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) =>
      pairsAlike(rules.filter(isWholeTerm), () => "").flatMap(([one, other]): readonly Found[] =>
        overlap(one, other) && contradicts(one, other)
          ? [
              {
                at: citeRule(draft, one),
                beside: citeRule(draft, other),
                details: { one: lengthText(one), other: lengthText(other) },
              },
            ]
          : [],
      ),
    ),

  examples: {
    must: [
      { rules: [term("a/clause-11", 0, "same-day"), term("a/table/row-3", 1, "working-day")] },
      {
        rules: [
          term("a/clause-10", 1, "working-day"),
          { ...term("a/table/row-3", 30, "minute"), channel: "portal" },
        ],
      },
    ],
    mustNot: [
      { rules: [term("a/clause-11", 1, "working-day"), term("a/table/row-3", 1, "working-day")] },
      {
        rules: [
          { ...term("a/clause-11", 1, "working-day"), channel: "provider" },
          { ...term("a/table/row-3", 30, "minute"), channel: "portal" },
        ],
      },
    ],
  },
};

function term(path: string, amount: number, unit: DeadlineRule["unit"]): Partial<Rule> {
  return { kind: "deadline", subject: "service", path, amount, unit };
}

/** Terms of the whole service and of waiting; steps, answers and complaints are many and differ by right. */
const isWholeTerm = (rule: Rule): rule is DeadlineRule =>
  rule.kind === "deadline" && rule.subject === "service" && rule.condition === undefined;

/** Told for a channel in common; no channel means all. */
function overlap(one: DeadlineRule, other: DeadlineRule): boolean {
  const [ours, theirs] = [channels(one), channels(other)];
  return ours.length === 0 || theirs.length === 0 || ours.some((channel) => theirs.includes(channel));
}

const channels = (rule: DeadlineRule): readonly string[] =>
  rule.channels ?? (rule.channel === undefined ? [] : [rule.channel]);

/** "On the same day, and within 30 minutes" in one provision is one term told twice, not two. */
function contradicts(one: DeadlineRule, other: DeadlineRule): boolean {
  if (one.amount === other.amount && one.unit === other.unit) return false;
  return !(one.path === other.path && inTable(one) && sameSentence(one, other));
}

function sameSentence(one: DeadlineRule, other: DeadlineRule): boolean {
  const [ours, theirs] = [one.source?.spans ?? [], other.source?.spans ?? []];
  return ours.some((span) => theirs.some(({ start, end }) => start < span.end && span.start < end));
}

const lengthText = ({ amount, unit }: DeadlineRule): string =>
  unit === "same-day" ? unit : `${amount} ${unit}`;
