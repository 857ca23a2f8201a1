import { canonicalJson } from "../model/canonical-json.ts";
import type { NotHeld } from "../model/not-held.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { BookDecision, BookFields, Decision, OnBook, VocabularyDecision } from "./decision.ts";
import { ownNames } from "./own-names.ts";

/** Something the book says beside its rules, and the decision by which it does. */
export interface Said<What> {
  readonly what: What;
  readonly decision: OnBook;
}

/** What has been decided of the book beside its rules. */
export interface BookState {
  readonly fields: BookFields;
  /** In the order of their decisions; the same pointer told twice is one. */
  readonly notHeld: readonly NotHeld[];
  /** What the book names of its own; absent where it names nothing. */
  readonly vocabulary: OwnVocabulary | undefined;
  /** What each person last said of a field, a field each that anybody said something of, in the order of the decisions. */
  readonly said: readonly { readonly field: keyof BookFields; readonly decisions: readonly BookDecision[] }[];
  /** Fields on which people's last words differ; the last one is in `fields` until it is settled. */
  readonly disagreements: readonly { readonly field: string; readonly decisions: readonly BookDecision[] }[];
  /** Pointers and remarks of the book with who told them. */
  readonly pointers: readonly Said<NotHeld>[];
  readonly remarks: readonly Said<string>[];
  /** Pointers and remarks of which somebody last said that they do not belong into the book. */
  readonly withdrawn: {
    readonly pointers: readonly Said<NotHeld>[];
    readonly remarks: readonly Said<string>[];
  };
}

/** What pointers are told apart by. */
export const pointerKey = (notHeld: NotHeld): string => canonicalJson(notHeld);

/** True for decisions on the book beside its rules. */
export const isOnBook = (decision: Decision): decision is OnBook =>
  decision.action === "book" ||
  decision.action === "not-held" ||
  decision.action === "remark" ||
  decision.action === "withdraw";

/** Fields of the book from active decisions, in their order. */
export function bookState(active: readonly Exclude<Decision, { action: "undo" }>[]): BookState {
  const decisions = active.filter(isOnBook);
  const told = decisions.filter((one): one is BookDecision => one.action === "book");
  const pointers = new Listed(pointerKey);
  const remarks = new Listed((remark: string) => remark);
  for (const decision of decisions) {
    if (decision.action === "book") {
      const { remarks: all } = decision.book;
      if (all !== undefined) remarks.replaceAll(all ?? [], decision);
    } else if (decision.action === "not-held") pointers.tell(decision.notHeld, decision.instead, decision);
    else if (decision.action === "remark") remarks.tell(decision.remark, decision.instead, decision);
    else {
      if (decision.notHeld !== undefined) pointers.withdraw(decision.notHeld, decision);
      if (decision.remark !== undefined) remarks.withdraw(decision.remark, decision);
    }
  }
  const said = positions(told);
  return {
    fields: fieldsOf(told, remarks.held),
    notHeld: pointers.held.map(({ what }) => what),
    vocabulary: ownNames(active.filter((one): one is VocabularyDecision => one.action === "vocabulary")),
    said,
    disagreements: said.filter(({ field, decisions: last }) => valuesOf(field, last).size > 1),
    pointers: pointers.held,
    remarks: remarks.held,
    withdrawn: { pointers: pointers.out, remarks: remarks.out },
  };
}

/** True where the book says already what a decision says. */
export function isSaid(made: OnBook, { fields, notHeld, withdrawn }: BookState): boolean {
  switch (made.action) {
    case "book":
      return Object.entries(made.book).every(
        ([field, value]) => canonicalJson(valueOf(fields, field) ?? null) === canonicalJson(value),
      );
    case "not-held":
      return (
        made.instead === undefined && notHeld.some((one) => pointerKey(one) === pointerKey(made.notHeld))
      );
    case "remark":
      return made.instead === undefined && fields.remarks?.includes(made.remark) === true;
    case "withdraw":
      return made.notHeld === undefined
        ? withdrawn.remarks.some(({ what }) => what === made.remark)
        : withdrawn.pointers.some(({ what }) => pointerKey(what) === pointerKey(made.notHeld as NotHeld));
  }
}

function fieldsOf(told: readonly BookDecision[], remarks: readonly Said<string>[]): BookFields {
  const last = new Map<string, unknown>(told.flatMap((one) => Object.entries(one.book)));
  if (remarks.length > 0)
    last.set(
      "remarks",
      remarks.map(({ what }) => what),
    );
  else if (told.findLast((one) => one.book.remarks !== undefined)?.book.remarks?.length !== 0)
    last.delete("remarks");
  return Object.fromEntries([...last].filter(([, value]) => value !== null));
}

/** The last word of each person on each field; a decision settles others' words on the fields that it says itself. */
function positions(told: readonly BookDecision[]): BookState["said"] {
  const fields = [...new Set(told.flatMap((one) => Object.keys(one.book)))].sort() as (keyof BookFields)[];
  return fields.map((field) => {
    const on = told.filter((one) => Object.hasOwn(one.book, field));
    const settled = new Set(on.flatMap((one) => one.settles ?? []));
    const last = new Map<string, BookDecision>();
    for (const one of on) {
      if (settled.has(one.id)) continue;
      last.delete(one.by);
      last.set(one.by, one);
    }
    return { field, decisions: [...last.values()] };
  });
}

const valuesOf = (field: string, decisions: readonly BookDecision[]): ReadonlySet<string> =>
  new Set(decisions.map((one) => canonicalJson(valueOf(one.book, field))));

const valueOf = (of: object, field: string): unknown => new Map(Object.entries(of)).get(field);

/** A list that decisions add to, take out of and replace in; what is told anew keeps its place. */
class Listed<What> {
  readonly #held = new Map<string, Said<What>>();
  readonly #out = new Map<string, Said<What>>();

  constructor(private readonly keyOf: (what: What) => string) {}

  get held(): readonly Said<What>[] {
    return [...this.#held.values()];
  }
  get out(): readonly Said<What>[] {
    return [...this.#out.values()];
  }

  tell(what: What, instead: What | undefined, decision: OnBook): void {
    const key = this.keyOf(what);
    this.#out.delete(key);
    const before = instead === undefined ? undefined : this.keyOf(instead);
    if (before === undefined || !this.#held.has(before)) this.#held.set(key, { what, decision });
    else this.#putInPlaceOf(before, key, { what, decision });
  }

  withdraw(what: What, decision: OnBook): void {
    this.#held.delete(this.keyOf(what));
    this.#out.set(this.keyOf(what), { what, decision });
  }

  replaceAll(all: readonly What[], decision: OnBook): void {
    this.#held.clear();
    for (const what of all) this.tell(what, undefined, decision);
  }

  #putInPlaceOf(before: string, key: string, said: Said<What>): void {
    const all = [...this.#held].map((one): [string, Said<What>] => (one[0] === before ? [key, said] : one));
    this.#held.clear();
    for (const [name, one] of all) this.#held.set(name, one);
  }
}
