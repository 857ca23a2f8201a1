import { slicePassage, type Passage } from "../model/passage.ts";

/** A full stop behind a word of two letters or a figure, with a capital behind it: initials end no sentence. */
const END = /(?<=[\p{Nd}»")]|\p{L}\p{L})\.\s+(?=\p{Lu})/gu;

/** The sentences of a passage, each with the way back to the file. */
export function sentencesOf(passage: Passage): Passage[] {
  const { text } = passage;
  const sentences: Passage[] = [];
  let start = 0;
  for (const end of text.matchAll(END)) {
    sentences.push(slicePassage(passage, start, end.index + 1));
    start = end.index + end[0].length;
  }
  return [...sentences, slicePassage(passage, start, text.length)];
}

/** A passage from an offset on. */
export const from = (passage: Passage, start: number): Passage =>
  slicePassage(passage, start, passage.text.length);

/** How many letters of a text one of these takes that it begins with, whatever their case; undefined where it begins with none. */
export function beginsWith(text: string, phrases: readonly string[]): number | undefined {
  const small = text.toLowerCase();
  const start = text.length - text.trimStart().length;
  const found = phrases.find((phrase) => small.startsWith(phrase, start));
  return found === undefined ? undefined : start + found.length;
}
