import type { FactCondition, FactValue } from "../model/condition.ts";
import type { Fact } from "../compile/fact.ts";
import { dateStretches, numberStretches, type Stretch } from "./stretches.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** A schema for those values of a fact that fall into some of its classes; undefined where none can tell them apart. */
export function classSchema(
  fact: Fact,
  comparisons: readonly FactCondition[],
  wanted: ReadonlySet<number>,
): Schema | boolean | undefined {
  if (fact.classes.every((_, index) => wanted.has(index))) return true;
  switch (fact.type) {
    case "boolean":
      return ofValues(fact, wanted);
    case "integer":
    case "number":
      return anyOf(stretchesOf(fact, wanted, numberStretches(fact.type, numbersIn(comparisons))).map(bounds));
    case "date":
      return anyOf(stretchesOf(fact, wanted, dateStretches(datesIn(comparisons))).map(dateBounds));
    case "list":
      return ofLists(fact, comparisons, wanted);
    case "string":
      return fact.few === undefined ? ofWords(fact, comparisons, wanted) : ofValues(fact, wanted);
    case "any":
      return ofWords(fact, comparisons, wanted);
  }

  function bounds({ from, to, sample }: Stretch<number>): Schema {
    const type = fact.type;
    if (from === sample && to === sample) return { const: sample };
    const low = from === undefined ? {} : from === sample ? { minimum: from } : { exclusiveMinimum: from };
    const high = to === undefined ? {} : isIn(to) ? { maximum: to } : { exclusiveMaximum: to };
    return { type, ...low, ...high };
  }

  function isIn(value: FactValue): boolean {
    return fact.isUsable(value) && wanted.has(fact.classOf(value));
  }

  function dateBounds({ from, to }: Stretch<string>): Schema {
    const patterns = [
      ...(from === undefined ? [] : [sortedPattern(from, isIn(from), (digit) => [digit + 1, 9])]),
      ...(to === undefined ? [] : [sortedPattern(to, isIn(to), (digit) => [0, digit - 1])]),
    ];
    return { type: "string", allOf: patterns.map((pattern) => ({ pattern })) };
  }
}

const anyOf = (schemas: readonly Schema[]): Schema | boolean =>
  schemas.length === 0 ? false : schemas.length === 1 ? (schemas[0] ?? false) : { anyOf: schemas };

const oneOf = (values: readonly FactValue[]): Schema =>
  values.length === 1 ? { const: values[0] } : { enum: values };

const valuesIn = ({ classes }: Fact, wanted: ReadonlySet<number>): FactValue[] =>
  classes.flatMap((values, index) => (wanted.has(index) ? values : []));

const ofValues = (fact: Fact, wanted: ReadonlySet<number>): Schema => oneOf(valuesIn(fact, wanted));

const ORDERS = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"]);

/** Words of any kind: those that the rules name, or all others. Their order in the alphabet no schema knows. */
function ofWords(
  fact: Fact,
  comparisons: readonly FactCondition[],
  wanted: ReadonlySet<number>,
): Schema | undefined {
  if (comparisons.some(({ operator }) => ORDERS.has(operator))) return undefined;
  const named = new Set(comparisons.flatMap(({ value }) => constantsOf(value)));
  const among = valuesIn(fact, wanted).filter((value) => named.has(value));
  if (!wanted.has(fact.classOf("∗"))) return oneOf(among);
  return { not: { enum: [...named].filter((value) => !among.includes(value)) } };
}

/** Lists by which of the named items are on them. */
function ofLists(
  fact: Fact,
  comparisons: readonly FactCondition[],
  wanted: ReadonlySet<number>,
): Schema | boolean | undefined {
  const items = [
    ...new Set(comparisons.filter(({ operator }) => isAboutItems(operator)).map((each) => each.value)),
  ];
  if (items.length > 12) return undefined;
  const chosen = fact.classes.flatMap(([list], index) =>
    wanted.has(index) ? [list as readonly FactValue[]] : [],
  );
  const schemas = chosen.map((list) => ({
    allOf: items.map((item) => {
      const contains = { contains: { const: item } };
      return list.includes(item) ? contains : { not: contains };
    }),
  }));
  const any = anyOf(schemas);
  return typeof any === "boolean" ? any : { type: "array", ...any };
}

const isAboutItems = (operator: string): boolean => operator === "contains" || operator === "doesNotContain";

const constantsOf = (value: FactValue): readonly FactValue[] =>
  Array.isArray(value) ? (value as readonly FactValue[]) : [value];

function numbersIn(comparisons: readonly FactCondition[]): number[] {
  const numbers = comparisons
    .flatMap(({ value }) => constantsOf(value))
    .filter((value) => typeof value === "number");
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function datesIn(comparisons: readonly FactCondition[]): string[] {
  const dates = comparisons
    .flatMap(({ value }) => constantsOf(value))
    .filter((value) => typeof value === "string");
  return [...new Set(dates)].sort();
}

/** The stretches of which the wanted classes are made, neighbours joined. */
function stretchesOf<T extends FactValue>(
  fact: Fact,
  wanted: ReadonlySet<number>,
  all: readonly Stretch<T>[],
): Stretch<T>[] {
  const joined: Stretch<T>[] = [];
  let isOpen = false;
  for (const stretch of all) {
    const isIn = fact.isUsable(stretch.sample) && wanted.has(fact.classOf(stretch.sample));
    const last = joined.at(-1);
    if (isIn && isOpen && last !== undefined) joined[joined.length - 1] = withEnd(last, stretch.to);
    else if (isIn) joined.push(stretch);
    isOpen = isIn;
  }
  return joined;
}

function withEnd<T>({ sample, from }: Stretch<T>, to: T | undefined): Stretch<T> {
  return { sample, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A pattern for the dates that sort after a date, or before it. */
function sortedPattern(iso: string, isIn: boolean, beside: (digit: number) => [number, number]): string {
  const ways = Array.from(iso).flatMap((letter, index) => {
    if (letter === "-") return [];
    const [from, to] = beside(Number(letter));
    return from > to ? [] : [`${iso.slice(0, index)}[${from}-${to}]`];
  });
  return `^(?:${[...ways, ...(isIn ? [iso] : [])].join("|") || "(?!)"})`;
}
