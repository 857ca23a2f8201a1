import { canonicalJson } from "../model/canonical-json.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { VocabularyDecision } from "./decision.ts";

/** What a book names of its own, in the order in which it was first named; nothing where it names nothing. */
export function ownNames(told: readonly VocabularyDecision[]): OwnVocabulary | undefined {
  const facts = lastOfEach(told.flatMap(({ vocabulary }) => vocabulary.facts ?? []));
  const documents = lastOfEach(told.flatMap(({ vocabulary }) => vocabulary.documents ?? []));
  if (facts.length === 0 && documents.length === 0) return undefined;
  return { ...(facts.length > 0 && { facts }), ...(documents.length > 0 && { documents }) };
}

const lastOfEach = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

/** True where a book names all of this already, and in the same way. */
export const isNamed = (made: OwnVocabulary, vocabulary: OwnVocabulary = {}): boolean =>
  (["facts", "documents"] as const).every((list) =>
    (made[list] ?? []).every((entry) =>
      (vocabulary[list] ?? []).some((one) => canonicalJson(one) === canonicalJson(entry)),
    ),
  );
