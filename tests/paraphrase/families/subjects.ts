import type { Part } from "../act.ts";
import type { Said } from "../expected.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import type { Random } from "../random.ts";
import {
  COMPLAINTS,
  DUTIES,
  NO_TERMS,
  RESPONSES,
  STEPS,
  TERMS,
  VALIDITIES,
  type Telling,
} from "./term-sentences.ts";

/** What a term is a term of: step, response, complaint, duty of a body, validity, the service; stray words that say otherwise. */
export const subjects: Family = {
  id: "subjects",
  shows:
    "terms of steps, responses, complaints, duties, validity and the service, with words of another subject beside them",
  make(random) {
    const told = [
      ...tell(random, STEPS, random.int(2, 3)),
      ...tell(random, RESPONSES, random.int(0, 2)),
      ...tell(random, DUTIES, random.int(0, 1)),
      ...tell(random, VALIDITIES, random.int(0, 1)),
      ...tell(random, NO_TERMS, random.int(0, 2)),
    ];
    const clauses = random.some(told, told.length).map((said): Part[] => [{ said }]);
    return frame(random, {
      clauses: random.chance(0.5) ? clauses : inOneClause(told),
      complaint: tell(random, COMPLAINTS, random.int(2, 3)).map((said): Part[] => [{ said }]),
      rows: { term: random.pick(TERMS)(random) },
    });
  },
};

const tell = (random: Random, from: readonly Telling[], count: number): Said[] =>
  random.some(from, count).map((telling) => telling(random));

/** Several parts of one clause rather than clauses of their own. */
function inOneClause(told: readonly Said[]): Part[][] {
  const half = Math.ceil(told.length / 2);
  return [told.slice(0, half), told.slice(half)]
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.map((said): Part => ({ said })));
}
