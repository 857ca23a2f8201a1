import type { Grammar } from "../language/grammar.ts";
import type { Cue } from "../language/cues.ts";
import type { Mark } from "./marks.ts";
import { gapAfter, has, marksFor, type Sentence } from "./sentence.ts";

/**
 * The first word of the phrase that a word belongs to: behind a comma, a dash, a case or purpose, or one of `stops`; a name
 * may have commas and a bracket of its own, `өсімдіктерді қорғау, сорт сынау және агрохимия бөлімі`.
 */
export function openingOf(
  sentence: Sentence,
  at: number,
  grammar: Grammar,
  stops: readonly Mark[] = [],
): number {
  const all = [...stops, ...marksFor(sentence, "phrase-end")];
  let first = at;
  while (first > 0 && !all.some((mark) => mark.to === first)) {
    const isOpen = !parts(gapAfter(sentence, first - 1));
    if (!isOpen && !listsActs(sentence, first, at, grammar) && !isAside(sentence, first)) break;
    first -= 1;
  }
  return first;
}

/** Words at most of a list of acts that names somebody. */
const MOST_OF_LIST = 8;

/** `…қорғау, …сынау және …`: a comma between acts of which the last is joined by `және` before the name ends. */
function listsActs(sentence: Sentence, comma: number, at: number, grammar: Grammar): boolean {
  if (gapAfter(sentence, comma - 1).trim() !== ",") return false;
  const isAct = (index: number): boolean => grammar.is(sentence.words[index]?.text ?? "", "action");
  return (
    isAct(comma - 1) &&
    marksFor(sentence, "and").some(
      (and) => and.from > comma && and.to <= at && and.from - comma <= MOST_OF_LIST && isAct(and.from - 1),
    )
  );
}

/** `аудандық (қалалық) бөлім`: before or behind a lone word in brackets that goes on with the one before it. */
function isAside(sentence: Sentence, at: number): boolean {
  const gap = (index: number): string => gapAfter(sentence, index).trim();
  return (
    (gap(at - 1) === ")" && gap(at - 2) === "(") ||
    (at > 1 && gap(at - 1) === "(" && gap(at) === ")" && gap(at - 2) === "")
  );
}

/** A name that belongs to the next word, `кеңсе қызметкері`, or is only the means, `портал арқылы`. */
export function isBound(sentence: Sentence, mark: Mark, grammar: Grammar): boolean {
  if (gapAfter(sentence, mark.to - 1).trim() !== "") return false;
  const starts = (cue: Cue): boolean => marksFor(sentence, cue).some((other) => other.from === mark.to);
  return starts("role") || starts("not-alone") || grammar.is(sentence.words[mark.to]?.text ?? "", "owned");
}

/** `(бұдан әрі – тіркеуші)` only gives a name. */
export const isNicknamed = (sentence: Sentence, mark: Mark): boolean =>
  marksFor(sentence, "called-hereafter").some((called) => called.to === nameFrom(sentence, mark));

function nameFrom(sentence: Sentence, mark: Mark): number {
  let from = mark.from;
  while (from > 0 && !/[-–—(]/.test(gapAfter(sentence, from - 1))) from -= 1;
  return from;
}

/** Whether a name is that of whoever applies. */
export const isApplicant = (sentence: Sentence, mark: Mark): boolean =>
  marksFor(sentence, "applicant").some((applicant) => applicant.to === mark.to);

/** `(бұдан әрі – көрсетілетін қызметті алушы)`: where a sentence gives whoever applies the name they have from there on. */
export const applicantNamings = (sentence: Sentence): readonly Mark[] =>
  marksFor(sentence, "called-hereafter").filter((called) =>
    marksFor(sentence, "applicant").some((mark) => mark.from >= called.to && mark.from - called.to <= 1),
  );

/** Where a sentence names persons of a kind, in the order of its words. */
export const namedPersons = (sentence: Sentence): readonly Mark[] =>
  (["natural-person", "legal-person", "natural-and-legal"] as const)
    .flatMap((cue) => marksFor(sentence, cue))
    .sort((a, b) => a.from - b.from);

/** `Шетелдік немесе азаматтығы жоқ адам … қызметті алу үшін … жібереді`: persons open the sentence that says how to apply. */
export const isAppliedForBy = (sentence: Sentence): boolean =>
  has(sentence, "to-get-the-service") &&
  has(sentence, "applies", "hands-in") &&
  namedPersons(sentence).some(
    (mark) =>
      mark.from === 0 || marksFor(sentence, "to-get-the-service").some((purpose) => purpose.to === mark.from),
  );

/** A comma, a colon, a bracket or a dash with a space beside it. */
const parts = (gap: string): boolean => /[,:;()]|\s[-–—]|[-–—]\s/.test(gap);
