import { type Condition, DOCUMENTS_FACT } from "../model/condition.ts";
import type { Channel } from "../model/rule.ts";
import { bears } from "../compile/bears.ts";
import { DiagramBuilder } from "../compile/diagram.ts";
import type { Fact } from "../compile/fact.ts";
import type { Plan } from "../compile/plan.ts";
import { conditionsOf } from "../compile/rule-condition.ts";
import { casesOf, MOST_RESULTS, NO, or, ToldFacts, UNKNOWN, YES, type Case } from "./told-facts.ts";

/** A fact of the applicant, and when a form asks for it: always, or in some cases of what was told before. */
export interface AskedFact {
  readonly fact: Fact;
  readonly when: "always" | readonly Case[];
}

/** What a form asks for on one channel; the places in its cases are those of this list. */
export interface Asked {
  readonly facts: readonly AskedFact[];
  /** The same as diagrams, one for each of these facts; after them come the facts that an officer finds. */
  readonly told: ToldFacts;
  readonly asked: readonly number[];
}

/**
 * The facts that a channel's rules look at, in the order in which they are asked for, each only where it matters: where
 * without it some rule could be left open, as `check` decides rules, by a way to tell and to find the rest. First come
 * those that matter whatever the others say, then those that are always asked for, so that the others seldom are.
 *
 * `isOffices`: whether only an office can look a fact up; it may turn out either way, as what an officer finds.
 * `isTellable`: whether a schema can tell a fact's classes apart. What hangs on one that it cannot is always asked for.
 */
export function askedFacts(
  plan: Plan,
  channel: Channel,
  isTellable: (fact: Fact) => boolean,
  isOffices: (fact: Fact) => boolean,
): Asked {
  const { terms, waitingInCase } = plan.channels[channel];
  const toldTerms = new Set([
    ...terms.map(({ words }) => words.rule),
    ...waitingInCase.map(({ told: { rule } }) => rule),
  ]);
  const conditions = plan.book.rules
    .filter((rule) => bears(rule, channel))
    // Of terms only those are asked about that are told of a request.
    .filter((rule) => rule.kind !== "deadline" || toldTerms.has(rule.id))
    .flatMap(conditionsOf);
  const seen = plan.channels[channel].facts.flatMap((slot) => plan.facts[slot] ?? []);
  // Which papers came, the request's own list of documents tells.
  const isFound = (fact: Fact): boolean => fact.finding || fact.id === DOCUMENTS_FACT || isOffices(fact);
  const findings = seen.filter(isFound);
  const told = seen.filter((fact) => !isFound(fact) && fact.id !== "channel");
  const inText = new Asking([...told, ...findings], channel, conditions);
  const first = (facts: readonly Fact[], isFirst: (fact: Fact) => boolean): Fact[] => [
    ...facts.filter(isFirst),
    ...facts.filter((fact) => !isFirst(fact)),
  ];
  let facts = first(told, (fact) => inText.mattersAlways(told.indexOf(fact)));
  // Every order gives a right form, and a better one may lead back to one before it: none is tried twice.
  const tried = new Set<string>();
  for (;;) {
    tried.add(nameOf(facts));
    const asking = new Asking([...facts, ...findings], channel, conditions);
    const { when, asked } = asking.inTurn(facts.length, isTellable);
    const isAlways = (fact: Fact): boolean => when[facts.indexOf(fact)] === "always";
    const ordered = first(facts, isAlways);
    if (tried.has(nameOf(ordered)))
      return {
        facts: facts.map((fact, place) => ({ fact, when: when[place] ?? "always" })),
        told: asking.told,
        asked,
      };
    facts = ordered;
  }
}

const nameOf = (facts: readonly Fact[]): string => JSON.stringify(facts.map(({ id }) => id));

class Asking {
  readonly told: ToldFacts;
  readonly #truths: readonly number[];

  constructor(facts: readonly Fact[], channel: Channel, conditions: readonly Condition[]) {
    this.told = new ToldFacts(new DiagramBuilder(MOST_RESULTS), facts, channel);
    this.#truths = conditions.map((condition) => this.told.truthOf(condition));
  }

  /** Whether some rule cannot do without a fact, whatever the other facts are. */
  mattersAlways(place: number): boolean {
    const open = this.#truths.map((truth) =>
      this.told.remade(truth, isOpen, ({ variable, children }, walk) =>
        variable === place
          ? walk(children.at(-1) ?? NO)
          : this.told.builder.node(variable, children.map(walk)),
      ),
    );
    return this.#holdsOfAllTold(this.#either(open));
  }

  /** When each of the first facts is asked for, given what was asked for before. */
  inTurn(
    count: number,
    isTellable: (fact: Fact) => boolean,
  ): { readonly when: readonly AskedFact["when"][]; readonly asked: readonly number[] } {
    const asked: number[] = [];
    const when: AskedFact["when"][] = [];
    for (let place = 0; place < count; place += 1) {
      const looking = this.#truths.filter((truth) => this.told.support(truth).includes(place));
      const open = this.#either(looking.map((truth) => this.#open(truth, place)));
      const wanted = this.told.heeding(open, asked, NO);
      const isWritable = this.told.support(wanted).every((other) => {
        const fact = this.told.facts[other];
        return fact !== undefined && isTellable(fact);
      });
      const cases = isWritable ? casesOf(this.told, wanted, YES) : undefined;
      asked.push(cases === undefined ? YES : wanted);
      when.push(cases === undefined || wanted === YES ? "always" : cases);
    }
    return { when, asked };
  }

  #either(diagrams: readonly number[]): number {
    return diagrams.reduce((whole, part) => this.told.builder.apply(whole, part, or), NO);
  }

  /** Where a rule without this fact can be left open by some way to tell all the facts after it. */
  #open(truth: number, place: number): number {
    const { builder } = this.told;
    return this.told.remade(truth, isOpen, ({ variable, children }, walk) => {
      if (variable < place) return builder.node(variable, children.map(walk));
      if (variable === place) return walk(children.at(-1) ?? NO);
      return children.slice(0, -1).some((child) => walk(child) === YES) ? YES : NO;
    });
  }

  #holdsOfAllTold(root: number): boolean {
    return (
      this.told.remade(
        root,
        (at) => at,
        ({ children }, walk) => (children.slice(0, -1).every((child) => walk(child) === YES) ? YES : NO),
      ) === YES
    );
  }
}

const isOpen = (truth: number): number => (truth === UNKNOWN ? YES : NO);
