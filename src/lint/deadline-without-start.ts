import type { DeadlineRule } from "../model/rule.ts";
import { citeRule, serviceOf } from "./draft.ts";
import { placesOf } from "./places.ts";
import type { Lint } from "./lint.ts";

/** Terms that nobody can compute without an event to count from. */
const NEED_START = new Set(["service", "response", "complaint", "validity"]);

/** A term that names neither what starts it nor who is bound, and no other provision on the same thing does so either. */
export const deadlineWithoutStart: Lint = {
  code: "deadline-without-start",
  severity: "note",

  find: (draft) => {
    const terms = draft.rules.filter((rule): rule is DeadlineRule => rule.kind === "deadline");
    const started = new Set(terms.filter(startOf).map(thingOf));
    // Whoever has to do it in so long is told from when: the service's term is that one.
    const counted = new Set(terms.filter(({ from }) => from !== undefined).map(lengthOf));
    const places = placesOf(draft.parts);
    return (
      terms
        .filter((rule) => rule.subject !== "service" || !counted.has(lengthOf(rule)))
        // How long a paper that is brought must still be good says nothing of what is given.
        .filter(({ path }) => places.at(path ?? "").every(({ topic }) => topic !== "documents"))
        .filter((rule) => NEED_START.has(rule.subject) && rule.unit !== "same-day")
        .filter((rule) => !started.has(thingOf(rule)))
        .map((rule) => ({ at: citeRule(draft, rule) }))
    );
  },

  examples: {
    must: [{ rules: [{ kind: "deadline", subject: "validity", amount: 10, unit: "calendar-day" }] }],
    mustNot: [
      {
        in: "ru",
        rules: [
          { kind: "deadline", subject: "service", amount: 5, unit: "working-day" },
          {
            kind: "deadline",
            subject: "step",
            amount: 5,
            unit: "working-day",
            from: "со дня подачи заявления",
          },
        ],
      },
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

/** How long a term of a service is. */
const lengthOf = (rule: DeadlineRule): string => [serviceOf(rule), rule.amount, rule.unit].join(" ");

/** What a term is of: terms of the same length for the same thing in one service speak of one. */
const thingOf = (rule: DeadlineRule): string =>
  [serviceOf(rule), rule.subject, rule.amount, rule.unit].join(" ");
