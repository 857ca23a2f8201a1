import { folded } from "../model/fold-name.ts";
import type { FactColumn, Mapping } from "./mapping.ts";

/** Ids of the facts that a log tells in some of its files, in order: the columns `fact_0`, `fact_1` … of `raw` are theirs. */
export const factsIn = ({ facts = {}, files = [] }: Pick<Mapping, "facts" | "files">): string[] => [
  ...new Set([facts, ...files.map((file) => file.facts ?? {})].flatMap((each) => Object.keys(each))),
];

/** Where a fact stands in a file; undefined where the file does not tell it. */
export function factColumn({ facts = {} }: Pick<Mapping, "facts">, fact: string): FactColumn | undefined {
  const told = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return typeof told === "string" ? { column: told } : told;
}

/** The facts of a file: the log's, with what the file has otherwise. */
export function factsOfFile(
  whole: Pick<Mapping, "facts">,
  own: Pick<Mapping, "facts">,
): NonNullable<Mapping["facts"]> {
  const ids = factsIn({ facts: { ...whole.facts, ...own.facts } });
  return Object.fromEntries(
    ids.map((fact) => {
      const [usual, here] = [factColumn(whole, fact), factColumn(own, fact)];
      return [fact, { ...usual, ...here, values: { ...usual?.values, ...here?.values } }];
    }),
  );
}

/** What a file's words for a fact come to: its value as a word, null where it tells none. */
export function factWords({ values = {} }: FactColumn): (word: string | null | undefined) => string | null {
  const known = new Map(Object.entries(values).map(([word, value]) => [folded(word), value]));
  return (word) => {
    if (word === null || word === undefined || word.trim() === "") return null;
    const value = known.get(folded(word));
    return value === undefined ? word.trim() : value === null ? null : String(value);
  };
}
