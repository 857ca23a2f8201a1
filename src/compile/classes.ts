import type { FactCondition, FactValue } from "../model/condition.ts";
import { holds } from "./operator.ts";

/** The values of a fact, as far as the comparisons of a book tell them apart. */
export interface Classes {
  /** One value, or more, for each class of values that no comparison tells apart. */
  readonly classes: readonly (readonly FactValue[])[];
  readonly classOf: (value: FactValue) => number;
}

/**
 * Classes of values, `among` which every class has one. No value is kept to know it again: its class is found each
 * time, by the outcomes of the comparisons.
 */
export function classesOf(among: readonly FactValue[], comparisons: readonly FactCondition[]): Classes {
  const different = new Map(comparisons.map((one) => [JSON.stringify([one.operator, one.value]), one]));
  const tests = [...different.values()].map(({ operator, value }) => holds(operator, value));
  const classes: FactValue[][] = [];
  const first: Way = {};
  for (const value of among) {
    const end = tests.reduce((way, test) => (test(value) ? (way.yes ??= {}) : (way.no ??= {})), first);
    end.place ??= classes.push([]) - 1;
    classes[end.place]?.push(value);
  }
  const classOf = (value: FactValue): number => {
    let way: Way | undefined = first;
    for (const test of tests) way = test(value) ? way?.yes : way?.no;
    return way?.place ?? 0;
  };
  return { classes, classOf };
}

/** Where the outcomes of some comparisons lead: on by the next one, or to a class. */
interface Way {
  yes?: Way;
  no?: Way;
  place?: number;
}
