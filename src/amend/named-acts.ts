import type { AmendWords } from "../language/amend-words.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { NamedAct } from "../model/amendment.ts";
import { quotesIn, withoutQuotes } from "./quotes.ts";

/** A number behind its sign; letters before the digits may stand apart: `№ ҚР ДСМ-19`. */
const NUMBER = /№ ?((?:\p{Lu}{2,5} ){0,2}[\p{L}\d][\p{L}\d./-]{0,30})/gu;
/** So much before a number may hold the day of the act and what the act is called. */
const BEFORE = 160;
/** So much behind it may hold what the act is called. */
const BEHIND = 40;
const PIECE = /\d+|\p{L}+/gu;

/** The acts that a line names by their numbers: `от 28 октября 2004 года № 1120`, `2004 жылғы 28 қазандағы № 1120 қаулысында`. */
export function namedActsIn(text: string, words: AmendWords, head: HeadWords): readonly NamedAct[] {
  const title = longestQuote(text);
  const plain = withoutQuotes(text);
  return [...plain.matchAll(NUMBER)].flatMap((match) => {
    const before = plain.slice(Math.max(0, match.index - BEFORE), match.index).toLowerCase();
    const end = match.index + match[0].length;
    const around = `${before} ${plain.slice(end, end + BEHIND).toLowerCase()}`;
    if (!words.acts.some((act) => around.includes(act))) return [];
    const date = dayIn(before, head);
    const number = plainNumber(match[1] ?? "");
    if (number === "" || date === undefined) return [];
    return [{ number, date, ...(title === undefined ? {} : { title }) }];
  });
}

/** A number as it is compared: without spaces and a full stop behind it, in capitals. */
export const plainNumber = (number: string): string =>
  number.replace(/ /gu, "").replace(/\.$/u, "").toUpperCase();

function longestQuote(text: string): string | undefined {
  const quotes = quotesIn(text, () => false).map((quote) => quote.text);
  return quotes.sort((a, b) => b.length - a.length)[0];
}

/** The last day that a text tells, whichever order its parts have. */
function dayIn(text: string, { months }: HeadWords): string | undefined {
  const pieces = [...text.matchAll(PIECE)].map(([piece]) => piece).slice(-8);
  const at = pieces.findLastIndex((piece) => monthOf(piece, months) !== undefined);
  const month = monthOf(pieces[at] ?? "", months);
  const year = pieces.find((piece) => /^(?:19|20)\d\d$/u.test(piece));
  const day = pieces[at - 1];
  if (month === undefined || year === undefined || day === undefined || !/^\d{1,2}$/u.test(day))
    return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function monthOf(word: string, months: HeadWords["months"]): number | undefined {
  const at = months.findIndex((forms) => forms.some((form) => word.startsWith(form)));
  return at < 0 ? undefined : at + 1;
}
