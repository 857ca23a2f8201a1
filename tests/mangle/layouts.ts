import {
  withCarriageReturns,
  withGuillemets,
  withHardSpaces,
  withHyphens,
  withStraightQuotes,
} from "./marks.ts";

type Mangle = (text: string) => string;

/** In the law's own lines alone: headings, stamps, tables and what is fenced are told by their marks. */
const ofLaw =
  (mangle: Mangle): Mangle =>
  (text) =>
    text
      .split("\n")
      .map((line) => (/^[>#|<`]/u.test(line) ? line : mangle(line)))
      .join("\n");

const CYRILLIC_LIKE: Readonly<Record<string, string>> = { о: "o", а: "a", е: "e", с: "c", і: "i" };

/** Some of the matches of a pattern, the same ones in every run. */
const some = (pattern: RegExp, of: number, by: string): Mangle => {
  let at = 0;
  return (text) => text.replaceAll(pattern, (match) => ((at += 1) % of === 0 ? by : match));
};

/** Ways in which one text comes in another layout, each of several kinds at once. */
export const LAYOUTS: readonly (readonly [name: string, mangle: Mangle])[] = [
  [
    "with marks that nobody sees",
    ofLaw((line) =>
      line
        .replaceAll(/(?<=^|[\s(«])(?=\p{L})/gu, "\u200b")
        .replaceAll(/(\p{L}{4})(\p{L}{4})/gu, "$1\u00ad$2")
        .replaceAll(/(\p{L}{3})(\p{L}{3})/gu, "$1\u2060$2")
        .replaceAll(/ (?=\p{Lu})/gu, " \ufeff"),
    ),
  ],
  ["with letters apart from their marks", (text) => text.normalize("NFD")],
  ["with dots on its letters", (text) => text.replaceAll("е", "ё")],
  [
    "with letters of another script",
    ofLaw((line) =>
      line.replaceAll(/(?<=\p{L})[оаесі](?=\p{L})/gu, (letter) => CYRILLIC_LIKE[letter] ?? letter),
    ),
  ],
  ["with straight quotes and hyphens", (text) => withHyphens(withStraightQuotes(text))],
  [
    "with curly quotes, long dashes and hyphens that do not break",
    (text) =>
      text
        .replaceAll("«", "“")
        .replaceAll("»", "”")
        .replaceAll(" – ", " — ")
        .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, "\u2011"),
  ],
  ["with no-break spaces and carriage returns", (text) => withCarriageReturns(ofLaw(withHardSpaces)(text))],
  ["with blanks and blank lines", (text) => text.replaceAll("\n\n", "\n\n\n\n").replaceAll("\n", "  \n")],
  ["with lines broken", ofLaw(some(/(?<=\p{Ll},?) (?=\p{Ll})/gu, 5, "\n"))],
  ["with words cut at the ends of lines", ofLaw(some(/(?<= \p{Ll}{4})(?=\p{Ll}{5,}[ ,.])/gu, 7, "-\n"))],
  ["with guillemets", withGuillemets],
  ["with headings in capitals", (text) => text.replaceAll(/^#.*$/gmu, (line) => line.toUpperCase())],
  ["with numbers of items set otherwise", (text) => text.replaceAll(/^(\d+)\.(?= )/gmu, "$1\\.")],
];
