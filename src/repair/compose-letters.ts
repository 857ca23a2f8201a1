import type { Repair } from "./repair-type.ts";

/** Puts one letter for a letter with its mark behind it, as words are compared by their letters. */
export const composeLetters: Repair = {
  id: "compose-letters",
  find: (content) =>
    [...content.matchAll(/\p{L}\p{M}+/gu)].flatMap(({ 0: letter, index }) => {
      const by = letter.normalize("NFC");
      return by === letter
        ? []
        : [{ kind: "compose-letters" as const, at: { start: index, end: index + letter.length }, by }];
    }),
  examples: [
    ["тиі\u{301}сті қызметкері", "тиі\u{301}сті қызметкері"],
    ["жұмыс күні\u{306}", "жұмыс күні\u{306}"],
    ["\u{418}\u{306}од, и\u{306}ога", "Йод, йога"],
  ],
};
