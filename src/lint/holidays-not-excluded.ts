import type { HoursRule, Rule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** A provider's schedule that does not exclude holidays, where requests on holidays move and the act's others exclude them. */
export const holidaysNotExcluded: Lint = {
  code: "holidays-not-excluded",
  severity: "warning",

  find: (draft) => {
    const services = [...byService(draft.rules).values()];
    const model = services
      .flatMap((rules) => rules.filter(isSchedule))
      .find((rule) => rule.holidaysExcluded === true);
    if (model === undefined) return [];
    return services.flatMap((rules) => {
      const [first] = rules.filter(isSchedule);
      const moves = rules.some(({ kind }) => kind === "rollover");
      return first === undefined ||
        !moves ||
        rules.some((rule) => isSchedule(rule) && rule.holidaysExcluded === true)
        ? []
        : [{ at: citeRule(draft, first), beside: citeRule(draft, model) }];
    });
  },

  examples: {
    must: [
      { rules: [schedule(1, true), schedule(2, false), { kind: "rollover", service: 2 } as Partial<Rule>] },
    ],
    mustNot: [
      { rules: [schedule(1, false), schedule(2, false), { kind: "rollover", service: 2 } as Partial<Rule>] },
      { rules: [schedule(1, true), schedule(2, false)] },
    ],
  },
};

const isSchedule = (rule: Rule): rule is HoursRule => rule.kind === "hours" && rule.who === "provider";

function schedule(service: number, holidaysExcluded: boolean): Partial<Rule> {
  const rule: Partial<HoursRule> = {
    kind: "hours",
    who: "provider",
    open: "09:00",
    close: "18:00",
    ...(holidaysExcluded ? { holidaysExcluded } : {}),
  };
  return { ...rule, service } as Partial<Rule>;
}
