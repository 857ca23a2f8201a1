import type { Condition, FactCondition, FactValue, Operator } from "../../model/condition.ts";

/** A condition while it is put together: lines that compare a fact, groups of them, and what no field can show. */
export type Draft = Line | Group | Kept;

export interface Line {
  readonly is: "line";
  /** The comparison stands within a `not`. */
  readonly negated: boolean;
  /** Empty where none has been chosen. */
  readonly fact: string;
  readonly operator: Operator;
  readonly value: FactValue | undefined;
}

export const GROUPS = ["all", "any", "none", "notAll"] as const;
/** `none` is a `not` of an `any`, `notAll` a `not` of an `all`. */
export type GroupKind = (typeof GROUPS)[number];

export interface Group {
  readonly is: "group";
  readonly kind: GroupKind;
  /** Made at the desk: with one part in it, it is that part alone. */
  readonly loose: boolean;
  readonly parts: readonly Draft[];
}

/** What stands in a rule and no field can show, as it is. */
export interface Kept {
  readonly is: "kept";
  readonly condition: Condition;
}

export const EMPTY_LINE: Line = { is: "line", negated: false, fact: "", operator: "equal", value: undefined };

/** The draft of a rule's condition: a group, whatever the condition is, so that there is room for more. */
export function draftOf(condition: Condition | undefined): Group {
  if (condition === undefined) return { is: "group", kind: "all", loose: true, parts: [] };
  const part = partOf(condition);
  return part.is === "group" ? part : { is: "group", kind: "all", loose: true, parts: [part] };
}

function partOf(condition: Condition): Draft {
  if (isComparison(condition)) return isShown(condition) ? lineOf(condition, false) : kept(condition);
  if ("all" in condition) return group("all", condition.all);
  if ("any" in condition) return group("any", condition.any);
  const inner = condition.not;
  if (isComparison(inner)) return isShown(inner) ? lineOf(inner, true) : kept(condition);
  if ("any" in inner) return group("none", inner.any);
  return "all" in inner ? group("notAll", inner.all) : kept(condition);
}

const isComparison = (condition: Condition): condition is FactCondition => "fact" in condition;
const group = (kind: GroupKind, parts: readonly Condition[]): Group => ({
  is: "group",
  kind,
  loose: false,
  parts: parts.map(partOf),
});
const kept = (condition: Condition): Kept => ({ is: "kept", condition });
const lineOf = ({ fact, operator, value }: FactCondition, negated: boolean): Line => ({
  is: "line",
  negated,
  fact,
  operator,
  value,
});

/** Whether fields give back a comparison's value just as it is. */
function isShown({ value }: FactCondition): boolean {
  if (Array.isArray(value)) {
    const list = value as readonly FactValue[];
    const [first] = list;
    return (
      list.length > 0 &&
      new Set(list).size === list.length &&
      list.every((one) => typeof one === typeof first && typeof one !== "boolean" && isPlain(one))
    );
  }
  return isPlain(value);
}

/** A word on one line, a number or a boolean. */
const isPlain = (value: FactValue): boolean =>
  typeof value === "string"
    ? value !== "" && value === value.trim() && !/[\n\r]/u.test(value)
    : typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** The condition that a draft spells out; absent where it says nothing. A line without a value comes without one. */
export function conditionOf(draft: Draft): Condition | undefined {
  if (draft.is === "kept") return draft.condition;
  if (draft.is === "line") return comparisonOf(draft);
  const parts = draft.parts.flatMap((part) => conditionOf(part) ?? []);
  const [only] = parts;
  if (only === undefined) return undefined;
  if (draft.loose && parts.length === 1 && (draft.kind === "all" || draft.kind === "any")) return only;
  switch (draft.kind) {
    case "all":
      return { all: parts };
    case "any":
      return { any: parts };
    case "none":
      return { not: { any: parts } };
    case "notAll":
      return { not: { all: parts } };
  }
}

function comparisonOf({ fact, operator, value, negated }: Line): Condition {
  // What is not chosen yet is left out, for whoever checks the condition to say so.
  const comparison = { fact, operator, ...(value !== undefined && { value }) } as FactCondition;
  return negated ? { not: comparison } : comparison;
}

/** A draft without the lines that say nothing yet: what a sentence can be made of. */
export function finished(draft: Draft): Draft | undefined {
  if (draft.is === "line") return draft.fact === "" || draft.value === undefined ? undefined : draft;
  if (draft.is === "kept") return draft;
  return { ...draft, parts: draft.parts.flatMap((part) => finished(part) ?? []) };
}
