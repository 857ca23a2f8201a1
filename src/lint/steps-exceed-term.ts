import type { DeadlineRule, Rule } from "../model/rule.ts";
import type { LintWords } from "../language/lint-words.ts";
import { byService, citeRule } from "./draft.ts";
import { HELD_AGAINST } from "./held-against.ts";
import type { Found, Lint } from "./lint.ts";
import { processesOf, type Process } from "./processes.ts";
import { isWholeTerm, leastIn, lengthOf, overlap, toldIn } from "./whole-terms.ts";

/**
 * The steps of a process, one after another, take longer than the whole service may, or than the answer that grants or
 * refuses it. Only what steps must take at least is added up: what is shorter than a day adds none.
 */
export const stepsExceedTerm: Lint = {
  code: "steps-exceed-term",
  severity: "warning",

  find: (draft, { lint: words }) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const terms = rules.filter(isWholeTerm).slice(0, HELD_AGAINST);
      const answers = rules.filter((rule) => isAnswer(rule, words)).slice(0, HELD_AGAINST);
      return processesOf(rules)
        .flatMap((process) => [
          ...exceeded(process, longestOnly(process, terms)),
          ...answers.flatMap((answer) => exceeded(process, answer)),
        ])
        .map(({ term, last, sum }): Found => ({
          at: citeRule(draft, term),
          beside: citeRule(draft, last),
          details: { sum, unit: toldIn(term), term: lengthOf(term) },
        }));
    }),

  examples: {
    must: [
      { rules: [whole(30, "minute"), cell(1, 20, "minute"), cell(2, 15, "minute")] },
      {
        rules: [
          whole(10, "working-day"),
          item(1, 30, "minute"),
          item(2, 9, "working-day"),
          item(3, 2, "working-day"),
        ],
      },
      {
        in: "ru",
        rules: [
          answer("ответ (подтверждение или отказ) – не более 30 минут"),
          cell(1, 90, "second", "portal"),
          cell(2, 30, "minute", "portal"),
        ],
      },
    ],
    mustNot: [
      { rules: [whole(30, "minute"), cell(1, 20, "minute"), cell(2, 10, "minute")] },
      { rules: [whole(1, "working-day"), cell(1, 4, "hour"), cell(2, 4, "hour")] },
      {
        rules: [
          whole(10, "working-day"),
          whole(3, "working-day"),
          cell(1, 4, "working-day"),
          cell(2, 5, "working-day"),
        ],
      },
      {
        in: "ru",
        rules: [
          answer("талон о приеме выдается в течение 30 минут"),
          cell(1, 90, "second", "portal"),
          cell(2, 30, "minute", "portal"),
        ],
      },
      { in: "ru", rules: [whole(18, "hour"), told("в день поступления (после 18:00 часов – на следующий)")] },
    ],
  },
};

/** An answer of one way of applying that says yes or no: with it the service is over. */
function isAnswer(rule: Rule, { refuse }: LintWords): rule is DeadlineRule {
  if (rule.kind !== "deadline" || rule.subject !== "response" || rule.channel === undefined) return false;
  const quote = rule.source?.quote.toLowerCase() ?? "";
  return refuse.some((word) => quote.includes(word)) && quote.includes("(");
}

/** The longest term that a process may belong to; none where it is only one of several of different units. */
function longestOnly({ steps }: Process, terms: readonly DeadlineRule[]): DeadlineRule | undefined {
  const own = terms.filter((term) => steps.every((step) => overlap(step, term)));
  const [longest] = [...own].sort((one, other) => lengthOf(other) - lengthOf(one));
  return own.every((term) => longest !== undefined && toldIn(term) === toldIn(longest)) ? longest : undefined;
}

interface Exceeded {
  readonly term: DeadlineRule;
  readonly last: DeadlineRule;
  readonly sum: number;
}

function exceeded({ steps }: Process, term: DeadlineRule | undefined): readonly Exceeded[] {
  const last = steps.at(-1);
  if (term === undefined || last === undefined || term.unit === "same-day") return [];
  if (!steps.every((step) => overlap(step, term) && !isClockTime(step))) return [];
  const sum = steps.reduce((so, step) => so + leastIn(step, term), 0);
  // One that is longer by itself is told as such.
  if (steps.some((step) => leastIn(step, term) > lengthOf(term))) return [];
  return sum > lengthOf(term) * (1 + 1e-9) ? [{ term, last, sum: Math.round(sum * 100) / 100 }] : [];
}

/** Whether the amount is the hour of a clock, `18:00 часов`, and no length. */
const isClockTime = ({ amount, unit, source }: DeadlineRule): boolean =>
  unit === "hour" && new RegExp(`(?<!\\d)${amount}[:.-]00`, "u").test(source?.quote ?? "");

function whole(amount: number, unit: DeadlineRule["unit"]): Partial<DeadlineRule> {
  return { kind: "deadline", subject: "service", path: "a/clause-3", amount, unit };
}

function step(path: string, amount: number, unit: DeadlineRule["unit"]): Partial<DeadlineRule> {
  return { kind: "deadline", subject: "step", path, amount, unit };
}

function cell(
  number: number,
  amount: number,
  unit: DeadlineRule["unit"],
  channel?: DeadlineRule["channel"],
): Partial<DeadlineRule> {
  const own = step(`a/annex-1/table/row-5/cell-${number}`, amount, unit);
  return channel === undefined ? own : { ...own, channel };
}

function item(number: number, amount: number, unit: DeadlineRule["unit"]): Partial<DeadlineRule> {
  return step(`a/clause-6/item-${number}`, amount, unit);
}

function answer(quote: string): Partial<DeadlineRule> {
  return { ...whole(30, "minute"), subject: "response", channel: "portal", source: source(quote) };
}

function told(quote: string): Partial<DeadlineRule> {
  return { ...item(1, 18, "hour"), source: source(quote) };
}

function source(quote: string): NonNullable<DeadlineRule["source"]> {
  return { file: "f", sha256: "", spans: [], lines: [1, 1], quote };
}
