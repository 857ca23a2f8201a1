import type { NotHeld } from "../model/not-held.ts";
import type { BookDecision, BookFields, Decision, NotHeldDecision } from "./decision.ts";
import { canonicalJson } from "../model/canonical-json.ts";

/** What has been decided of the book beside its rules. */
export interface BookState {
  readonly fields: BookFields;
  /** In the order of their decisions; the same pointer told twice is one. */
  readonly notHeld: readonly NotHeld[];
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
    disagreements: disagreements(told),
  };
}

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
