import { factOf, type Fact } from "../../compile/fact.ts";
import type { WholeMapping } from "../../log/mapping.ts";
import { comparisonsOf, type FactCondition } from "../../model/condition.ts";
import { groupedBy } from "../../model/grouped-by.ts";
import { Trouble } from "../../model/trouble.ts";
import type { FactEntry } from "../../model/vocabulary.ts";
import { CHANNEL } from "./given-channel.ts";
import { deadlinesOf, type BookAtWork } from "./book.ts";

/**
 * A fact by which a log tells whose terms are whose, as far as the conditions tell its values apart. What a row tells of all
 * of them is one number (`facts_no`): the sum of their places, each times its factor; place 0 is that it tells nothing.
 */
export interface JudgingFact {
  readonly fact: Fact;
  /** As the vocabulary has it; undefined: it is in none. */
  readonly entry: FactEntry | undefined;
  /** Number of its column among the facts that the mapping names. */
  readonly column: number;
  readonly factor: number;
  /** How many places it has. */
  readonly size: number;
}

/** The comparisons of facts in the conditions of deadlines, by fact; that of the channel is no fact of the log. */
export function comparedFacts(books: readonly BookAtWork[]): ReadonlyMap<string, readonly FactCondition[]> {
  const conditions = books.flatMap(({ book }) => deadlinesOf(book).flatMap(({ when }) => when ?? []));
  return groupedBy(
    conditions.flatMap(comparisonsOf).filter(({ fact }) => fact !== CHANNEL),
    ({ fact }) => fact,
  );
}

/** The facts that conditions of deadlines look at and that the mapping names. Throws `Trouble` where their ways are too many. */
export function judgingFacts(
  books: readonly BookAtWork[],
  { facts = {} }: Pick<WholeMapping, "facts">,
): JudgingFact[] {
  const comparisons = comparedFacts(books);
  let factor = 1;
  const found: JudgingFact[] = [];
  for (const [column, id] of Object.keys(facts).entries()) {
    const compared = comparisons.get(id);
    if (compared === undefined) continue;
    const made = madeFact(id, compared, books);
    found.push({ ...made, column, factor });
    factor *= made.size;
  }
  if (factor > Number.MAX_SAFE_INTEGER)
    throw new Trouble("the conditions of terms tell too many ways apart in which the mapped facts can be", {
      wayOut: `Map fewer of them under facts, or audit the services one by one: ${found.map(({ fact }) => fact.id).join(", ")}.`,
    });
  return found;
}

function madeFact(
  id: string,
  comparisons: readonly FactCondition[],
  books: readonly BookAtWork[],
): Omit<JudgingFact, "column" | "factor"> {
  const entry = books.flatMap(({ vocabulary }) => vocabulary?.facts ?? []).find((each) => each.id === id);
  const fact = factOf(id, comparisons, { facts: entry === undefined ? [] : [entry], documents: [] });
  return { fact, entry, size: fact.classes.length + 1 };
}
