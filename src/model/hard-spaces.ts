/** The text with a plain space for every no-break one; offsets stay. */
export const withPlainSpaces = (text: string): string =>
  HARD.test(text) ? text.replaceAll(ALL_HARD, " ") : text;

const HARD = /[\u{A0}\u{2007}\u{202F}]/u;
const ALL_HARD = /[\u{A0}\u{2007}\u{202F}]/gu;
