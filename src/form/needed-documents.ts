import type { Fact } from "../compile/fact.ts";
import { type Condition, DOCUMENTS_FACT } from "../model/condition.ts";
import type { Channel, DocumentRule } from "../model/rule.ts";
import type { Asked } from "./asked-facts.ts";
import { bears } from "../compile/bears.ts";
import { groupsOf } from "../compile/channel-plan.ts";
import type { Plan } from "../compile/plan.ts";
import { documentType } from "../compile/rule-condition.ts";
import { casesOf, MOST_RESULTS, UNKNOWN, YES, type Case } from "./told-facts.ts";

/** Document types of which one is enough, for each document that is needed. */
export type Need = readonly (readonly string[])[];

/** The documents that are needed in some cases; no two lists apply at once. */
export interface NeedIn {
  readonly cases: readonly Case[];
  readonly need: Need;
}

/** Beyond so many ways to need documents they are no longer told apart in a form. */
const MOST_NEEDS = 64;
const FIRST_SET = 3;

/**
 * What documents a channel needs in which case, findings taken as nobody has asserted them; undefined where there are
 * too many cases to be told apart. What is left out are the cases in which facts are still untold.
 */
export function neededDocuments(
  plan: Plan,
  channel: Channel,
  { facts, told, asked }: Asked,
): readonly NeedIn[] | undefined {
  const sets: Need[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (need: Need): number => {
    const key = JSON.stringify(need);
    const there = numbers.get(key);
    if (there !== undefined) return there;
    if (sets.length >= MOST_RESULTS - FIRST_SET) throw new RangeError("too many ways to need documents");
    numbers.set(key, FIRST_SET + sets.length);
    return FIRST_SET + sets.push(need) - 1;
  };
  /** A finding counts as it does while nobody has asserted it, and papers as while none is handed in. */
  const before = (fact: Fact | undefined): number | undefined =>
    fact?.classOf(fact.id === DOCUMENTS_FACT ? [] : false);
  const needOf = ({ when = ALWAYS }: DocumentRule): number =>
    told.remade(
      told.truthOf(when),
      (truth) => truth,
      ({ variable, children }, walk) =>
        variable < facts.length
          ? told.builder.node(variable, children.map(walk))
          : walk(children[before(told.facts[variable]) ?? 0] ?? UNKNOWN),
    );
  const rules = plan.book.rules.filter((rule) => rule.kind === "document" && bears(rule, channel));
  try {
    const whole = groupsOf(rules as readonly DocumentRule[]).reduce((before, group) => {
      const alternatives = group.reduce(
        (others, rule) =>
          told.builder.apply(others, needOf(rule), (set, truth) => {
            if (set === UNKNOWN || truth === UNKNOWN) return UNKNOWN;
            return truth === YES
              ? numberOf(withAlternative(sets[set - FIRST_SET] ?? [], documentType(rule)))
              : set;
          }),
        numberOf([]),
      );
      return told.builder.apply(before, alternatives, (set, one) => {
        if (set === UNKNOWN || one === UNKNOWN) return UNKNOWN;
        return numberOf(withNeed(sets[set - FIRST_SET] ?? [], sets[one - FIRST_SET]?.[0]));
      });
    }, numberOf([]));
    const heeded = told.heeding(whole, asked, UNKNOWN);
    const reached = resultsOf(told, heeded).filter((result) => result !== UNKNOWN);
    if (reached.length > MOST_NEEDS) return undefined;
    const needs = reached.map((result) => ({
      need: sets[result - FIRST_SET] ?? [],
      cases: casesOf(told, heeded, result),
    }));
    return needs.every((each): each is NeedIn => each.cases !== undefined) ? needs : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const ALWAYS: Condition = { all: [] };

/** One list holding the alternatives so far, and one more of them. */
const withAlternative = ([one = []]: Need, document: string): Need => [
  one.includes(document) ? one : [...one, document],
];

/** The documents needed so far, and one more, the same alternatives once. */
function withNeed(need: Need, one: readonly string[] | undefined): Need {
  if (one === undefined) return need;
  const key = one.toSorted().join("\n");
  return need.some((there) => there.toSorted().join("\n") === key) ? need : [...need, one];
}

function resultsOf(told: Asked["told"], root: number): number[] {
  const found = new Set<number>();
  told.remade(
    root,
    (result) => found.add(result).size,
    ({ children }, walk) => children.map(walk).length,
  );
  return [...found];
}
