/** The beginnings of the words of a text, of words that carry something: three letters and more. */
function beginnings(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.slice(0, 5)));
}

/** Which share of the shorter text's words the other has too, by their beginnings. */
export function shared(one: string, other: string): number {
  const [ours, theirs] = [beginnings(one), beginnings(other)];
  const [few, many] = ours.size <= theirs.size ? [ours, theirs] : [theirs, ours];
  if (few.size === 0) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}
