/** A name that follows others in a sentence: it begins small, unless it begins with an abbreviation. */
export const withinSentence = (name: string): string =>
  /^\p{Lu}(?:\p{Ll}|$|\P{L})/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name;
