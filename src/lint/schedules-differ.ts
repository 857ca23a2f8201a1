import { groupedBy } from "../model/grouped-by.ts";
import type { HoursRule } from "../model/rule.ts";
import { byService, citeRule, type Draft } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import type { Lint } from "./lint.ts";
import { withoutBrackets } from "./without-brackets.ts";

/** The same providers work by two schedules, one in each of two services of the act. */
export const schedulesDiffer: Lint = {
  code: "schedules-differ",
  severity: "warning",

  find: (draft) => {
    const providers = providersOf(draft);
    const services = [...byService(draft.rules)].flatMap(([service, rules]) => {
      const hours = rules.filter(
        (rule): rule is HoursRule => rule.kind === "hours" && rule.who === "provider",
      );
      const provider = providers.get(service);
      const [first] = hours;
      return first === undefined || provider === undefined ? [] : [{ provider, first, week: weekOf(hours) }];
    });
    return pairsAlike(services, ({ provider }) => provider)
      .filter(([one, other]) => other.week !== one.week)
      .map(([one, other]) => ({ at: citeRule(draft, one.first), beside: citeRule(draft, other.first) }));
  },

  examples: {
    must: [
      {
        text: [row(1, "МСАК ұйымдары"), row(2, "МСАК ұйымдары")],
        rules: [hours(1, "20:00"), hours(2, "18:30")],
      },
    ],
    mustNot: [
      {
        text: [row(1, "МСАК ұйымдары"), row(2, "стационарлар")],
        rules: [hours(1, "20:00"), hours(2, "18:30")],
      },
      {
        text: [row(1, "МСАК ұйымдары"), row(2, "МСАК ұйымдары")],
        rules: [hours(1, "20:00"), hours(2, "20:00")],
      },
    ],
  },
};

/** The provider's name in the table of each service, without brackets and punctuation. */
function providersOf({ parts }: Draft): ReadonlyMap<number | undefined, string> {
  const rows = parts.filter(({ topic, role }) => topic === "provider" && role === "words");
  const names = [...groupedBy(rows, ({ service }) => service)].map(([service, row]) => {
    const name = row.map(({ words }) => withoutBrackets(words.text)).join(" ");
    return [service, (name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).join(" ")] as const;
  });
  return new Map(names.filter(([, name]) => name !== ""));
}

const weekOf = (hours: readonly HoursRule[]): string =>
  hours
    .map(({ days, open, close, break: pause }) => JSON.stringify([days, open, close, pause ?? null]))
    .sort()
    .join();

function row(service: number, words: string): readonly [string, string] {
  return [`service-${service}/annex-1/table/row-1:provider`, words];
}

function hours(service: number, close: string): Partial<HoursRule> {
  const rule: Partial<HoursRule> = {
    kind: "hours",
    who: "provider",
    days: [1, 2, 3, 4, 5],
    open: "09:00",
    close,
  };
  return { ...rule, service } as Partial<HoursRule>;
}
