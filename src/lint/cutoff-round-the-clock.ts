import type { CutoffRule, HoursRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** A cutoff that covers a channel which is open round the clock: for that channel it cannot be meant, or hours cannot. */
export const cutoffRoundTheClock: Lint = {
  code: "cutoff-round-the-clock",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const open = rules.filter(
        (rule): rule is HoursRule =>
          rule.kind === "hours" && rule.who === "portal" && rule.roundTheClock === true,
      );
      return rules
        .filter((rule): rule is CutoffRule => rule.kind === "cutoff" && coversPortal(rule) && ofClosing(rule))
        .flatMap((cutoff) =>
          open.slice(0, 1).map((hours) => ({ at: citeRule(draft, cutoff), beside: citeRule(draft, hours) })),
        );
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "hours", who: "portal", roundTheClock: true },
          { kind: "cutoff", time: "18:00", before: { amount: 2, unit: "hour" } },
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        rules: [
          { kind: "hours", who: "portal", roundTheClock: true },
          { kind: "cutoff", time: "17:30" },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "portal", roundTheClock: true },
          { kind: "cutoff", time: "18:00", channel: "provider" },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", open: "09:00", close: "18:00" },
          { kind: "cutoff", time: "18:00" },
        ],
      },
    ],
  },
};

/** Counted back from closing; a time of day alone may be the end of somebody's hours of taking in. */
const ofClosing = ({ before }: CutoffRule): boolean => before !== undefined;

const coversPortal = ({ channel }: CutoffRule): boolean => channel === undefined || channel === "portal";
