import { dutyRulesOf } from "../../law/log-rules.ts";
import type { DeadlineRule, Rule } from "../../model/rule.ts";
import type { BookAtWork } from "./book.ts";

/** Another way to count every deadline. */
export type Change = Partial<
  Pick<DeadlineRule, "countsStartDay" | "movesToWorkingDay" | "clock" | "amount" | "unit">
>;

/**
 * A book with its deadlines counted in another way. The law beneath is not changed with the regulation; but what a duty of
 * the law takes from the regulation's terms (a result a day before one ends, a hearing where one is long enough) follows them.
 */
export function changedBook(atWork: BookAtWork, change: Change): BookAtWork {
  const { book, law = [] } = atWork;
  const own = book.rules.map((rule) =>
    rule.kind === "deadline" && rule.ofLaw === undefined ? { ...rule, ...change } : rule,
  );
  const duties = new Map(
    dutyRulesOf({ ...book, rules: own.filter(({ ofLaw }) => ofLaw === undefined) }, law).map((rule) => [
      rule.id,
      rule,
    ]),
  );
  const isDuty = new Set(law.flatMap((each) => (each.kind === "duty" ? [each.id] : [])));
  const rules = own.map((rule): Rule => {
    if (rule.ofLaw === undefined || !isDuty.has(provisionOf(rule))) return rule;
    // A rule keeps its place, and with it its number, where it is not owed any more.
    return duties.get(rule.id) ?? { ...rule, judges: false };
  });
  return { ...atWork, book: { ...book, rules } };
}

/** A duty that several rules come of numbers them behind a full stop. */
const provisionOf = ({ id }: Rule): string => id.replace(/\.\d+$/, "");
