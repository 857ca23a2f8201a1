import type { FactCondition, FactValue } from "../model/condition.ts";
import { CHANNELS } from "../model/rule.ts";
import type { FactType, Vocabulary } from "../model/vocabulary.ts";
import { classesOf, type Classes } from "./classes.ts";
import { daysAfter } from "../model/iso-day.ts";

/** A fact as the plan knows it: what values it can have, and in how many ways they differ for the rules. */
export interface Fact extends Classes {
  readonly id: string;
  readonly type: FactType | "any";
  /** Asserted by a person; not asserted, it does not hold. */
  readonly finding: boolean;
  /** Event that a request is for which it holds. */
  readonly event: string | undefined;
  readonly isUsable: (value: unknown) => value is FactValue;
  /** Absent where its values are many, or not known. */
  readonly few: FewValues | undefined;
}

/** The values of a fact that has few, in their places, from 1; place 0 is that nobody has told. */
export interface FewValues {
  readonly places: ReadonlyMap<unknown, number>;
  /** Class by place; -1 at place 0. */
  readonly classes: readonly number[];
}

/** The request's own channel is a fact as well. */
const CHANNEL: {
  type: FactType;
  values: { value: string }[];
  minimum?: number;
  maximum?: number;
  finding?: true;
  event?: string;
} = {
  type: "string",
  values: CHANNELS.map((value) => ({ value })),
};

/** A fact, from the vocabulary where it is there, otherwise from how the book compares it. */
export function factOf(id: string, comparisons: readonly FactCondition[], vocabulary: Vocabulary): Fact {
  const entry = id === "channel" ? CHANNEL : vocabulary.facts.find((fact) => fact.id === id);
  const type = entry?.type ?? inferredType(comparisons);
  const values = entry?.values?.map(({ value }) => value);
  const bounds = [entry?.minimum ?? -Infinity, entry?.maximum ?? Infinity] as const;
  const isUsable = usableAs(type, values, bounds);
  const classes = classesOf([...samples(type, values, comparisons), ...bounds].filter(isUsable), comparisons);
  const finding = entry?.finding === true || id.startsWith("finding:");
  const few = type === "boolean" ? [false, true] : type === "string" && !finding ? values : undefined;
  return {
    id,
    type,
    finding,
    event: entry?.event,
    few: few === undefined ? undefined : fewValues(few, classes.classOf),
    isUsable,
    ...classes,
  };
}

const fewValues = (values: readonly FactValue[], classOf: Fact["classOf"]): FewValues => ({
  places: new Map(values.map((value, index) => [value, index + 1])),
  classes: [-1, ...values.map(classOf)],
});

function inferredType(comparisons: readonly FactCondition[]): FactType | "any" {
  if (comparisons.some(({ operator }) => operator === "contains" || operator === "doesNotContain"))
    return "list";
  const kinds = new Set(comparisons.flatMap(({ value }) => constantsOf(value)).map((value) => typeof value));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === "boolean" || kind === "number" || kind === "string") ? kind : "any";
}

/** Samples, among which every class of values has one: the constants, and what lies beside and between them. */
function samples(
  type: Fact["type"],
  values: readonly string[] | undefined,
  comparisons: readonly FactCondition[],
): FactValue[] {
  const constants = comparisons.flatMap(({ value }) => constantsOf(value));
  const numbers = [...new Set(constants.filter((value) => typeof value === "number"))].sort((a, b) => a - b);
  switch (type) {
    case "boolean":
      return [true, false];
    case "string":
      return values === undefined ? [...new Set(constants), "∗", ...besideWords(constants)] : [...values];
    case "integer":
      return numbers.length === 0
        ? [0]
        : [...new Set(numbers.flatMap((at) => [Math.ceil(at) - 1, Math.floor(at), Math.floor(at) + 1]))];
    case "number":
      return numbers.length === 0
        ? [0]
        : numbers.flatMap((at, index) => [before(at, numbers[index - 1]), at, after(at, numbers[index + 1])]);
    case "date":
      return [
        "0001-01-01",
        ...constants
          .filter((value) => typeof value === "string")
          .flatMap((at) => [daysAfter(at, -1), at, daysAfter(at, 1)]),
      ];
    case "list":
      return subsets([...new Set(constants)]);
    case "any":
      return [
        ...new Set(constants),
        "∗",
        ...besideWords(constants),
        ...numbers.flatMap((at, index) => [before(at, numbers[index - 1]), after(at, numbers[index + 1])]),
      ];
  }
}

/** Words that sort before all of these, and right after each. */
const besideWords = (constants: readonly FactValue[]): string[] => [
  "",
  ...constants.filter((value) => typeof value === "string").map((word) => `${word}\0`),
];

const constantsOf = (value: FactValue): readonly FactValue[] =>
  Array.isArray(value) ? (value as readonly FactValue[]) : [value];

const before = (at: number, lower: number | undefined): number =>
  lower === undefined ? at - 1 : (at + lower) / 2;
const after = (at: number, upper: number | undefined): number =>
  upper === undefined ? at + 1 : (at + upper) / 2;

/** Each of these words can be in a list or not: more of them than this, and no diagram tells all the ways apart. */
const MOST_WORDS = 12;

function subsets(of: readonly FactValue[]): FactValue[] {
  if (of.length > MOST_WORDS)
    throw new RangeError(
      `a list is compared with ${of.length} words, and at most ${MOST_WORDS} can be told apart`,
    );
  return of.reduce<FactValue[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function usableAs(
  type: Fact["type"],
  values: readonly string[] | undefined,
  [minimum, maximum]: readonly [number, number],
): Fact["isUsable"] {
  const isOneOf = values === undefined ? undefined : new Set<unknown>(values);
  const fits = (value: unknown): boolean => {
    switch (type) {
      case "boolean":
        return typeof value === "boolean";
      case "integer":
        return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
      case "number":
        return typeof value === "number" && Number.isFinite(value) && value >= minimum && value <= maximum;
      case "string":
        return typeof value === "string" && (isOneOf?.has(value) ?? true);
      case "date":
        return typeof value === "string" && DATE.test(value);
      case "list":
        return Array.isArray(value) && value.every((item) => typeof item === "string");
      case "any":
        return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    }
  };
  return (value): value is FactValue => fits(value);
}
