import type { ComparedPair } from "./compared-pair.ts";
import type { Excess } from "./compare-signs.ts";
import type { Sign, Signs } from "./sign.ts";

type Measure = "amounts" | "clocks" | "numbers" | "concepts";
const MEASURES: readonly Measure[] = ["amounts", "clocks", "numbers", "concepts"];

/** The provision that a pair stands in with others whose sentence it shares: its clause or row. */
function listOf({ pair }: ComparedPair): string {
  const steps = (pair.ours[0] ?? pair.theirs[0])?.path.split("/") ?? [];
  const at = steps.findIndex((step) => /^(?:clause|row)-/u.test(step));
  return steps.slice(0, at < 0 ? steps.length : at + 1).join("/");
}

/**
 * Takes out what the other language says at another place of the same list. Where verbs stand last, the last item says what
 * the opening words say in the other language: "… are grounds of refusal" behind all of them.
 */
export function withoutMoved(pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  const ours = new Set<string>();
  const theirs = new Set<string>();
  const lists = new Map(pairs.map((pair) => [pair, listOf(pair)]));
  const key = (pair: ComparedPair, measure: Measure, { value }: Sign): string =>
    [lists.get(pair), measure, value].join("\n");
  for (const pair of pairs)
    for (const measure of MEASURES) {
      for (const sign of pair[measure].ours) ours.add(key(pair, measure, sign));
      for (const sign of pair[measure].theirs) theirs.add(key(pair, measure, sign));
    }
  return pairs.map((pair) => {
    const kept = <Kind extends Sign>(measure: Measure, { ours: some, theirs: others }: Excess<Kind>) => ({
      ours: some.filter((sign) => !theirs.has(key(pair, measure, sign))),
      theirs: others.filter((sign) => !ours.has(key(pair, measure, sign))),
    });
    return {
      ...pair,
      amounts: kept("amounts", pair.amounts),
      clocks: kept("clocks", pair.clocks),
      numbers: kept("numbers", pair.numbers),
      concepts: kept("concepts", pair.concepts),
    };
  });
}

/** Takes out what the other side says in another form: a number in words, a length of time whose unit was not read. */
export function withoutOtherForms(pair: ComparedPair): ComparedPair {
  const { first, second, amounts, numbers } = pair;
  const numbersLeft = {
    ours: numbers.ours.filter((sign) => !saysNumber(second, sign.value, sign.refers)),
    theirs: numbers.theirs.filter((sign) => !saysNumber(first, sign.value, sign.refers)),
  };
  const amountsLeft = {
    ours: amounts.ours.filter((sign) => !saysAmount(second, sign)),
    theirs: amounts.theirs.filter((sign) => !saysAmount(first, sign)),
  };
  return {
    ...pair,
    amounts: amountsLeft,
    numbers: {
      ours: numbersLeft.ours.filter((sign) => !countsTime(amounts.theirs, sign)),
      theirs: numbersLeft.theirs.filter((sign) => !countsTime(amounts.ours, sign)),
    },
  };
}

const numberOf = ({ value }: Sign): string => value.split(" ")[0] ?? "";

/** A number that refers is told otherwise only as an order, `бірінші`; others as a count or with a unit too. */
const saysNumber = ({ ordinals, spelled, amounts }: Signs, value: string, refers: boolean): boolean =>
  ordinals.has(value) ||
  (!refers && (spelled.has(value) || amounts.some((amount) => numberOf(amount) === value)));

/** A length that the other side has as a bare number or, where it is one, as a bare unit: `за сутки`. */
const saysAmount = ({ numbers, units }: Signs, sign: Sign): boolean => {
  const [amount = "", unit = ""] = sign.value.split(" ");
  return (
    numbers.some((number) => !number.refers && number.value === amount) || (amount === "1" && units.has(unit))
  );
};

const countsTime = (amounts: readonly Sign[], sign: Sign): boolean =>
  amounts.some((amount) => numberOf(amount) === sign.value);
