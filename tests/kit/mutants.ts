import { comparisonsOf, type Condition, type FactCondition } from "../../src/model/condition.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

/** A rulebook that differs from another in one rule. */
export interface Mutant {
  readonly rule: string;
  readonly what: string;
  readonly book: Rulebook;
}

/** Every system that differs in one rule in one of these ways. */
export function mutantsOf(book: Rulebook): Mutant[] {
  return book.rules.flatMap((rule, at) =>
    rule.judges === false
      ? []
      : [
          { what: "left out", rules: [] as readonly Rule[] },
          ...changesOf(rule).map(({ what, to }) => ({ what, rules: [to] })),
        ].map(({ what, rules }) => ({
          rule: rule.id,
          what,
          book: { ...book, rules: [...book.rules.slice(0, at), ...rules, ...book.rules.slice(at + 1)] },
        })),
  );
}

interface Changed {
  readonly what: string;
  readonly to: Rule;
}

function changesOf(rule: Rule): Changed[] {
  switch (rule.kind) {
    case "deadline": {
      const unit = rule.unit === "working-day" ? "calendar-day" : "working-day";
      if (rule.unit === "same-day") return [{ what: "a day more", to: { ...rule, amount: 1, unit } }];
      const isClock = ["second", "minute", "hour"].includes(rule.unit);
      return [
        { what: "amount + 1", to: { ...rule, amount: rule.amount + 1 } },
        ...(rule.amount > 1 ? [{ what: "amount - 1", to: { ...rule, amount: rule.amount - 1 } }] : []),
        ...(isClock
          ? [{ what: "other clock", to: { ...rule, clock: rule.clock === "wall" ? "open" : "wall" } as Rule }]
          : [
              { what: `in ${unit}s`, to: { ...rule, unit } as Rule },
              { what: "start day", to: { ...rule, countsStartDay: rule.countsStartDay !== true } },
              { what: "moves", to: { ...rule, movesToWorkingDay: rule.movesToWorkingDay === false } },
            ]),
      ];
    }
    case "hours":
      return [
        ...(["open", "close"] as const).flatMap((end) =>
          rule[end] === undefined
            ? []
            : [-1, 1].map((by) => ({
                what: `${end} ${by}`,
                to: { ...rule, [end]: shifted(rule[end]!, by) },
              })),
        ),
        ...(rule.break == null ? [] : [{ what: "no break", to: { ...rule, break: null } }]),
        ...(rule.days === undefined || rule.days.length < 2
          ? []
          : [{ what: "a day fewer", to: { ...rule, days: rule.days.slice(0, -1) } }]),
      ];
    case "cutoff":
      return rule.time === undefined
        ? []
        : [-1, 1].map((by) => ({ what: `cutoff ${by}`, to: { ...rule, time: shifted(rule.time!, by) } }));
    case "rollover":
      return [
        {
          what: "other outside",
          to: { ...rule, outside: rule.outside === "days-off" ? "hours" : "days-off" },
        },
      ];
    case "document":
      return [
        ...conditionChanges(rule),
        ...(rule.alternativeGroup === undefined
          ? []
          : [{ what: "no alternative", to: without(rule, "alternativeGroup") }]),
      ];
    case "eligibility":
    case "refusal":
      return conditionChanges(rule);
    default:
      return [];
  }
}

const without = <T extends Rule>(rule: T, field: keyof T): Rule =>
  Object.fromEntries(Object.entries(rule).filter(([name]) => name !== field)) as unknown as Rule;

function shifted(clock: string, by: number): string {
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + by;
  const inDay = Math.min(Math.max(minute, 0), 1440);
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

function conditionChanges(rule: Rule & { readonly when?: Condition }): Changed[] {
  const { when } = rule;
  if (when === undefined) return [];
  const to = (changed: Condition): Rule => ({ ...rule, when: changed }) as Rule;
  return [
    { what: "turned round", to: to({ not: when }) },
    ...("all" in when ? [{ what: "any for all", to: to({ any: when.all }) }] : []),
    ...("any" in when ? [{ what: "all for any", to: to({ all: when.any }) }] : []),
    ...comparisonsOf(when).flatMap((one, at) => [
      ...otherOperators(one).map((changed) => ({
        what: `${one.fact} ${one.operator} → ${changed.operator} ${JSON.stringify(changed.value)}`,
        to: to(replaced(when, at, changed)),
      })),
      ...dropped(when, at).map((rest) => ({ what: `without ${one.fact}`, to: to(rest) })),
    ]),
  ];
}

const OTHER: Readonly<Partial<Record<FactCondition["operator"], FactCondition["operator"]>>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
  contains: "doesNotContain",
  doesNotContain: "contains",
};

function otherOperators(one: FactCondition): FactCondition[] {
  const operator = OTHER[one.operator];
  return [
    ...(operator === undefined ? [] : [{ ...one, operator }]),
    ...(typeof one.value === "number"
      ? [-1, 1].map((by) => ({ ...one, value: (one.value as number) + by }))
      : []),
    ...(Array.isArray(one.value) && one.value.length > 1 ? [{ ...one, value: one.value.slice(1) }] : []),
  ];
}

/** The condition with another comparison in a place, counted in the order of the text. */
function replaced(condition: Condition, at: number, by: FactCondition): Condition {
  let seen = 0;
  const walk = (part: Condition): Condition => {
    if ("fact" in part) return seen++ === at ? by : part;
    if ("not" in part) return { not: walk(part.not) };
    return "all" in part ? { all: part.all.map(walk) } : { any: part.any.map(walk) };
  };
  return walk(condition);
}

/** The condition without a comparison, where something is left of it. */
function dropped(condition: Condition, at: number): Condition[] {
  let seen = 0;
  const walk = (part: Condition): Condition | undefined => {
    if ("fact" in part) return seen++ === at ? undefined : part;
    if ("not" in part) {
      const inner = walk(part.not);
      return inner === undefined ? undefined : { not: inner };
    }
    const parts = ("all" in part ? part.all : part.any).flatMap((each) => walk(each) ?? []);
    if (parts.length === 0) return undefined;
    return "all" in part ? { all: parts } : { any: parts };
  };
  const rest = walk(condition);
  return rest === undefined ? [] : [rest];
}
