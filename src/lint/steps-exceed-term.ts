import type { DeadlineRule, Rule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import { HELD_AGAINST } from "./held-against.ts";
import type { Lint } from "./lint.ts";

const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

/**
 * The steps of a process, one after another, take longer than the whole service may. Steps and term must be in units that
 * can be added without a calendar: seconds, minutes and hours; days with days of the same sort.
 */
export const stepsExceedTerm: Lint = {
  code: "steps-exceed-term",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const terms = rules.filter(
        (rule): rule is DeadlineRule => rule.kind === "deadline" && rule.subject === "service",
      );
      return [...processes(rules).values()].flatMap((steps) => {
        const totals = totalsOf(steps);
        return terms.slice(0, HELD_AGAINST).flatMap((term) => {
          const sum = totals(term);
          const last = steps.at(-1);
          return sum === undefined || last === undefined || sum <= lengthIn(term, term) * (1 + 1e-9)
            ? []
            : [
                {
                  at: citeRule(draft, term),
                  beside: citeRule(draft, last),
                  details: { sum, unit: sumUnit(term), term: lengthIn(term, term) },
                },
              ];
        });
      });
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "deadline", subject: "service", path: "a/clause-3", amount: 30, unit: "minute" },
          { kind: "deadline", subject: "step", path: "a/annex-1/table/row-1", amount: 20, unit: "minute" },
          { kind: "deadline", subject: "step", path: "a/annex-1/table/row-2", amount: 15, unit: "minute" },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "deadline", subject: "service", path: "a/clause-3", amount: 30, unit: "minute" },
          { kind: "deadline", subject: "step", path: "a/annex-1/table/row-1", amount: 20, unit: "minute" },
          { kind: "deadline", subject: "step", path: "a/annex-1/table/row-2", amount: 10, unit: "minute" },
        ],
      },
      {
        rules: [
          { kind: "deadline", subject: "service", path: "a/clause-3", amount: 1, unit: "working-day" },
          { kind: "deadline", subject: "step", path: "a/annex-1/table/row-1", amount: 40, unit: "hour" },
        ],
      },
    ],
  },
};

/** Steps by the table they stand in: only there do they surely follow one another. */
function processes(rules: readonly Rule[]): ReadonlyMap<string, readonly DeadlineRule[]> {
  const tables = new Map<string, DeadlineRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "deadline" || rule.subject !== "step") continue;
    const table = tableOf(rule.path ?? "");
    if (table === undefined) continue;
    const steps = tables.get(table) ?? [];
    steps.push(rule);
    tables.set(table, steps);
  }
  return tables;
}

const sumUnit = ({ unit }: DeadlineRule): string => (unit in MINUTES ? "minute" : unit);

/** A step's length in the unit of the whole term; NaN where that takes a calendar. */
function lengthIn(step: DeadlineRule, term: DeadlineRule): number {
  const [ours, theirs] = [MINUTES[step.unit], MINUTES[term.unit]];
  if (ours !== undefined && theirs !== undefined) return step.amount * ours;
  return step.unit === term.unit ? step.amount : NaN;
}

/** The path of the innermost table that a row stands in. */
function tableOf(path: string): string | undefined {
  const steps = path.split("/");
  const row = steps.findLastIndex(
    (step, index) => step.startsWith("row-") && steps[index - 1]?.includes("table") === true,
  );
  return row < 0 ? undefined : steps.slice(0, row).join("/");
}

/** How long steps take together in the unit of a term: added up once for all terms in the same. */
function totalsOf(steps: readonly DeadlineRule[]): (term: DeadlineRule) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (term) => {
    const unit = sumUnit(term);
    if (!known.has(unit)) known.set(unit, total(steps, term));
    return known.get(unit);
  };
}

function total(steps: readonly DeadlineRule[], term: DeadlineRule): number | undefined {
  const sum = steps.reduce((so, step) => so + lengthIn(step, term), 0);
  return Number.isNaN(sum) ? undefined : Math.round(sum * 100) / 100;
}
