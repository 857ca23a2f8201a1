import { LANGUAGES } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";

/** Something that has an id and is called by names. */
export interface Named {
  readonly id: string;
  readonly labels: Labels;
}

/** Of a name's letters at most this part may be wrong for it to be taken for a slip. */
const MOST_WRONG = 1 / 3;

/** The thing whose id or name is most like what was written; absent where none is like it. */
export function likelySlip<Thing extends Named>(
  written: string,
  things: readonly Thing[],
): Thing | undefined {
  const wanted = folded(written);
  if (wanted === "") return undefined;
  let best: Thing | undefined;
  let least = Infinity;
  for (const thing of things)
    for (const name of [thing.id, lastPart(thing.id), ...LANGUAGES.map((one) => thing.labels[one])]) {
      const wrong = distance(wanted, folded(name)) / Math.max(wanted.length, name.length, 1);
      if (wrong < least && wrong <= MOST_WRONG) [best, least] = [thing, wrong];
    }
  return best;
}

const folded = (name: string): string => name.toLowerCase().normalize("NFC").trim();

/** `applicant.age` is often written as `age`. */
const lastPart = (id: string): string => id.slice(id.lastIndexOf(".") + 1);

/** How many letters have to be put in, left out, changed or swapped with the next to make one word of another. */
function distance(one: string, other: string): number {
  let [beforeLast, last]: [readonly number[], readonly number[]] = [[], range(other.length + 1)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
          ? (beforeLast[column - 2] ?? 0) + 1
          : Infinity;
      now.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          swapped,
        ),
      );
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
