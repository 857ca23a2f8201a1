/** How the numbers of a list are written. */
export type Numerals =
  | "decimal"
  | "decimal-zero"
  | "lower-letter"
  | "upper-letter"
  | "lower-roman"
  | "upper-roman"
  | "russian-lower"
  | "russian-upper"
  | "none";

/** A number of a list as a reader sees it; lists are counted from 1, and what letters and Roman numerals cannot say is told in digits. */
export function counted(number: number, numerals: Numerals): string {
  switch (numerals) {
    case "none":
      return "";
    case "decimal":
      return `${number}`;
    case "decimal-zero":
      return `${number}`.padStart(2, "0");
    case "lower-letter":
      return lettered(number, LATIN);
    case "upper-letter":
      return lettered(number, LATIN).toUpperCase();
    case "russian-lower":
      return lettered(number, RUSSIAN);
    case "russian-upper":
      return lettered(number, RUSSIAN).toUpperCase();
    case "lower-roman":
      return roman(number).toLowerCase();
    case "upper-roman":
      return roman(number);
  }
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
const LATIN = range(0x61, 0x7a);
/** The letters by which Russian lists are counted: without those that no word begins with (ECMA-376, ST_NumberFormat). */
const RUSSIAN = [
  ...range(0x430, 0x438),
  ...range(0x43a, 0x449),
  ...range(0x44b, 0x44b),
  ...range(0x44d, 0x44f),
];
/** A list of more letters than this in one number is not one. */
const MOST_LETTERS = 20;

/** After the last letter the first comes twice: `z`, `aa`, `bb`. */
function lettered(number: number, letters: readonly string[]): string {
  const times = Math.floor((number - 1) / letters.length) + 1;
  const letter = letters[(number - 1) % letters.length];
  return number < 1 || letter === undefined || times > MOST_LETTERS ? `${number}` : letter.repeat(times);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
const MOST_ROMAN = 3999;

function roman(number: number): string {
  if (number < 1 || number > MOST_ROMAN) return `${number}`;
  let rest = number;
  let text = "";
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) text += letters;
  return text;
}
