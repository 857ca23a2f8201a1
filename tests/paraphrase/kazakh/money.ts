import type { Random } from "../random.ts";
import { plain, third, type Noun } from "./noun.ts";
import { spelled } from "./number.ts";

/** A sum as words, ready for endings. */
export interface Sum {
  readonly amount: number;
  readonly currency: "KZT" | "MCI" | "percent";
  readonly words: Noun;
}

const HALVES = [0.1, 0.25, 0.5, 1.5] as const;
const WHOLES = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30] as const;
const TENGE = [800, 1200, 1500, 2000, 2750, 4500, 12_000, 18_300] as const;

/** So many monthly calculation indices, spelled out or as the abbreviation. */
export function indices(random: Random): Sum {
  const isWhole = random.chance(0.75);
  const amount = isWhole ? random.pick(WHOLES) : random.pick(HALVES);
  const figures = String(amount).replace(".", ",");
  const number = isWhole
    ? random.pick([figures, `${figures} (${spelled(amount)})`, spelled(amount)])
    : figures;
  const unit = random.pick(["айлық есептік көрсеткіш", "айлық есептік көрсеткіш", "АЕК"]);
  return { amount, currency: "MCI", words: plain(`${number} ${unit}`) };
}

export function tenge(random: Random): Sum {
  const amount = random.pick(TENGE);
  const figures = random.pick([String(amount), grouped(amount)]);
  return {
    amount,
    currency: "KZT",
    words: plain(`${random.pick([figures, `${figures} (${spelled(amount)})`])} теңге`),
  };
}

const grouped = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/gu, " ");

/** A share of another rate, as words that already bear the suffix of possession: `10 пайызы`, `10 %-ы`. */
export function percent(random: Random): Sum {
  const amount = random.pick([5, 10, 20, 25, 50]);
  const words = random.pick([
    `${amount} пайызы`,
    `${amount} %-ы`,
    `${amount}%-ы`,
    `${amount} (${spelled(amount)}) пайызы`,
  ]);
  return { amount, currency: "percent", words: third(words) };
}
