import { closeUpPunctuation } from "./close-up-punctuation.ts";
import { closeUpStretchedWords } from "./close-up-stretched-words.ts";
import { dropSoftHyphens } from "./drop-soft-hyphens.ts";
import { joinBrokenWords } from "./join-broken-words.ts";
import { joinPageBreaks } from "./join-page-breaks.ts";
import type { Repair } from "./repair-type.ts";
import { replaceLookAlikes } from "./replace-look-alikes.ts";

/** Every repair. Where two want the same place, the one that stands first here has it. */
export const REPAIRS: readonly Repair[] = [
  closeUpStretchedWords,
  dropSoftHyphens,
  joinBrokenWords,
  closeUpPunctuation,
  joinPageBreaks,
  replaceLookAlikes,
];
