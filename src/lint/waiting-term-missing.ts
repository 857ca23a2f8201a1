import type { DeadlineRule, Rule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** A service given in person without a longest waiting time, in an act whose other services have one. */
export const waitingTermMissing: Lint = {
  code: "waiting-term-missing",
  severity: "warning",

  find: (draft) => {
    const services = [...byService(draft.rules).values()];
    const waiting = services.flatMap((rules) => rules.filter(isWaiting));
    const [sample] = waiting;
    if (sample === undefined) return [];
    return services.flatMap((rules) => {
      const term = rules.filter(isTerm).filter(isInPerson).at(-1);
      const inPerson = rules.some((rule) => rule.kind === "channel" && rule.channel === "provider");
      return term === undefined || !inPerson || rules.some(isWaiting)
        ? []
        : [{ at: citeRule(draft, term), beside: citeRule(draft, sample) }];
    });
  },

  examples: {
    must: [{ rules: [...withWaiting(), of(2, { kind: "channel", channel: "provider" }), of(2, term())] }],
    mustNot: [
      { rules: [...withWaiting(), of(2, { kind: "channel", channel: "portal" }), of(2, term())] },
      { rules: [of(1, { kind: "channel", channel: "provider" }), of(1, term())] },
    ],
  },
};

const isWaiting = (rule: Rule): boolean => rule.kind === "deadline" && rule.subject === "waiting";
const isTerm = (rule: Rule): rule is DeadlineRule => rule.kind === "deadline" && rule.subject === "service";

const isInPerson = ({ channel, channels }: DeadlineRule): boolean =>
  channel === "provider" || (channels?.includes("provider") ?? false);

function of(service: number, rule: Partial<Rule>): Partial<Rule> {
  return { ...rule, service } as unknown as Partial<Rule>;
}

function term(): Partial<Rule> {
  return { kind: "deadline", subject: "service", channel: "provider", amount: 1, unit: "working-day" };
}

function withWaiting(): readonly Partial<Rule>[] {
  return [
    of(1, { kind: "channel", channel: "provider" }),
    of(1, { kind: "deadline", subject: "waiting", amount: 30, unit: "minute" }),
  ];
}
