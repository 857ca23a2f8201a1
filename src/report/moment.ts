import type { Language } from "../model/language.ts";
import { daysAfter } from "../model/iso-day.ts";
import { dayText, put, wordsIn } from "./due/words.ts";

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:\d{2})?$/;
const MIDNIGHT = /T00:00(?::00)?(?:[Z+\-]|$)/;

/** A time as an official letter has it, with its distance from UTC; what is no time stays as it was told. */
export function moment(iso: string, language: Language): string {
  const [, day, clock, offset] = INSTANT.exec(iso) ?? [];
  if (day === undefined || clock === undefined) return iso;
  const zone = offset === undefined ? "" : ` (UTC${offset === "Z" ? "" : offset})`;
  return `${fullDate(day, language)}, ${put(wordsIn(language).atClock, { clock })}${zone}`;
}

/** Until when something is due: what ends with a day ends at the end of that day, not at 00:00 of the next. */
export function dueMoment(iso: string, language: Language): string {
  const [, day] = INSTANT.exec(iso) ?? [];
  if (day === undefined || !MIDNIGHT.test(iso)) return moment(iso, language);
  return `${fullDate(daysAfter(day, -1), language)} (${wordsIn(language).untilDayEnds})`;
}

/** `2 October 2019`, `2 октября 2019 года`, `2019 жылғы 2 қазан`. */
function fullDate(iso: string, language: Language): string {
  const words = wordsIn(language);
  return put(words.fullDate, { day: dayText(iso, words), year: iso.slice(0, 4) });
}
