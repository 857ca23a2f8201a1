const BACK = "аоұыяюё";
const FRONT = "әөүіеэи";
const VOWELS = `${BACK}${FRONT}`;

/** How a suffix begins after a word: by the word's last sound. */
export type Ending = "vowel" | "liquid" | "nasal" | "buzzing" | "voiceless";

const ENDINGS: readonly (readonly [Ending, string])[] = [
  ["vowel", VOWELS],
  ["liquid", "рлйу"],
  ["nasal", "мнң"],
  ["buzzing", "зж"],
];

/** What a word ends in. `у` is a consonant here: it takes suffixes as `й` does (`беруі`, `берудің`). */
export function endingOf(word: string): Ending {
  const last = word.slice(-1).toLowerCase();
  return ENDINGS.find(([, letters]) => letters.includes(last))?.[0] ?? "voiceless";
}

/**
 * Whether a word takes suffixes with front vowels: its last vowel says so. `у` at the end goes with what stands before it
 * (`беру`, `алу`), within the last syllable it is a back vowel (`минут`).
 */
export function isFront(word: string): boolean {
  if (/у[бвгғджзйкқлмнңпрстфхцчшщ]+$/iu.test(word)) return false;
  for (const letter of Array.from(word.toLowerCase()).reverse()) {
    if (FRONT.includes(letter)) return true;
    if (BACK.includes(letter)) return false;
  }
  return false;
}

/** A word with a suffix that is written in two harmonies, back and front. */
export const harmonised = (word: string, back: string, front: string): string =>
  word + (isFront(word) ? front : back);
