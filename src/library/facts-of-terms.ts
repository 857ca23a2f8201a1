import type { FileMapping, Mapping, WholeMapping } from "../log/mapping.ts";
import { comparisonsOf } from "../model/condition.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** Ids of the facts that the conditions of terms look at in these books, each once. */
export const factsOfTerms = (books: readonly Rulebook[]): string[] => [
  ...new Set(
    books
      .flatMap(({ rules }) => rules)
      .flatMap((rule) =>
        rule.kind === "deadline" && rule.when !== undefined ? comparisonsOf(rule.when) : [],
      )
      .map(({ fact }) => fact),
  ),
];

/** A mapping with those of its facts alone that a term hangs on: what nothing asks for is not read from the log. */
export function withFactsAlone(
  mapping: WholeMapping,
  asked: readonly string[],
): { readonly mapping: WholeMapping; readonly unused: readonly string[] } {
  const { written } = mapping;
  const unused = Object.keys(mapping.facts ?? {}).filter((fact) => !asked.includes(fact));
  if (unused.length === 0) return { mapping, unused };
  return {
    mapping: {
      ...pruned(mapping, asked),
      ...(written === undefined ? {} : { written: pruned(written, asked) }),
    },
    unused,
  };
}

function pruned<Of extends WholeMapping | Mapping>(mapping: Of, asked: readonly string[]): Of {
  const { files } = mapping;
  return {
    ...withoutOthers(mapping, asked),
    ...(files === undefined ? {} : { files: files.map((file: FileMapping) => withoutOthers(file, asked)) }),
  };
}

function withoutOthers<Of extends Pick<Mapping, "facts">>(of: Of, asked: readonly string[]): Of {
  if (of.facts === undefined) return of;
  const facts = Object.fromEntries(Object.entries(of.facts).filter(([fact]) => asked.includes(fact)));
  return { ...of, facts };
}
