import { groupedBy } from "../model/grouped-by.ts";
import type { LintWords } from "../language/lint-words.ts";
import type { DeadlineRule, Rule } from "../model/rule.ts";
import { byService, citeRule, inTable } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import { kindsIn } from "./kinds.ts";
import type { Found, Lint } from "./lint.ts";
import { channelsOf, overlap } from "./whole-terms.ts";

/** Two terms for the same thing: the body gives another than the table, or one clause another than the next. */
export const termsDiffer: Lint = {
  code: "terms-differ",
  severity: "warning",

  find: (draft, { lint: words }) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const terms = rules.filter((rule) => isTermOfAll(rule, words));
      const told = termsByProvision(terms);
      return pairsAlike(terms, () => "").flatMap(([one, other]): readonly Found[] =>
        overlap(one, other) &&
        contradicts(one, other) &&
        !areCases(one, other, told) &&
        !areKinds(one, other, words)
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
          { ...term("a/clause-9/paragraph-3", 3, "working-day"), channel: "portal" },
          { ...term("a/table/row-3/paragraph-1", 3, "working-day") },
          { ...term("a/table/row-3/paragraph-2", 1, "working-day") },
          { ...term("a/clause-9/paragraph-4", 1, "working-day"), channel: "provider" },
        ],
      },
      {
        in: "ru",
        rules: [
          worded("a/clause-9/paragraph-3", 3, "при выдаче лицензии на ввоз тканей – 3 рабочих дня"),
          worded("a/clause-9/paragraph-4", 1, "при выдаче лицензии на ввоз органов – 1 рабочий день"),
        ],
      },
      {
        rules: [
          worded("a/clause-5", 15, "құжат 15 жұмыс күні ішінде беріледі"),
          worded("a/clause-14", 30, "құжаттың телнұсқасы 30 жұмыс күнінен кешіктірмей беріледі"),
        ],
      },
      {
        in: "ru",
        rules: [
          worded("a/clause-7", 1, "При соответствии документов услуга оказывается в течение 1 рабочего дня"),
          worded("a/table/row-3", 15, "15 рабочих дней"),
        ],
      },
      {
        in: "ru",
        rules: [
          worded("a/clause-5", 3, "переоформление лицензии – 3 рабочих дня"),
          worded("a/table/row-3", 15, "выдача лицензии – 15 рабочих дней"),
        ],
      },
      {
        in: "ru",
        rules: [
          { ...term("a/clause-6", 1, "working-day"), actor: "сотрудник канцелярии" },
          term("a/table/row-3", 8, "working-day"),
          { ...term("a/table/row-3/paragraph-6", 1, "day"), direction: "before" },
        ],
      },
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

function worded(path: string, amount: number, quote: string): Partial<Rule> {
  const source = { file: "f", sha256: "", spans: [], lines: [1, 1] as const, quote };
  return { ...term(path, amount, "working-day"), source };
}

/**
 * Terms of the whole service; steps, answers and complaints are many and differ by right. What a clause lays on somebody by
 * name is the whole term where that is the provider: an official's or the applicant's own is none.
 */
function isTermOfAll(rule: Rule, { provider, inCase, isDone }: LintWords): rule is DeadlineRule {
  if (rule.kind !== "deadline" || rule.subject !== "service") return false;
  const quote = rule.source?.quote.toLowerCase() ?? "";
  if (inCase.some((word) => quote.includes(word))) return false;
  if (
    rule.condition !== undefined ||
    rule.when !== undefined ||
    rule.prolongs !== undefined ||
    rule.direction === "before"
  )
    return false;
  const actor = rule.actor?.toLowerCase();
  const last = quote.match(/\p{L}+/gu)?.at(-1) ?? "";
  if (actor === undefined || inTable(rule) || isDone.some((ending) => last.endsWith(ending))) return true;
  return provider.some((word) => actor.includes(word));
}

/** Whether their words are for two kinds of request, an issue and a renewal. */
function areKinds(one: DeadlineRule, other: DeadlineRule, words: LintWords): boolean {
  const [ours, theirs] = [one, other].map(({ source }) => kindsIn(source?.quote ?? "", words).join());
  return ours !== theirs;
}

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
  const [our, their] = [channelsOf(one).join(), channelsOf(other).join()];
  // Two terms that each name the same channel are those of one case.
  if (ours === theirs) return our === "" || our !== their;
  const [mine, yours] = [told.get(ours ?? ""), told.get(theirs ?? "")];
  // Both tell both terms: two cases, whatever the channel.
  if (mine?.has(lengthText(other)) === true && yours?.has(lengthText(one)) === true) return true;
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
