/** What may not stand in markup as it is. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as markup shows it, in a page or in an attribute: nothing in it is markup any more. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
