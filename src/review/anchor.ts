import type { Candidate } from "../model/rule.ts";
import type { Anchor } from "./decision.ts";
import { printOf } from "./place.ts";
import { provisions, type Reading } from "./reading.ts";
import { foldWords, wordsKey, wordsPrint } from "./words.ts";

/** What a decision on this candidate is anchored to. */
export function anchorOf(candidate: Candidate, reading: Reading): Anchor {
  const key = wordsKey(candidate.source.quote);
  const same = reading.candidates.filter(
    (one) => one.kind === candidate.kind && one.path === candidate.path && wordsKey(one.source.quote) === key,
  );
  const around = provisions(reading.leaves)(candidate.path);
  const index = same.findIndex((one) => one === candidate || one.id === candidate.id);
  return {
    kind: candidate.kind,
    path: candidate.path,
    words: foldWords(candidate.source.quote),
    ordinal: Math.max(index, 0) + 1,
    seen: printOf(candidate),
    ...(around && { around: wordsPrint(around.passage.text) }),
  };
}
