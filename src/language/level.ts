import LETTERS from "./level.json" with { type: "json" };

/** Letters with dots that print leaves off as often as not, and the ones without, of the same length: `ё` and `е`. */
const LEVEL: Readonly<Record<string, string>> = LETTERS.letters;
const DOTTED = new RegExp(`[${Object.keys(LEVEL).join("")}]`, "gu");
const EITHER = new Map(
  Object.entries(LEVEL).flatMap(([dotted, plain]) => [
    [dotted, `${plain}${dotted}`],
    [plain, `${plain}${dotted}`],
  ]),
);

/** A text with the letters without dots, letter for letter, so that places in it stay. */
export const levelled = (text: string): string =>
  text.replaceAll(DOTTED, (letter) => LEVEL[letter] ?? letter);

/** The source of a pattern that takes a letter with its dots and without them alike. */
export function takingEither(source: string): string {
  let inClass = false;
  return Array.from(source, (letter, at) => {
    const isEscaped = source[at - 1] === "\\" && source[at - 2] !== "\\";
    if (!isEscaped && letter === "[") inClass = true;
    else if (!isEscaped && letter === "]") inClass = false;
    const either = EITHER.get(letter);
    return either === undefined ? letter : inClass ? either : `[${either}]`;
  }).join("");
}
