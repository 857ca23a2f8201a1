import type { DeadlineRule, Rule } from "../model/rule.ts";
import type { LintWords } from "../language/lint-words.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { isWholeTerm, shortestTerm } from "./whole-terms.ts";

/** A notice due so long before the end of the term that the term is over, or has only begun, by then. */
export const noticeExceedsTerm: Lint = {
  code: "notice-exceeds-term",
  severity: "error",

  find: (draft, { lint: words }) =>
    [...byService(draft.rules).values()].flatMap((rules) =>
      rules.filter(isBeforeEnd(words)).flatMap((notice) => {
        const own = rules.filter(
          ({ path }) => clauseOf(path) === clauseOf(notice.path) && path !== undefined,
        );
        // A clause that names a term of the service speaks of the requests with that one.
        const term = shortestTerm(own.some(isWholeTerm) ? own : rules, notice);
        return term === undefined || (term.unit !== "same-day" && term.amount > notice.amount)
          ? []
          : [
              {
                at: citeRule(draft, notice),
                beside: citeRule(draft, term),
                details: { one: lengthText(notice), other: lengthText(term) },
              },
            ];
      }),
    ),

  examples: {
    must: [
      { rules: [notice("мерзімі аяқталғанға дейін"), term(3, "working-day")] },
      { in: "ru", rules: [notice("до завершения срока оказания"), term(0, "same-day")] },
      {
        in: "ru",
        rules: [notice("до завершения срока оказания"), term(15, "working-day"), term(2, "working-day")],
      },
    ],
    mustNot: [
      { rules: [notice("мерзімі аяқталғанға дейін"), term(4, "working-day")] },
      { rules: [notice("мерзімі аяқталғанға дейін"), term(3, "calendar-day")] },
      {
        rules: [
          { ...notice("мерзімі аяқталғанға дейін"), path: "a/clause-8/paragraph-3" },
          { ...term(10, "working-day"), path: "a/clause-8" },
          term(2, "working-day"),
        ],
      },
      { in: "ru", rules: [notice("до принятия административного акта"), term(3, "working-day")] },
    ],
  },
};

const isBeforeEnd =
  ({ endOfTerm }: LintWords) =>
  (rule: Rule): rule is DeadlineRule =>
    rule.kind === "deadline" &&
    rule.direction === "before" &&
    endOfTerm.some((words) => (rule.from ?? "").toLowerCase().includes(words));

/** The path up to its clause; of what stands in none, the whole. */
function clauseOf(path: string | undefined): string | undefined {
  const parts = path?.split("/") ?? [];
  const at = parts.findIndex((part) => part.startsWith("clause-"));
  return at < 0 ? path : parts.slice(0, at + 1).join("/");
}

const lengthText = ({ amount, unit }: DeadlineRule): string =>
  unit === "same-day" ? unit : `${amount} ${unit}`;

function notice(from: string): Partial<Rule> {
  return { kind: "deadline", subject: "response", amount: 3, unit: "working-day", direction: "before", from };
}

function term(amount: number, unit: DeadlineRule["unit"]): Partial<Rule> {
  return { kind: "deadline", subject: "service", path: "a/table/row-3", amount, unit };
}
