import type { ComparedPair } from "./compared-pair.ts";
import type { Sign, Signs } from "./sign.ts";

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
