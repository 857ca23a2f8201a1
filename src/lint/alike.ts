/** The beginnings of the words of a text, of words that carry something: three letters and more. */
export function beginnings(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.slice(0, 5)));
}

/** Which share of the shorter text's words the other has too, by their beginnings. */
export function shared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  const [few, many] = ours.size <= theirs.size ? [ours, theirs] : [theirs, ours];
  if (few.size === 0) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

/** So many texts one is held against: those that share its rarest words. */
const HELD_AGAINST = 100;

/** Whether a text is alike enough to one of these; each is looked at once, however many are held against them. */
export function alikeAmong(texts: readonly string[]): (text: string, least: number) => boolean {
  const all = texts.map(beginnings);
  const holding = new Map<string, number[]>();
  for (const [index, words] of all.entries())
    for (const word of words) {
      const list = holding.get(word) ?? [];
      list.push(index);
      holding.set(word, list);
    }
  const sharing = (words: ReadonlySet<string>): ReadonlySet<number> => {
    const lists = [...words].flatMap((word) => [holding.get(word) ?? []]).sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    for (const list of lists)
      for (const index of list) {
        found.add(index);
        if (found.size >= HELD_AGAINST) return found;
      }
    return found;
  };
  return (text, least) => {
    const words = beginnings(text);
    return [...sharing(words)].some((index) => shared(words, all[index] ?? new Set()) >= least);
  };
}
