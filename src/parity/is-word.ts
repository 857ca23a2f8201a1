import type { ConceptWord } from "../language/concept-words.ts";

/** Whether a word is one that a pattern stands for. */
export const isWord = (word: string, { text, openStart, openEnd }: ConceptWord): boolean => {
  if (openStart) return openEnd ? word.includes(text) : word.endsWith(text);
  return openEnd ? word.startsWith(text) : word === text;
};
