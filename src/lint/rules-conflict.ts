import type { Rule } from "../model/rule.ts";
import { citeRule } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";

/** Two rules of a rulebook of which its reviewers say that they contradict each other: the regulation says both. */
export const rulesConflict: Lint = {
  code: "rules-conflict",
  severity: "warning",

  find: (draft) => {
    const byId = new Map(draft.rules.map((rule) => [rule.id, rule]));
    const told = new Set<string>();
    return draft.rules.flatMap((rule) =>
      (rule.conflictsWith ?? []).flatMap((id): readonly Found[] => {
        const other = byId.get(id);
        const pair = [rule.id, id].sort().join("\n");
        if (other === undefined || told.has(pair)) return [];
        told.add(pair);
        return [
          {
            at: citeRule(draft, rule),
            beside: citeRule(draft, other),
            details: { rule: judging(rule, other) },
          },
        ];
      }),
    );
  },

  examples: {
    must: [
      { rules: [conflicting("a", "b"), conflicting("b", "a")] },
      { in: "ru", rules: [conflicting("a", "b"), { ...conflicting("b"), judges: false }] },
    ],
    mustNot: [
      { rules: [conflicting("a"), conflicting("b")] },
      { in: "ru", rules: [conflicting("a", "of another book")] },
    ],
  },
};

/** The id of the one that judges; nothing where both do. */
const judging = (one: Rule, other: Rule): string =>
  one.judges === false ? other.id : other.judges === false ? one.id : "";

function conflicting(id: string, ...conflictsWith: readonly string[]): Partial<Rule> {
  return { id, kind: "fee", free: true, ...(conflictsWith.length === 0 ? {} : { conflictsWith }) };
}
