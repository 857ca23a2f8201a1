import { canonicalJson } from "../model/canonical-json.ts";
import type { OwnVocabulary, Vocabulary } from "../model/vocabulary.ts";
import type { RulebookFault } from "./faults.ts";

/** What is wrong with a book's own names: one used twice, one that the common vocabulary has with another meaning. */
export function ownVocabularyFaults(own: OwnVocabulary, common: Vocabulary): RulebookFault[] {
  return [
    ...listFaults("facts", own.facts ?? [], common.facts),
    ...listFaults("documents", own.documents ?? [], common.documents),
  ];
}

function listFaults(
  list: "facts" | "documents",
  own: readonly { readonly id: string }[],
  common: readonly { readonly id: string }[],
): RulebookFault[] {
  return own.flatMap((entry, index) => {
    const pointer = `/vocabulary/${list}/${index}/id`;
    const first = own.findIndex(({ id }) => id === entry.id);
    if (first < index) return [{ pointer, message: `must be used once; entry ${first + 1} has it too` }];
    if (list === "facts" && RESERVED.has(entry.id))
      return [
        { pointer, message: `must be another: ${JSON.stringify(entry.id)} is a fact of every request` },
      ];
    const known = common.find(({ id }) => id === entry.id);
    return known === undefined || canonicalJson(known) === canonicalJson(entry)
      ? []
      : [
          {
            pointer,
            message: `must be another: ${JSON.stringify(entry.id)} is a name of the common vocabulary, with another meaning`,
          },
        ];
  });
}

/** Facts that no vocabulary lists: how the request came, and the papers with it. */
const RESERVED: ReadonlySet<string> = new Set(["channel", "documents"]);
