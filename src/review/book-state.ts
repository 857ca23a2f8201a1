import type { NotHeld } from "../model/not-held.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { BookDecision, BookFields, Decision, NotHeldDecision, VocabularyDecision } from "./decision.ts";
import { canonicalJson } from "../model/canonical-json.ts";

/** What has been decided of the book beside its rules. */
export interface BookState {
  readonly fields: BookFields;
  /** In the order of their decisions; the same pointer told twice is one. */
  readonly notHeld: readonly NotHeld[];
  /** What the book names of its own, in the order in which it was first named; absent where it names nothing. */
  readonly vocabulary: OwnVocabulary | undefined;
  /** Fields on which people's last words differ; the last one is in `fields` until it is settled. */
  readonly disagreements: readonly { readonly field: string; readonly decisions: readonly BookDecision[] }[];
}

/** Fields of the book from active decisions, in their order. */
export function bookState(active: readonly Exclude<Decision, { action: "undo" }>[]): BookState {
  const told = active.filter((one): one is BookDecision => one.action === "book");
  const pointers = active.filter((one): one is NotHeldDecision => one.action === "not-held");
  const notHeld = new Map(pointers.map((one) => [canonicalJson(one.notHeld), one.notHeld]));
  return {
    fields: told.reduce<BookFields>((fields, one) => ({ ...fields, ...one.book }), {}),
    notHeld: [...notHeld.values()],
    vocabulary: ownNames(active.filter((one): one is VocabularyDecision => one.action === "vocabulary")),
    disagreements: disagreements(told),
  };
}

function ownNames(told: readonly VocabularyDecision[]): OwnVocabulary | undefined {
  const facts = lastOfEach(told.flatMap(({ vocabulary }) => vocabulary.facts ?? []));
  const documents = lastOfEach(told.flatMap(({ vocabulary }) => vocabulary.documents ?? []));
  if (facts.length === 0 && documents.length === 0) return undefined;
  return { ...(facts.length > 0 && { facts }), ...(documents.length > 0 && { documents }) };
}

const lastOfEach = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

function disagreements(told: readonly BookDecision[]): BookState["disagreements"] {
  const settled = new Set(told.flatMap((one) => one.settles ?? []));
  const fields = [...new Set(told.flatMap((one) => Object.keys(one.book)))].sort();
  return fields.flatMap((field) => {
    const last = new Map<string, BookDecision>();
    for (const one of told) if (Object.hasOwn(one.book, field) && !settled.has(one.id)) last.set(one.by, one);
    const decisions = [...last.values()];
    const said = new Set(decisions.map((one) => canonicalJson(new Map(Object.entries(one.book)).get(field))));
    return said.size > 1 ? [{ field, decisions }] : [];
  });
}
