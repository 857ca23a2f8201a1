import type { ChangeCode, FieldChange, FieldValue, Gains } from "../model/change.ts";

/** In what two rules of a kind differ in substance, and for whom that is good; or what came or went. */
export interface Difference {
  readonly code: ChangeCode;
  readonly gains: Gains;
  readonly fields: readonly FieldChange[];
}

/** A field with both its values, or nothing where they are the same. */
export function fieldChange(field: string, old: unknown, now: unknown): readonly FieldChange[] {
  const [before, after] = [old ?? null, now ?? null];
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ field, old: before as FieldValue, new: after as FieldValue }];
}
