import { bears } from "../compile/bears.ts";
import type { Plan } from "../compile/plan.ts";
import { documentType } from "../compile/rule-condition.ts";
import { daysAfter } from "../model/iso-day.ts";
import type { DocumentRule } from "../model/rule.ts";
import { aloneAgainst } from "./alone.ts";
import { withFact, withoutPapers } from "./alter.ts";
import { factsBeside } from "./condition-cases.ts";
import { verdictCase, type Draft } from "./drafts.ts";
import { factsOf, valuesOf } from "./samples.ts";
import type { Asked, Told } from "./told.ts";

/** What a paper's cases are made from. */
interface Paper {
  readonly rule: DocumentRule;
  readonly type: string;
  /** Types of which one is enough, its own among them. */
  readonly group: readonly string[];
  /** A request to which nothing is lacking, of an applicant who needs the paper. */
  readonly there: Told;
  readonly asked: Asked;
}

/**
 * A paper there, missing, expired and on its last day; each of several of which one is enough by itself, and none of them;
 * and, where it is asked for on a condition, not there where the condition just does not hold.
 */
export function paperCases(
  rule: DocumentRule,
  base: Told,
  plan: Plan,
  asked: Asked,
  whole: boolean,
): Draft[] {
  if (!bears(rule, base.channel)) return [];
  const type = documentType(rule);
  const group = groupOf(rule, plan);
  const lacking = withoutPapers(base, group);
  const own = factsOf(rule, plan);
  const needed = aloneAgainst(rule.id, lacking, own, factsBeside(own, base, plan), asked);
  if (needed === undefined) return [];
  const paper = { rule, type, group, there: { ...needed, papers: base.papers }, asked };
  const missing = verdictCase(group.length > 1 ? "none-of-several" : "paper-missing", rule, needed, asked);
  const there = verdictCase("paper-there", rule, paper.there, asked);
  if (!whole) return [missing, there];
  const besideOf = (told: Told): Told[] =>
    own.flatMap((fact) => valuesOf(fact).map((value) => withFact(told, fact, value)));
  const stands = (told: Told): boolean => asked.of(told).against.includes(rule.id);
  const beside = besideOf(needed);
  // From where it is not asked for, each fact by itself that makes it so: of several any one is enough.
  const off = [lacking, ...beside].find((told) => !stands(told));
  const notNeeded = [...beside, ...(off === undefined ? [] : besideOf(off))].map((told) =>
    verdictCase(stands(told) ? "paper-missing" : "paper-not-needed", rule, told, asked),
  );
  return [missing, there, ...notNeeded, ...oneOfSeveral(paper), ...byLastDay(paper, plan)];
}

/** Types of which one is enough in the rule's channel. */
function groupOf(rule: DocumentRule, { book }: Plan): string[] {
  if (rule.alternativeGroup === undefined) return [documentType(rule)];
  return [
    ...new Set(
      book.rules.flatMap((each) =>
        each.kind === "document" && each.alternativeGroup === rule.alternativeGroup
          ? [documentType(each)]
          : [],
      ),
    ),
  ];
}

function oneOfSeveral({ rule, type, group, there, asked }: Paper): Draft[] {
  if (group.length < 2) return [];
  const others = group.filter((each) => each !== type);
  return [
    verdictCase("one-of-several", rule, withoutPapers(there, others), asked),
    verdictCase("one-of-several", rule, withoutPapers(there, [type]), asked),
  ];
}

/** On its last day a paper is still good, and on the day after no longer. */
function byLastDay({ rule, type, group, there, asked }: Paper, { documents }: Plan): Draft[] {
  if (documents.find(({ id }) => id === type)?.expires !== true) return [];
  const alone = withoutPapers(
    there,
    group.filter((each) => each !== type),
  );
  const until = (day: string): Told => ({ ...alone, papers: { ...alone.papers, [type]: day } });
  return [
    verdictCase("paper-last-day", rule, until(asked.day), asked),
    verdictCase("paper-expired", rule, until(daysAfter(asked.day, -1)), asked),
  ];
}
