import { twinWords } from "../model/cited.ts";
import { MISSING } from "../model/document-state.ts";
import type { RefusalRule, Rule } from "../model/rule.ts";
import type { Reason, ReasonCode } from "../model/verdict.ts";
import { coveredBy } from "./covered.ts";
import type { Plan } from "./plan.ts";
import type {
  AboutDocumentsRule,
  ConditionRule,
  DocumentMember,
  GroundEffect,
  RuleWords,
} from "./planned.ts";
import { planned } from "./planned-condition.ts";
import { conditionOf, documentType } from "./rule-condition.ts";
import { isAwaited, startingOf, startOf, type Starting } from "./starting.ts";

type Names = Pick<Plan, "facts" | "slots" | "documents" | "documentSlots">;

/** A rule made ready once for all channels on which it judges: what one of them saw of it serves the others. */
export interface PlannedRule {
  readonly at: number;
  readonly rule: Rule;
  readonly condition: ConditionRule | undefined;
  readonly aboutDocuments: AboutDocumentsRule | undefined;
  readonly member: DocumentMember | undefined;
  /** What starts its term; undefined where it sets none. */
  readonly starting: Starting | undefined;
  /** Its reason where it has nothing to ask of a request; the same for the same code. */
  readonly fixed: (code: ReasonCode, outcome?: Reason["outcome"]) => Reason;
}

/** `at`: the rule's place among `rules`, those of its book. */
export function plannedRule(rule: Rule, at: number, rules: readonly Rule[], names: Names): PlannedRule {
  const words = wordsOf(rule);
  const made = new Map<ReasonCode, Reason>();
  return {
    at,
    rule,
    condition: conditionRule(at, rule, words, names) ?? termInCase(at, rule, words, names),
    aboutDocuments: aboutDocumentsRule(at, rule, words, rules),
    member: documentMember(at, rule, words, names),
    starting: rule.kind === "deadline" ? startingOf(rule, names) : undefined,
    fixed: (code, outcome = "pass") => {
      const there = made.get(code) ?? {
        ...words,
        outcome,
        code,
        facts: [],
        ...(code === "term-stands" && rule.kind === "deadline" ? startOf(rule) : {}),
      };
      made.set(code, there);
      return there;
    },
  };
}

function conditionRule(at: number, rule: Rule, words: RuleWords, names: Names): ConditionRule | undefined {
  if (rule.kind !== "eligibility" && rule.kind !== "refusal") return undefined;
  const [condition] = conditionOf(rule);
  if (condition === undefined) return undefined;
  const when = planned(condition, names);
  const is = rule.kind === "eligibility" ? "eligibility" : effectOf(rule);
  return { at, is, words, when };
}

/** A term that is told of a request where its condition holds. */
function termInCase(at: number, rule: Rule, words: RuleWords, names: Names): ConditionRule | undefined {
  if (rule.kind !== "deadline" || rule.when === undefined) return undefined;
  const starting = startingOf(rule, names);
  const when = planned(rule.when, names);
  if (starting !== "other") return { at, is: "starting-term", words, when };
  return isAwaited(rule)
    ? { at, is: "waiting-term", words: { ...words, ...startOf(rule) }, when }
    : undefined;
}

const effectOf = ({ effect }: RefusalRule): GroundEffect => (effect === "hold" ? "hold" : "ground");

function aboutDocumentsRule(
  at: number,
  rule: Rule,
  words: RuleWords,
  rules: readonly Rule[],
): AboutDocumentsRule | undefined {
  if (rule.kind !== "refusal" || conditionOf(rule).length > 0) return undefined;
  const { aboutDocuments: about = "missing" } = rule;
  return { at, is: effectOf(rule), words, about, covered: coveredBy(rule, rules) };
}

function documentMember(at: number, rule: Rule, words: RuleWords, names: Names): DocumentMember | undefined {
  if (rule.kind !== "document") return undefined;
  const document = names.documentSlots.get(documentType(rule)) ?? -1;
  const when = rule.when === undefined ? undefined : planned(rule.when, names);
  const notThere = names.documents[document]?.seen[MISSING];
  return {
    at,
    words,
    document,
    condition: rule.when,
    when,
    lacking: { oneOf: notThere === undefined ? [] : [notThere], rules: [rule.id] },
  };
}

function wordsOf(rule: Rule): RuleWords {
  const twin = twinWords(rule.source);
  return {
    rule: rule.id,
    kind: rule.kind,
    ...(rule.path === undefined ? {} : { path: rule.path }),
    cite: rule.cite,
    ...(rule.source === undefined ? {} : { quote: rule.source.quote }),
    ...(twin === undefined ? {} : { twin }),
    ...(rule.review?.status === "draft" ? { draft: true as const } : {}),
    ...(rule.ofLaw === undefined
      ? {}
      : {
          law: rule.ofLaw.holds,
          cites: rule.ofLaw.cites,
          ...(rule.quote === undefined ? {} : { quote: rule.quote }),
        }),
  };
}
