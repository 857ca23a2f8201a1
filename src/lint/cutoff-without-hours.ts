import type { CutoffRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** Requests are taken until so long before closing, and nothing says when that is. */
export const cutoffWithoutHours: Lint = {
  code: "cutoff-without-hours",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const closes = rules.some(
        (rule) => rule.kind === "hours" && rule.who !== "portal" && rule.roundTheClock !== true,
      );
      if (closes) return [];
      return rules
        .filter((rule): rule is CutoffRule => rule.kind === "cutoff" && rule.before !== undefined)
        .slice(0, 1)
        .map((cutoff) => ({ at: citeRule(draft, cutoff) }));
    }),

  examples: {
    must: [
      { rules: [{ kind: "cutoff", time: "18:00", before: { amount: 2, unit: "hour" } }] },
      {
        in: "ru",
        rules: [
          { kind: "hours", who: "portal", roundTheClock: true },
          { kind: "cutoff", before: { amount: 2, unit: "hour" } },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "hours", who: "provider", open: "09:00", close: "18:30" },
          { kind: "cutoff", before: { amount: 2, unit: "hour" } },
        ],
      },
      { in: "ru", rules: [{ kind: "cutoff", time: "17:30" }] },
    ],
  },
};
