import type { Unit } from "../../../src/model/duration.ts";
import type { Random } from "../random.ts";
import { inCase, plain, third, type Noun } from "./noun.ts";
import { spelled } from "./number.ts";

/** A limit of time as words: an amount and a unit. */
export interface Term {
  readonly amount: number;
  readonly unit: Unit;
  /** `5 (бес) жұмыс күні`, ready for endings. */
  readonly words: Noun;
}

const UNITS: Readonly<Partial<Record<Unit, Noun>>> = {
  minute: plain("минут"),
  hour: plain("сағат"),
  day: plain("күн"),
  "calendar-day": plain("күн"),
  "working-day": third("жұмыс күні"),
  month: plain("ай"),
  year: plain("жыл"),
};

/** A term of so many units, its amount in figures, in words, or in both. */
export function termOf(random: Random, amount: number, unit: Unit): Term {
  const figures = random.pick([`${amount} (${spelled(amount)})`, `${amount}`, spelled(amount)]);
  const { text, third: isThird } = UNITS[unit]!;
  const before = unit === "calendar-day" && random.chance(0.6) ? `күнтізбелік ${figures}` : figures;
  const between = unit === "calendar-day" && before === figures ? " күнтізбелік" : "";
  return { amount, unit, words: { text: `${before}${between} ${text}`, third: isThird } };
}

const MOST: Readonly<Partial<Record<Unit, readonly number[]>>> = {
  minute: [5, 10, 15, 20, 30, 40],
  hour: [1, 2, 3, 4, 6],
  "calendar-day": [3, 5, 7, 10, 15, 20, 30],
  "working-day": [1, 2, 3, 4, 5, 7, 8, 10, 12, 15],
  month: [1, 2, 3, 6],
  year: [1, 2, 3, 5, 10],
};

/** Any term of that unit that the law might set. */
export const anyTerm = (random: Random, ...units: readonly Unit[]): Term => {
  const unit = random.pick(units);
  return termOf(random, random.pick(MOST[unit] ?? [1]), unit);
};

/** `… ішінде`, `… кешіктірмей`, `… аспайтын мерзімде`. */
export const bounded = (random: Random, { words }: Term): string =>
  random.pick([
    `${words.text} ішінде`,
    `${words.text} ішінде`,
    `${inCase(words, "ablative")} кешіктірмей`,
    `${inCase(words, "ablative")} аспайтын мерзімде`,
  ]);
