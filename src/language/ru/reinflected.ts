/** Consonants behind which endings with `о` and `ы` change: a form carried over to them may be none. */
const CHANGING = /[жшщчцгкх]$/u;
const CONSONANT = /[бвдзлмнпрстф]$/u;
/** So many letters at least are the same in two forms of a word, and so many at most are its ending. */
const STEM = 3;
const ENDING = 3;

/**
 * `by` in the form in which `found` is of `old`: with the same ending, where it ends as `old` does and its declension is
 * therefore the same; undefined where that is not certain. Phrases are declined word by word.
 */
export function reinflected(old: string, found: string, by: string): string | undefined {
  const [olds, founds, news] = [old.split(" "), found.split(" "), by.split(" ")];
  if (olds.length !== founds.length) return undefined;
  if (old === found) return by;
  if (news.length !== olds.length) return undefined;
  const made = olds.map((word, index) => wordLike(word, founds[index] ?? "", news[index] ?? ""));
  return made.every((word) => word !== undefined) ? made.join(" ") : undefined;
}

function wordLike(old: string, found: string, by: string): string | undefined {
  if (old === found) return by;
  const stem = sharedLength(old, found);
  const [ending, other] = [old.slice(stem), found.slice(stem)];
  if (stem < STEM || ending.length > ENDING || other.length > ENDING) return undefined;
  if (!by.endsWith(ending)) return undefined;
  const own = by.slice(0, by.length - ending.length);
  if (ending === "" && !CONSONANT.test(by)) return undefined;
  if (CHANGING.test(own) !== CHANGING.test(old.slice(0, stem))) return undefined;
  return own + other;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}
