import { inCase, plain, type Case } from "./noun.ts";

const ONES = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"] as const;
const TENS = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"] as const;

/** A number from 1 to 999 999 in words: `он бес`, `бір мың екі жүз`. */
export function spelled(number: number): string {
  if (number >= 1000)
    return [spelled(Math.floor(number / 1000)), "мың", spelled(number % 1000)].join(" ").trim();
  const hundreds = Math.floor(number / 100);
  const parts = [
    hundreds === 0 ? "" : `${ONES[hundreds]!} жүз`,
    TENS[Math.floor((number % 100) / 10)]!,
    ONES[number % 10]!,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** What is said last when a time of day is read aloud: its minutes, or `нөл`. */
const lastWord = (minutes: number): string => (minutes === 0 ? "нөл" : spelled(minutes));

/** A time of day or a number in figures with its case: `9.00-ден`, `18.30-ға`, `20-ға`. */
export function figureIn(figure: string, wanted: Case): string {
  const clock = /^\d+[.:-](\d\d)$/u.exec(figure);
  const word = clock === null ? spelled(Number(figure)) : lastWord(Number(clock[1]));
  return `${figure}-${inCase(plain(word), wanted).slice(word.length)}`;
}
