import { groupedBy } from "../model/grouped-by.ts";
import type { DeadlineRule, Rule } from "../model/rule.ts";
import { byService, citeRule, inTable } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import type { Found, Lint } from "./lint.ts";

/** Two terms for the same thing: the body gives another than the table, or one clause another than the next. */
export const termsDiffer: Lint = {
  code: "terms-differ",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const terms = rules.filter(isWholeTerm);
      const told = termsByProvision(terms);
      return pairsAlike(terms, () => "").flatMap(([one, other]): readonly Found[] =>
        overlap(one, other) && contradicts(one, other) && !areCases(one, other, told)
          ? [
              {
                at: citeRule(draft, one),
                beside: citeRule(draft, other),
                details: { one: lengthText(one), other: lengthText(other) },
              },
            ]
          : [],
      );
    }),

  examples: {
    must: [
      { rules: [term("a/clause-11", 0, "same-day"), term("a/table/row-3", 1, "working-day")] },
      {
        rules: [
          term("a/clause-10", 1, "working-day"),
          { ...term("a/table/row-3", 30, "minute"), channel: "portal" },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          term("a/table/row-3/paragraph-1", 15, "working-day"),
          term("a/table/row-3/paragraph-2", 3, "working-day"),
        ],
      },
      {
        rules: [
          term("a/clause-9", 3, "working-day"),
          term("a/table/row-3/item-1", 15, "working-day"),
          term("a/table/row-3/item-2", 3, "working-day"),
        ],
      },
      { rules: [term("a/clause-11", 1, "working-day"), term("a/table/row-3", 1, "working-day")] },
      {
        rules: [
          { ...term("a/clause-11", 1, "working-day"), channel: "provider" },
          { ...term("a/table/row-3", 30, "minute"), channel: "portal" },
        ],
      },
    ],
  },
};

function term(path: string, amount: number, unit: DeadlineRule["unit"]): Partial<Rule> {
  return { kind: "deadline", subject: "service", path, amount, unit };
}

/** Terms of the whole service and of waiting; steps, answers and complaints are many and differ by right. */
const isWholeTerm = (rule: Rule): rule is DeadlineRule =>
  rule.kind === "deadline" && rule.subject === "service" && rule.condition === undefined;

/** Told for a channel in common; no channel means all. */
function overlap(one: DeadlineRule, other: DeadlineRule): boolean {
  const [ours, theirs] = [channels(one), channels(other)];
  return ours.length === 0 || theirs.length === 0 || ours.some((channel) => theirs.includes(channel));
}

const channels = (rule: DeadlineRule): readonly string[] =>
  rule.channels ?? (rule.channel === undefined ? [] : [rule.channel]);

/** "On the same day, and within 30 minutes" in one provision is one term told twice, not two. */
function contradicts(one: DeadlineRule, other: DeadlineRule): boolean {
  if (one.amount === other.amount && one.unit === other.unit) return false;
  return !(one.path === other.path && inTable(one) && sameSentence(one, other));
}

function sameSentence(one: DeadlineRule, other: DeadlineRule): boolean {
  const [ours, theirs] = [one.source?.spans ?? [], other.source?.spans ?? []];
  return ours.some((span) => theirs.some(({ start, end }) => start < span.end && span.start < end));
}

/** The lengths that each clause or row tells. */
const termsByProvision = (terms: readonly DeadlineRule[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    [...groupedBy(terms, provisionOf)].map(([provision, own]) => [provision, new Set(own.map(lengthText))]),
  );

/**
 * Whether two terms may be those of two cases, issue and renewal: items or paragraphs of one provision, which tells a term
 * for each; or one of them is told in the other's provision as well, for another case.
 */
function areCases(
  one: DeadlineRule,
  other: DeadlineRule,
  told: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [ours, theirs] = [one, other].map(provisionOf);
  const [our, their] = [channels(one).join(), channels(other).join()];
  // Two terms that each name the same channel are those of one case.
  if (ours === theirs) return our === "" || our !== their;
  // Where the channel tells the cases apart, it tells which of them is meant.
  if (our !== their) return false;
  return (
    (told.get(theirs ?? "")?.has(lengthText(one)) ?? false) ||
    (told.get(ours ?? "")?.has(lengthText(other)) ?? false)
  );
}

/** The path of the clause or row that a rule stands in; without one a rule stands for itself. */
function provisionOf({ path, id }: DeadlineRule): string {
  const steps = path?.split("/") ?? [id];
  const last = steps.findLastIndex((step) => /^(?:row|clause)-/u.test(step));
  return last < 0 ? steps.join("/") : steps.slice(0, last + 1).join("/");
}

const lengthText = ({ amount, unit }: DeadlineRule): string =>
  unit === "same-day" ? unit : `${amount} ${unit}`;
