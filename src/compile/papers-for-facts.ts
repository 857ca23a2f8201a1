import { comparisonsOf, type Condition } from "../model/condition.ts";
import type { DocumentRule, EligibilityRule, RefusalRule, Rule } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

/**
 * A book in which no fact that only stands in for a paper refuses anybody: a rule of eligibility or a ground that looks at
 * such a fact, alone or beside others that serve as well, asks for the paper where none of them does. Throws RangeError where
 * it is bound up with others otherwise.
 */
export function withPapersForFacts(book: Rulebook, { facts }: Vocabulary): Rulebook {
  const papers = new Map(
    facts.flatMap(({ id, replaces }) => (replaces === undefined ? [] : [[id, replaces]])),
  );
  if (!book.rules.some((rule) => replacedIn(rule, papers).length > 0)) return book;
  return { ...book, rules: book.rules.map((rule) => paperFor(rule, papers)) };
}

type Papers = ReadonlyMap<string, string>;

/** The facts of a rule that could refuse somebody which only stand in for a paper. */
const replacedIn = (rule: Rule, papers: Papers): string[] =>
  canRefuse(rule) ? factsIn(rule.when).filter((fact) => papers.has(fact)) : [];

const canRefuse = (rule: Rule): rule is EligibilityRule | RefusalRule =>
  (rule.kind === "eligibility" || rule.kind === "refusal") && rule.judges !== false;

function paperFor(rule: Rule, papers: Papers): Rule {
  const replaced = replacedIn(rule, papers);
  if (!canRefuse(rule) || rule.when === undefined || replaced.length === 0) return rule;
  const documents = [...new Set(replaced.map((fact) => papers.get(fact)))];
  const [document, another] = documents;
  const others = replaced.length < factsIn(rule.when).length && !isOneOfSeveral(rule.kind, rule.when);
  if (others || document === undefined || another !== undefined)
    throw new RangeError(
      `the rule ${rule.id} judges by ${replaced.join(", ")}, which only stands in for a paper, and by other facts`,
    );
  const { id, path, cite, source, quote, confidence, review, channel, ofLaw, when } = rule;
  const asked: DocumentRule = { kind: "document", id, cite, document, when: askedWhen(rule.kind, when) };
  const own = { path, source, quote, confidence, review, channel, ofLaw };
  return { ...asked, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
}

/** Whether other facts serve as well as those that stand in for the paper: it is asked for where none of them does. */
const isOneOfSeveral = (kind: "eligibility" | "refusal", when: Condition): boolean =>
  (kind === "refusal" ? "all" : "any") in when;

/** What an applicant must meet asks for the paper where it is not met, a ground where it holds. */
const askedWhen = (kind: "eligibility" | "refusal", when: Condition): Condition =>
  kind === "refusal" ? when : { not: when };

const factsIn = (condition: Condition | undefined): readonly string[] =>
  condition === undefined ? [] : comparisonsOf(condition).map(({ fact }) => fact);
