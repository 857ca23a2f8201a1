import LETTERS from "./latin-letters.json" with { type: "json" };

/** Words in small Latin letters, one by one and without marks: what an id can be made of. */
export const latinWords = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/\p{L}/gu, (letter) =>
      Object.hasOwn(LETTERS, letter) ? LETTERS[letter as keyof typeof LETTERS] : letter,
    )
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
