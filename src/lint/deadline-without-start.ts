import type { DeadlineRule } from "../model/rule.ts";
import { citeRule, serviceOf } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** Terms that nobody can compute without an event to count from. */
const NEED_START = new Set(["service", "response", "complaint", "validity"]);

/** A term that names neither what starts it nor who is bound, and no other provision on the same thing does so either. */
export const deadlineWithoutStart: Lint = {
  code: "deadline-without-start",
  severity: "warning",

  find: (draft) => {
    const terms = draft.rules.filter((rule): rule is DeadlineRule => rule.kind === "deadline");
    const started = new Set(terms.filter(startOf).map(thingOf));
    return terms
      .filter((rule) => NEED_START.has(rule.subject) && rule.unit !== "same-day")
      .filter((rule) => !started.has(thingOf(rule)))
      .map((rule) => ({ at: citeRule(draft, rule) }));
  },

  examples: {
    must: [{ rules: [{ kind: "deadline", subject: "validity", amount: 10, unit: "calendar-day" }] }],
    mustNot: [
      {
        rules: [
          {
            kind: "deadline",
            subject: "validity",
            amount: 10,
            unit: "calendar-day",
            from: "берілген күннен бастап",
          },
        ],
      },
      {
        rules: [
          {
            kind: "deadline",
            subject: "complaint",
            amount: 5,
            unit: "working-day",
            actor: "көрсетілетін қызметті беруші",
          },
        ],
      },
      {
        rules: [
          { kind: "deadline", subject: "service", amount: 1, unit: "working-day" },
          {
            kind: "deadline",
            subject: "service",
            amount: 1,
            unit: "working-day",
            from: "тапсырған сәттен бастап",
          },
        ],
      },
    ],
  },
};

const startOf = (rule: DeadlineRule): boolean =>
  rule.from !== undefined ||
  (rule.actor !== undefined && rule.subject !== "service" && rule.subject !== "validity");

/** What a term is of: terms of the same length for the same thing in one service speak of one. */
const thingOf = (rule: DeadlineRule): string =>
  [serviceOf(rule), rule.subject, rule.amount, rule.unit].join(" ");
