import { testOf, type Truth } from "../../compile/condition.ts";
import type { WholeMapping } from "../../log/mapping.ts";
import { comparisonsOf, type Condition } from "../../model/condition.ts";
import { CHANNELS, type Channel, type DeadlineRule } from "../../model/rule.ts";
import { Trouble } from "../../model/trouble.ts";
import type { BookAtWork } from "./book.ts";
import { givenChannel } from "./given-channel.ts";
import { comparedFacts, judgingFacts, type JudgingFact } from "./judging-facts.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** Number of no condition: the term is every case's. */
const EVERY_CASE = 0;
/** More ways than these no condition of a regulation tells apart. */
const MOST_SEEN = 100_000;

/** What one condition sees of a case, and whether it then holds. */
interface NumberedCondition {
  readonly facts: readonly { readonly no: number; readonly factor: number }[];
  /** By number of what it sees. */
  readonly holds: readonly Truth[];
}

/**
 * The conditions of an audit's terms, decided once for all that the log's facts can come to: by the same three values by which
 * a request is judged.
 */
export class TermConditions {
  readonly #numbers = new Map<string, number>();
  readonly #conditions: NumberedCondition[] = [];

  private constructor(
    readonly facts: readonly JudgingFact[],
    /** Facts that conditions look at and the mapping does not name. */
    readonly notMapped: readonly string[],
  ) {}

  /** Throws `Trouble` where the conditions tell more ways apart than can be counted. */
  static of(books: readonly BookAtWork[], mapping: Pick<WholeMapping, "facts">): TermConditions {
    const facts = judgingFacts(books, mapping);
    const mapped = new Set(facts.map(({ fact }) => fact.id));
    return new TermConditions(
      facts,
      [...comparedFacts(books).keys()].filter((fact) => !mapped.has(fact)),
    );
  }

  /** Some term is of some cases alone. */
  get some(): boolean {
    return this.#conditions.length > 0;
  }

  /** Number of the condition of a term in a channel; undefined where it is the term of no case there. */
  numberOf({ when }: Pick<DeadlineRule, "when">, channel: Channel | undefined): number | undefined {
    if (when === undefined) return EVERY_CASE;
    const condition = givenChannel(when, channel);
    if (typeof condition === "boolean") return condition ? EVERY_CASE : undefined;
    const key = JSON.stringify(condition);
    const there = this.#numbers.get(key);
    if (there !== undefined) return there;
    this.#conditions.push(this.#decided(condition));
    this.#numbers.set(key, this.#conditions.length);
    return this.#conditions.length;
  }

  /** Facts that the mapping would have to name for a term to be told of any case; none where it may be told. */
  lacking({ when }: Pick<DeadlineRule, "when">): readonly string[] {
    if (when === undefined) return [];
    const isTold = [undefined, ...CHANNELS].some((channel) => {
      const condition = givenChannel(when, channel);
      return typeof condition === "boolean"
        ? condition
        : this.#decided(condition).holds.some((truth) => truth !== -1);
    });
    if (isTold) return [];
    const looked = new Set(comparisonsOf(when).map(({ fact }) => fact));
    return this.notMapped.filter((fact) => looked.has(fact));
  }

  /** Whether a term is a case's whose facts have these places, in the order of `facts`; 0 where one is not known. */
  truthOf(
    { when }: Pick<DeadlineRule, "when">,
    channel: Channel | undefined,
    places: readonly number[],
  ): Truth {
    const condition = when === undefined || givenChannel(when, channel);
    if (typeof condition === "boolean") return condition ? 1 : 0;
    const { facts, holds } = this.#decided(condition);
    const seen = facts.reduce((sum, { no, factor }) => sum + (places[no] ?? 0) * factor, 0);
    return holds[seen] ?? -1;
  }

  #decided(condition: Condition): NumberedCondition {
    const looked = new Set(comparisonsOf(condition).map(({ fact }) => fact));
    const own = [...this.facts.entries()].filter(([, { fact }]) => looked.has(fact.id));
    const sizes = own.map(([, { size }]) => size);
    const count = sizes.reduce((product, size) => product * size, 1);
    if (count > MOST_SEEN)
      throw new Trouble(`a condition tells more than ${MOST_SEEN} ways apart in which facts can be`, {
        wayOut: `Map fewer of its facts under facts: ${[...looked].join(", ")}.`,
      });
    const factors = sizes.map((_, index) =>
      sizes.slice(0, index).reduce((product, size) => product * size, 1),
    );
    const slots = new Map(own.map(([, { fact }], slot) => [fact.id, slot]));
    const test = testOf(condition, (fact) => slots.get(fact) ?? -1);
    const holds = Array.from({ length: count }, (_, seen) =>
      test(
        own.map(([, { fact, size }], slot) => {
          const place = Math.floor(seen / (factors[slot] ?? 1)) % size;
          return fact.classes[place - 1]?.[0];
        }),
      ),
    );
    return { facts: own.map(([no], slot) => ({ no, factor: factors[slot] ?? 1 })), holds };
  }

  /** What the steps join with; none where every term is every case's. */
  tables(): PlanTable[] {
    if (!this.some) return [];
    const all = [...this.#conditions.entries()];
    return [
      planTable(
        "condition_fact",
        "Which facts the condition of a term looks at, and by how much the place of each counts in what it sees.",
        ["condition_no", "fact_no", "factor"],
        all.flatMap(([index, { facts }]) => facts.map(({ no, factor }) => [index + 1, no, factor])),
      ),
      planTable(
        "condition_holds",
        "Whether the condition of a term holds, by what it sees: decided once for all that facts can come to.",
        ["condition_no", "seen_no", "holds"],
        all.flatMap(([index, { holds }]) => holds.map((truth, seen) => [index + 1, seen, truth])),
      ),
    ];
  }
}
