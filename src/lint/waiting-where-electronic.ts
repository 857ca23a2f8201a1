import type { DeadlineRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { onlyPortal } from "./only-portal.ts";

/** A longest time of waiting in a queue, or of serving somebody at a desk, in a service that the portal alone gives. */
export const waitingWhereElectronic: Lint = {
  code: "waiting-where-electronic",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const portal = onlyPortal(rules);
      if (portal === undefined) return [];
      return rules
        .filter(
          (rule): rule is DeadlineRule =>
            rule.kind === "deadline" && (rule.subject === "waiting" || rule.subject === "handling"),
        )
        .filter(({ channel }) => channel === undefined || channel === "portal")
        .map((term) => ({ at: citeRule(draft, term), beside: citeRule(draft, portal) }));
    }),

  examples: {
    must: [
      { rules: [{ kind: "channel", channel: "portal" }, waiting("waiting")] },
      { in: "ru", rules: [{ kind: "channel", channel: "portal" }, waiting("handling")] },
    ],
    mustNot: [
      {
        rules: [
          { kind: "channel", channel: "portal" },
          { kind: "channel", channel: "corporation" },
          waiting("waiting"),
        ],
      },
      { in: "ru", rules: [waiting("waiting")] },
      { in: "ru", rules: [{ kind: "channel", channel: "portal" }, waiting("service")] },
    ],
  },
};

function waiting(subject: DeadlineRule["subject"]): Partial<DeadlineRule> {
  return { kind: "deadline", subject, amount: 15, unit: "minute" };
}
