/** `"` as `«` and `»`: one after white space, an opening bracket or another opening quote opens. */
export const withGuillemets = (text: string): string =>
  text
    .replaceAll(/(?<=\n)"(?= \p{Ll})/gu, "»")
    .replaceAll(/(^|[\s(«;:])"|"/gu, (quote, before: string | undefined) =>
      before === undefined ? "»" : quote.replace('"', "«"),
    );

export const withStraightQuotes = (text: string): string => text.replaceAll(/[«»]/gu, '"');

export const withHyphens = (text: string): string => text.replaceAll(/[–—]/gu, "-");

/** A hyphen between spaces, or between a word and a space, as a dash; hyphens inside words and numbers stay. */
export const withDashes = (text: string): string => text.replaceAll(/(?<=\S{2} )-(?= \S{2})/gu, "–");

/** Every space between two words of a line. */
export const withHardSpaces = (text: string): string => text.replaceAll(/(?<=\S) (?=\S)/gu, "\u{A0}");

export const withCarriageReturns = (text: string): string => text.replaceAll("\n", "\r\n");

export const withByteOrderMark = (text: string): string => `\u{FEFF}${text}`;
