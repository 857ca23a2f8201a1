import type { DeadlineRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import { HELD_AGAINST } from "./held-against.ts";
import type { Found, Lint } from "./lint.ts";
import { processesOf } from "./processes.ts";
import { isWholeTerm, leastIn, lengthOf, overlap, toldIn } from "./whole-terms.ts";

/** One step that may take longer than the whole service: longer than each of its terms that the step could belong to. */
export const stepExceedsTerm: Lint = {
  code: "step-exceeds-term",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const terms = rules.filter(isWholeTerm).slice(0, HELD_AGAINST);
      const steps = processesOf(rules).flatMap((process) => process.steps);
      return steps.flatMap((step): readonly Found[] => {
        const own = terms.filter((term) => overlap(step, term));
        const [longest] = [...own].sort((one, other) => lengthOf(other) - lengthOf(one));
        if (longest === undefined || !own.every((term) => leastIn(step, term) > lengthOf(term))) return [];
        const unit = toldIn(longest);
        return [
          {
            at: citeRule(draft, step),
            beside: citeRule(draft, longest),
            details: { one: `${step.amount} ${step.unit}`, other: `${lengthOf(longest)} ${unit}` },
          },
        ];
      });
    }),

  examples: {
    must: [
      { rules: [first(), whole(10, "working-day"), step(15, "working-day")] },
      { rules: [first(), whole(30, "minute"), step(1, "working-day")] },
      {
        in: "ru",
        rules: [first(), whole(5, "working-day"), whole(3, "working-day"), step(6, "working-day")],
      },
      {
        in: "ru",
        rules: [
          first(),
          { ...whole(20, "minute"), channel: "portal" },
          { ...step(2, "hour"), channel: "portal" },
        ],
      },
    ],
    mustNot: [
      { in: "ru", rules: [whole(10, "working-day"), step(15, "working-day")] },
      { rules: [first(), whole(10, "working-day"), step(10, "working-day")] },
      { rules: [first(), whole(15, "calendar-day"), step(11, "calendar-day")] },
      {
        in: "ru",
        rules: [first(), whole(15, "working-day"), whole(3, "working-day"), step(6, "working-day")],
      },
      { in: "ru", rules: [first(), whole(10, "working-day"), step(12, "calendar-day")] },
      {
        in: "ru",
        rules: [
          first(),
          { ...whole(20, "minute"), channel: "portal" },
          { ...step(2, "hour"), channel: "provider" },
        ],
      },
    ],
  },
};

function whole(amount: number, unit: DeadlineRule["unit"]): Partial<DeadlineRule> {
  return { kind: "deadline", subject: "service", path: "a/clause-3", amount, unit };
}

function step(amount: number, unit: DeadlineRule["unit"], item = 2): Partial<DeadlineRule> {
  return { kind: "deadline", subject: "step", path: `a/clause-7/item-${item}`, amount, unit };
}

/** A step before it, so that there is a process. */
function first(): Partial<DeadlineRule> {
  return step(1, "minute", 1);
}
