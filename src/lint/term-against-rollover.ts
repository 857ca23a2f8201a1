import type { DeadlineRule, RolloverRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";

const AT_ONCE = new Set(["second", "minute", "hour", "same-day"]);

/**
 * A portal service due at once or on the day of application, beside a rule that moves every request out of hours to the
 * next working day and makes no exception for the portal: one of the two cannot be kept.
 */
export const termAgainstRollover: Lint = {
  code: "term-against-rollover",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const rollover = rules
        .filter((rule): rule is RolloverRule => rule.kind === "rollover" && rule.channel === undefined)
        .at(-1);
      const term = rules.find(
        (rule): rule is DeadlineRule =>
          rule.kind === "deadline" &&
          rule.subject === "service" &&
          rule.channel === "portal" &&
          AT_ONCE.has(rule.unit),
      );
      return rollover === undefined || term === undefined
        ? []
        : [{ at: citeRule(draft, term), beside: citeRule(draft, rollover) }];
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "deadline", subject: "service", channel: "portal", amount: 30, unit: "minute" },
          { kind: "rollover" },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "deadline", subject: "service", channel: "portal", amount: 1, unit: "working-day" },
          { kind: "rollover" },
        ],
      },
      {
        rules: [
          { kind: "deadline", subject: "service", channel: "portal", amount: 30, unit: "minute" },
          { kind: "rollover", channel: "provider" },
        ],
      },
    ],
  },
};
