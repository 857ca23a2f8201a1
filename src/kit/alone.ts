import type { Fact } from "../compile/fact.ts";
import { distance, withFact } from "./alter.ts";
import { valuesOf } from "./samples.ts";
import type { Asked, Outcome, Told } from "./told.ts";

/** Ways to tell a rule's facts that are tried whole; of more, one fact is changed at a time. */
const MOST_WAYS = 4096;

/** Farther than any number of other rules. */
const NOT_AT_ALL = 1e6;

/** Where a search goes: requests that come nearer to what is wanted have a smaller number. */
type Far = (told: Told) => number;

/**
 * The request nearest to one with which all is in order that a rule stands against, and if that can be no other rule.
 * `own`: the facts that its condition looks at; `others`: the rest, which may have to give way. Undefined where it stands
 * against none of those tried.
 */
export const aloneAgainst = (
  rule: string,
  from: Told,
  own: readonly Fact[],
  others: readonly Fact[],
  asked: Asked,
): Told | undefined =>
  nearestOf(from, own, others, asked, {
    wanted: ({ against }) => against.includes(rule),
    // No other rule is to stand against it.
    beside: ({ against }) => against.filter((other) => other !== rule).length,
  });

/** The request nearest to one with which all is in order that starts a term, and that is admitted if that can be. */
export const startsTerm = (rule: string, from: Told, own: readonly Fact[], asked: Asked): Told | undefined =>
  nearestOf(from, own, [], asked, {
    wanted: ({ verdict }) => verdict.deadlines.some((each) => each.rule === rule),
    beside: ({ against }) => against.length,
  });

/** What a search is for, and what of it is better the less there is. */
interface Sought {
  readonly wanted: (outcome: Outcome) => boolean;
  readonly beside: (outcome: Outcome) => number;
}

function nearestOf(
  from: Told,
  own: readonly Fact[],
  others: readonly Fact[],
  asked: Asked,
  { wanted, beside }: Sought,
): Told | undefined {
  const far: Far = (told) => {
    const outcome = asked.of(told);
    return (wanted(outcome) ? 0 : NOT_AT_ALL) + beside(outcome) * 10 + distance(told, from) / 100;
  };
  const first = nearest(ways(from, own), far) ?? from;
  const found = bettered(first, [...own, ...others], far);
  return wanted(asked.of(found)) ? found : undefined;
}

function nearest(tried: Iterable<Told>, far: Far): Told | undefined {
  let best: { readonly told: Told; readonly far: number } | undefined;
  for (const told of tried) {
    const is = far(told);
    if (best === undefined || is < best.far) best = { told, far: is };
  }
  return best?.told;
}

/** One fact after another is told otherwise as long as that brings nearer. */
function bettered(from: Told, facts: readonly Fact[], far: Far): Told {
  let best = from;
  for (let round = 0; round <= facts.length; round += 1) {
    const better = nearest(
      facts.flatMap((fact) => valuesOf(fact).map((value) => withFact(best, fact, value))),
      far,
    );
    if (better === undefined || far(better) >= far(best)) return best;
    best = better;
  }
  return best;
}

/** Every way to tell some facts, where they are not too many; otherwise each of them told otherwise by itself. */
function* ways(from: Told, facts: readonly Fact[]): Generator<Told> {
  const count = facts.reduce((product, fact) => product * valuesOf(fact).length, 1);
  if (count > MOST_WAYS) {
    yield* facts.flatMap((fact) => valuesOf(fact).map((value) => withFact(from, fact, value)));
    return;
  }
  const [fact, ...rest] = facts;
  if (fact === undefined) yield from;
  else for (const value of valuesOf(fact)) yield* ways(withFact(from, fact, value), rest);
}
