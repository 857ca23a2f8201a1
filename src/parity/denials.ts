import type { Sentence } from "../extract/sentence.ts";
import type { ConceptWords, Denial } from "../language/concept-words.ts";
import { groupedBy } from "../model/grouped-by.ts";
import type { Excess } from "./compare-signs.ts";
import { phrasesIn } from "./concepts-in.ts";
import type { DenialSign, SignMaker, Signs } from "./sign.ts";

/** Where a sentence denies something. What is known to deny in a way of its own is no plain denial, whatever its ending. */
export function denialsIn(
  sentence: Sentence,
  number: number,
  { denials }: ConceptWords,
  sign: SignMaker,
): readonly DenialSign[] {
  const found = new Map<number, DenialSign>();
  for (const { phrase, from, to } of phrasesIn(sentence.words, denials))
    if (phrase.denial !== "plain" || !found.has(from))
      found.set(from, { ...sign("denied", from, to), denial: phrase.denial, sentence: number });
  return [...found.values()];
}

/**
 * What one side denies where the other has nothing that may deny: sentence by sentence where both have as many, otherwise in
 * all of them. How often something is denied says nothing: a language denies twice what the other says by a noun.
 */
export function denialExcess(ours: Signs, theirs: Signs): Excess<DenialSign> {
  const bySentence = ours.sentences === theirs.sentences;
  const places = (side: Signs): ReadonlyMap<number, readonly DenialSign[]> =>
    groupedBy(side.denials, ({ sentence }) => (bySentence ? sentence : 0));
  const [here, there] = [places(ours), places(theirs)];
  const only = (some: typeof here, others: typeof here): readonly DenialSign[] =>
    [...some].flatMap(([place, denials]) => {
      const plain = denials.find(({ denial }) => denial === "plain");
      return plain === undefined || mayDeny(others.get(place) ?? [], denials) ? [] : [plain];
    });
  return { ours: only(here, there), theirs: only(there, here) };
}

/** Whether words may answer a plain denial: none that only answer a word of the other side for the same. */
function mayDeny(answers: readonly DenialSign[], asked: readonly DenialSign[]): boolean {
  const count = (signs: readonly DenialSign[], kind: Denial): number =>
    signs.filter(({ denial }) => denial === kind).length;
  return answers.some(({ denial }) => {
    if (denial === "plain" || denial === "noun") return true;
    return denial !== "bound" && count(answers, denial) > count(asked, denial);
  });
}
