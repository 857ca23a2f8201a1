import type { HeadWords } from "../language/head-words.ts";
import type { Said } from "../model/act-head.ts";
import { slicePassage, type Passage } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";
import { mentionsIn } from "./mentions.ts";
import { saidIn } from "./said.ts";
import { beginsWith, sentencesOf } from "./sentences.ts";

/** The latest day of an act that has amended this one, by the notes of its text; absent where none of them names one. */
export function latestAmendment(tree: Provision, words: HeadWords): Said<string> | undefined {
  let latest: Said<string> | undefined;
  for (const note of notesBelow(tree, words)) {
    if (note.isOfAct && isRepeal(note.passage, words)) continue;
    for (const { date, end } of mentionsIn(note.passage.text, words)) {
      if (latest !== undefined && date <= latest.value) continue;
      // A note may list several, parted by semicolons.
      const start = note.passage.text.lastIndexOf(";", end) + 1;
      const quoted = slicePassage(note.passage, start, end);
      latest = saidIn(quoted, date);
    }
  }
  return latest;
}

interface Note {
  readonly passage: Passage;
  /** It speaks of the whole act. */
  readonly isOfAct: boolean;
}

/** The editors' notes, and what stands in the place of provisions that were taken out. */
function* notesBelow(node: Provision, words: HeadWords, isTop = true): Generator<Note> {
  for (const child of node.children ?? []) {
    const { passage } = child;
    if (passage !== undefined && isNote(passage.text, words)) yield { passage, isOfAct: isTop };
    yield* notesBelow(child, words, false);
  }
}

const isNote = (text: string, { editorial, excluded }: HeadWords): boolean =>
  beginsWith(text, editorial) !== undefined || beginsWith(text, excluded) !== undefined;

/** Whether a note says that the act was repealed. */
const isRepeal = (note: Passage, { repealed }: HeadWords): boolean =>
  sentencesOf(note).some(({ text }) => beginsWith(text, repealed) !== undefined);
