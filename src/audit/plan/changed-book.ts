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
  const { book } = atWork;
  const own = book.rules.map((rule) =>
    rule.kind === "deadline" && rule.ofLaw === undefined ? { ...rule, ...change } : rule,
  );
  const [before, after] = [dutiesBeneath(book.rules, atWork), dutiesBeneath(own, atWork)];
  // A rule keeps its place, and with it its number, where it is not owed any more.
  const rules = own.map((rule): Rule =>
    before.has(rule.id) ? (after.get(rule.id) ?? { ...rule, judges: false }) : rule,
  );
  return { ...atWork, book: { ...book, rules } };
}

/** What duties of the law come of a book's own rules, by id. */
function dutiesBeneath(rules: readonly Rule[], { law = [] }: BookAtWork): ReadonlyMap<string, Rule> {
  const own = rules.filter(({ ofLaw }) => ofLaw === undefined);
  return new Map(dutyRulesOf({ rules: own }, law).map((rule) => [rule.id, rule]));
}
