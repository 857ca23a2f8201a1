import type { Parity } from "../model/parity.ts";

/** Pairs of provisions from which on it can be told, and the least share of them that say the same. */
const ENOUGH = 10;
const LEAST_ALIKE = 0.2;

/** Whether two texts may be those of one act: hardly where next to no provision of the one says what one of the other does. */
export function isOneAct({ compared, differences, notCompared }: Parity): boolean {
  const unlike = notCompared.filter(({ why }) => why === "unlike").length;
  const differing = differences.filter(({ first, second }) => first.length > 0 && second.length > 0).length;
  const pairs = compared + unlike;
  return pairs < ENOUGH || compared - differing >= LEAST_ALIKE * pairs;
}
