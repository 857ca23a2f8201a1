import type { HeadWords } from "../language/head-words.ts";

/** A day or a number that words name, and where. */
export interface Named {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An act named by its day and its number. */
export interface Mention {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** `№ 200`, `№ ҚР ДСМ-49/2020`, `№ 3/561`: letters before the digits, and what hyphens and strokes tie to them. */
const NUMBER =
  /(?<!\p{L})[№N]\s?((?:\p{Lu}{1,6} ){0,2}(?:\p{Lu}{1,6} ?- ?)?\p{Nd}{1,9}\p{Ll}{0,2}(?:[-/][\p{L}\p{Nd}]{1,9}){0,4})/gu;
/** `20.04.2020`, as notes have it. */
const IN_FIGURES = /(?<!\p{Nd})(?<day>\p{Nd}{1,2})\.(?<month>\p{Nd}{1,2})\.(?<year>\p{Nd}{4})(?!\p{Nd})/gu;
/** What stands between the day of an act and its number: nothing, or a short word. */
const BEFORE_NUMBER = /^[\s,]{0,3}(?:\p{Ll}{1,5}\s)?$/u;
/** What stands between its number and its day, where the number comes first. */
const BEFORE_DAY = /^\s\p{Ll}{1,3}\s$/u;

/** Every number with a number sign, without spaces at its hyphens. */
export const numbersIn = (text: string): Named[] =>
  [...text.matchAll(NUMBER)].map((found) => ({
    value: (found[1] ?? "").replace(/ ?- ?/gu, "-"),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Every day of the calendar that a text names, written out or in figures, in their order. */
export function datesIn(text: string, words: HeadWords): Named[] {
  const found = [...text.matchAll(writtenOut(words)), ...text.matchAll(IN_FIGURES)].flatMap((match) => {
    const { day = "", month = "", year = "" } = match.groups ?? {};
    const isoDay = dayOf(Number(year), monthOf(month, words), Number(day));
    return isoDay === undefined
      ? []
      : [{ value: isoDay, start: match.index, end: match.index + match[0].length }];
  });
  return found.sort((one, other) => one.start - other.start);
}

/** Every act that a text names by day and number, whichever of them comes first. */
export function mentionsIn(text: string, words: HeadWords): Mention[] {
  const numbers = numbersIn(text);
  return datesIn(text, words).flatMap((date) => {
    const number =
      numbers.find((one) => one.start >= date.end && BEFORE_NUMBER.test(text.slice(date.end, one.start))) ??
      numbers.find((one) => one.end <= date.start && BEFORE_DAY.test(text.slice(one.end, date.start)));
    if (number === undefined) return [];
    return [
      {
        date: date.value,
        number: number.value,
        start: Math.min(date.start, number.start),
        end: Math.max(date.end, number.end),
      },
    ];
  });
}

function writtenOut(words: HeadWords): RegExp {
  const slots: Readonly<Record<string, string>> = {
    year: String.raw`(?<year>\p{Nd}{4})`,
    day: String.raw`(?:["«“„]\s?)?(?<day>\p{Nd}{1,2})(?:\s?["»”])?`,
    month: String.raw`(?<month>(?:${words.months.flat().join("|")})\p{Ll}{0,6})`,
    ofYear: String.raw`(?:${words.ofYear.map((word) => word.replace(".", String.raw`\.?`)).join("|")})\p{Ll}{0,4}\.?`,
  };
  const parts = words.date.split(" ").map((slot) => slots[slot.slice(1, -1)] ?? "");
  return new RegExp(String.raw`(?<!\p{Nd})${parts.join(String.raw`\s?`)}(?!\p{Nd})`, "giu");
}

/** From 1; 0 where it is none. */
const monthOf = (told: string, { months }: HeadWords): number =>
  /^\p{Nd}/u.test(told)
    ? Number(told)
    : months.findIndex((forms) => forms.some((form) => told.toLowerCase().startsWith(form))) + 1;

/** A day that there is, as `YYYY-MM-DD`. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    return undefined;
  return at.toISOString().slice(0, "YYYY-MM-DD".length);
}
