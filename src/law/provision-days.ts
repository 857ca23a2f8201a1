import type { Law, Provision } from "../model/law.ts";
import { dateOf, surelyBy } from "../model/in-force.ts";

/**
 * The days of a provision, half-open, `YYYY-MM-DD`. It judges from `first` to `end`; from `first` until `surely` nobody
 * knows whether it holds yet, from `end` until `surelyOver` whether it does so still. `undefined`: no such day is known.
 */
export interface ProvisionDays {
  readonly first: string | undefined;
  readonly surely: string | undefined;
  readonly end: string | undefined;
  readonly surelyOver: string | undefined;
}

export function daysOf({ inForce: { from, until } }: Pick<Provision, "inForce">): ProvisionDays {
  return {
    first: dateOf(from),
    surely: surelyBy(from),
    end: until === null ? undefined : dateOf(until),
    surelyOver: until === null ? undefined : surelyBy(until),
  };
}

/**
 * How a provision stands on a day: it `holds`; `perhaps` it does already, and judges as if; `perhaps-still` it does, and
 * what came after it judges; `not`.
 */
export type Holds = "holds" | "perhaps" | "perhaps-still" | "not";

/** How a provision stands on a day, `YYYY-MM-DD`. */
export function holdsOn(provision: Pick<Provision, "inForce">, isoDay: string): Holds {
  const { first, surely, end, surelyOver } = daysOf(provision);
  if (first !== undefined && isoDay < first) return "not";
  if (end !== undefined && isoDay >= end)
    return surelyOver !== undefined && isoDay < surelyOver ? "perhaps-still" : "not";
  return surely !== undefined && isoDay >= surely ? "holds" : "perhaps";
}

/** The provisions that judge on a day: those that hold, and those that perhaps do already. */
export const judgingOn = (provisions: readonly Provision[], isoDay: string): readonly Provision[] =>
  provisions.filter((provision) => {
    const stands = holdsOn(provision, isoDay);
    return stands === "holds" || stands === "perhaps";
  });

/**
 * First days of the stretches in which the same provisions judge as surely, in order; before the first of them begins
 * another.
 */
export function changesOf(provisions: readonly Provision[]): readonly string[] {
  const days = provisions.map(daysOf).flatMap(({ first, surely, end }) => [first, surely, end]);
  return [...new Set(days.filter((day) => day !== undefined))].sort();
}

/** All provisions of a law, act by act. */
export const provisionsOf = ({ books }: Law): readonly Provision[] => books.flatMap(({ rules }) => rules);
