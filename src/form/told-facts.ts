import type { Condition } from "../model/condition.ts";
import type { Channel } from "../model/rule.ts";
import type { DiagramBuilder, Node } from "../compile/diagram.ts";
import type { Fact } from "../compile/fact.ts";
import { holds } from "../compile/operator.ts";

export const NO = 0;
export const YES = 1;
/** Results of a diagram, those beyond the three among them. */
export const MOST_RESULTS = 1 << 14;
/** Kleene's third value: facts that nobody has told leave it open. */
export const UNKNOWN = 2;

export const or = (a: number, b: number): number =>
  a === YES || b === YES ? YES : a === UNKNOWN || b === UNKNOWN ? UNKNOWN : NO;
const and = (a: number, b: number): number =>
  a === NO || b === NO ? NO : a === UNKNOWN || b === UNKNOWN ? UNKNOWN : YES;
const not = (_: number, b: number): number => (b === UNKNOWN ? UNKNOWN : b === YES ? NO : YES);

/**
 * Diagrams over facts of which some may be untold: the variables are the facts in the order in which they are asked for,
 * and the last class of each is that nobody has told it.
 */
export class ToldFacts {
  readonly #places: ReadonlyMap<string, number>;

  constructor(
    readonly builder: DiagramBuilder,
    readonly facts: readonly Fact[],
    readonly channel: Channel,
  ) {
    this.#places = new Map(facts.map(({ id }, place) => [id, place]));
  }

  /** What a condition comes to, as `check` has it: `NO`, `YES` or `UNKNOWN`. */
  truthOf(condition: Condition): number {
    if ("fact" in condition) {
      const isTrue = holds(condition.operator, condition.value);
      if (condition.fact === "channel") return isTrue(this.channel) ? YES : NO;
      const place = this.#places.get(condition.fact) ?? -1;
      const classes = this.facts[place]?.classes ?? [];
      const told = classes.map(([value]) => (value !== undefined && isTrue(value) ? YES : NO));
      return this.builder.node(place, [...told, UNKNOWN]);
    }
    if ("not" in condition) return this.builder.apply(NO, this.truthOf(condition.not), not);
    const isAll = "all" in condition;
    return (isAll ? condition.all : condition.any)
      .map((part) => this.truthOf(part))
      .reduce((whole, part) => this.builder.apply(whole, part, isAll ? and : or), isAll ? YES : NO);
  }

  node(at: number): Node | undefined {
    return at < this.builder.terminals
      ? undefined
      : this.builder.diagram(at).nodes[at - this.builder.terminals];
  }

  /** The diagram with its nodes made anew from the bottom up; `UNKNOWN` and the other results as `result` has them. */
  remade(
    root: number,
    result: (terminal: number) => number,
    remake: (node: Node, walk: (at: number) => number) => number,
  ): number {
    const done = new Map<number, number>();
    const walk = (at: number): number => {
      const node = this.node(at);
      if (node === undefined) return result(at);
      const made = done.get(at) ?? remake(node, walk);
      done.set(at, made);
      return made;
    };
    return walk(root);
  }

  /**
   * A diagram heeding in which cases facts are asked for (a diagram for each of the first facts). One that was asked for
   * and is not told leads to `untold`; one that was not asked for counts as not told, whatever an earlier answer has left
   * behind. `NO` stands for nothing here: it is no result of the diagram, or the one that alternatives are added to.
   */
  heeding(root: number, asked: readonly number[], untold: number): number {
    let heeded = root;
    for (const [place, isAsked] of [...asked.entries()].reverse()) {
      if (!this.support(heeded).includes(place)) continue;
      const where = (make: (children: readonly number[]) => number): number =>
        this.remade(
          heeded,
          (at) => at,
          ({ variable, children }, walk) =>
            variable === place ? make(children) : this.builder.node(variable, children.map(walk)),
        );
      const told = where((children) => this.builder.node(place, [...children.slice(0, -1), untold]));
      const notAsked = where((children) => children.at(-1) ?? untold);
      heeded = this.builder.apply(
        this.builder.apply(isAsked, told, (is, result) => (is === YES ? result : NO)),
        this.builder.apply(isAsked, notAsked, (is, result) => (is === YES ? NO : result)),
        (a, b) => (a === NO ? b : a),
      );
    }
    return heeded;
  }

  /** The places of the facts that a diagram depends on, the first asked for first. */
  support(root: number): number[] {
    const found = new Set<number>();
    this.remade(
      root,
      (at) => at,
      ({ variable, children }, walk) => {
        found.add(variable);
        for (const each of children) walk(each);
        return root;
      },
    );
    return [...found].sort((a, b) => a - b);
  }
}

/** The ways to tell facts that a diagram leads to a result by: for each fact that counts, its classes that do. */
export type Case = ReadonlyMap<number, readonly number[]>;

/** With more, an `if` would be longer than anyone reads. */
const MOST_CASES = 64;

/** The cases in which a diagram comes to a result; undefined where they are too many to be written down. */
export function casesOf(told: ToldFacts, root: number, result: number): readonly Case[] | undefined {
  const cases: Case[] = [];
  const walk = (at: number, taken: Case): void => {
    if (cases.length > MOST_CASES) return;
    const node = told.node(at);
    if (node === undefined) {
      if (at === result) cases.push(taken);
      return;
    }
    for (const child of new Set(node.children)) {
      const classes = [...node.children.keys()].filter((index) => node.children[index] === child);
      walk(child, new Map([...taken, [node.variable, classes]]));
    }
  };
  walk(root, new Map());
  return cases.length > MOST_CASES ? undefined : cases;
}
