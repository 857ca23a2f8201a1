import { closeUpPunctuation } from "./close-up-punctuation.ts";
import { closeUpStretchedWords } from "./close-up-stretched-words.ts";
import { composeLetters } from "./compose-letters.ts";
import { correctMisspeltTerms } from "./correct-misspelt-terms.ts";
import { dropInvisibleMarks } from "./drop-invisible-marks.ts";
import { dropSoftHyphens } from "./drop-soft-hyphens.ts";
import { joinBrokenWords } from "./join-broken-words.ts";
import { joinHyphenatedWords } from "./join-hyphenated-words.ts";
import { joinPageBreaks } from "./join-page-breaks.ts";
import { joinSplitLetters } from "./join-split-letters.ts";
import { partRunOnWords } from "./part-run-on-words.ts";
import type { Repair } from "./repair-type.ts";
import { replaceLookAlikes } from "./replace-look-alikes.ts";
import { restoreDisplacedMarks } from "./restore-displaced-marks.ts";
import { restoreDisplacedWords } from "./restore-displaced-words.ts";

/** Every repair. Where two want the same place, the one that stands first here has it. */
export const REPAIRS: readonly Repair[] = [
  closeUpStretchedWords,
  restoreDisplacedWords,
  restoreDisplacedMarks,
  joinSplitLetters,
  dropSoftHyphens,
  dropInvisibleMarks,
  composeLetters,
  joinBrokenWords,
  joinHyphenatedWords,
  partRunOnWords,
  closeUpPunctuation,
  joinPageBreaks,
  replaceLookAlikes,
  correctMisspeltTerms,
];
