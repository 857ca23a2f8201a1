import type { HoursRule } from "../model/rule.ts";
import { byService, citeRule, type Draft } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** The same providers work by two schedules, one in each of two services of the act. */
export const schedulesDiffer: Lint = {
  code: "schedules-differ",
  severity: "warning",

  find: (draft) => {
    const services = [...byService(draft.rules)].flatMap(([service, rules]) => {
      const hours = rules.filter(
        (rule): rule is HoursRule => rule.kind === "hours" && rule.who === "provider",
      );
      const provider = providerOf(draft, service);
      const [first] = hours;
      return first === undefined || provider === undefined ? [] : [{ provider, first, week: weekOf(hours) }];
    });
    return services.flatMap((one, index) =>
      services
        .slice(index + 1)
        .filter((other) => other.provider === one.provider && other.week !== one.week)
        .map((other) => ({ at: citeRule(draft, one.first), beside: citeRule(draft, other.first) })),
    );
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

/** The provider's name in the table, without brackets and punctuation. */
function providerOf(draft: Draft, service: number): string | undefined {
  const row = draft.parts.filter(
    (part) => part.service === service && part.topic === "provider" && part.role === "words",
  );
  const name = row.map(({ words }) => words.text.replace(/\([^)]*\)/gu, "")).join(" ");
  const plain = name
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu)
    ?.join(" ");
  return plain === "" ? undefined : plain;
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
