import type { HoursRule, Weekday } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import type { Lint } from "./lint.ts";

/** A schedule that gives two intervals for one day: which of them holds? */
export const hoursOverlap: Lint = {
  code: "hours-overlap",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const hours = rules.filter(
        (rule): rule is HoursRule => rule.kind === "hours" && rule.roundTheClock !== true,
      );
      return pairsAlike(hours, ({ who }) => who).flatMap(([one, other]) => {
        const days = sharedDays(one, other);
        return days.length === 0 || sameInterval(one, other)
          ? []
          : [
              {
                at: citeRule(draft, other),
                beside: citeRule(draft, one),
                details: { days: days.join(", ") },
              },
            ];
      });
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5, 6], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [6], open: "09:00", close: "14:00" },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [6], open: "09:00", close: "14:00" },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [1], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [1], open: "08:00", close: "20:00" },
        ],
      },
    ],
  },
};

function sharedDays(one: HoursRule, other: HoursRule): readonly Weekday[] {
  const theirs = other.days;
  return (one.days ?? []).filter((day) => theirs?.includes(day) ?? false);
}

const sameInterval = (one: HoursRule, other: HoursRule): boolean =>
  one.open === other.open &&
  one.close === other.close &&
  JSON.stringify(one.break) === JSON.stringify(other.break);
