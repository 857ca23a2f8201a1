import type { Sentence } from "../extract/sentence.ts";
import type { ConceptWords } from "../language/concept-words.ts";
import type { ParityPoint } from "../model/parity.ts";
import type { FoundConcept } from "./concepts-in.ts";
import { said } from "./said.ts";
import type { JoinSign, SignMaker, Signs } from "./sign.ts";

/** Words at most between a joining word and what it joins. */
const NEAR = 2;

/** Where a sentence joins two known meanings by "and" or "or". `и (или)` is neither. */
export function joinsIn(
  { words }: Sentence,
  concepts: readonly FoundConcept[],
  { joins }: ConceptWords,
  sign: SignMaker,
): readonly JoinSign[] {
  return words.flatMap(({ text }, at): readonly JoinSign[] => {
    const join = joins.get(text);
    const isDouble = [words[at - 1], words[at + 1]].some((word) => joins.has(word?.text ?? ""));
    if (join === undefined || isDouble) return [];
    return pairsAround(concepts, at).map(([one, other]) => ({
      ...sign(join, Math.min(one.from, other.from), Math.max(one.to, other.to)),
      join,
      of: [one.concept, other.concept].sort().join(" "),
    }));
  });
}

/** The nearest meanings before and behind a word; those of one phrase around it are joined as well. */
function pairsAround(
  concepts: readonly FoundConcept[],
  at: number,
): readonly (readonly [FoundConcept, FoundConcept])[] {
  const around = concepts.filter(({ from, to }) => from < at && at < to - 1);
  const [first, second] = around;
  if (first !== undefined && second !== undefined) return [[first, second]];
  const before = concepts.filter(({ to, loose }) => !loose && to <= at && at - to <= NEAR);
  const behind = concepts.filter(({ from, loose }) => !loose && from > at && from - at - 1 <= NEAR);
  return before.flatMap((one) =>
    behind.flatMap((other) => (one.concept === other.concept ? [] : [[one, other] as const])),
  );
}

/** The same two meanings, joined by "and" in one language alone and by "or" in the other. */
export function joinPoints(first: Signs, second: Signs): readonly ParityPoint[] {
  const points = first.joins.flatMap((one): readonly ParityPoint[] => {
    const ours = first.joins.filter(({ of }) => of === one.of);
    const theirs = second.joins.filter(({ of }) => of === one.of);
    const [other] = theirs;
    if (other === undefined || [...ours, ...theirs].some(({ join }) => join === one.join && ours.length > 1))
      return [];
    return theirs.every(({ join }) => join !== one.join)
      ? [{ class: "condition", first: said(one), second: said(other) }]
      : [];
  });
  return points.slice(0, 1);
}
