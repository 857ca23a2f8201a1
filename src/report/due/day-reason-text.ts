import type { Language } from "../../model/language.ts";
import type { DayReason, Words } from "../../model/due-explanation.ts";
import { dayText, put, type DueWords } from "./words.ts";

/** Why a day is off or worked, in words; undefined for an ordinary working day. */
export function reasonText(reason: DayReason, words: DueWords, language: Language): string | undefined {
  switch (reason.why) {
    case "working":
    case "no-calendar":
      return undefined;
    case "weekly-day-off":
      return words.reasons["weekly-day-off"];
    case "holiday":
      return put(reason.estimated ? words.reasons.estimated : words.reasons.holiday, {
        name: inWords(reason.name, language),
      });
    case "moved-holiday":
      return put(words.reasons["moved-holiday"], {
        date: dayText(reason.from, words),
        name: inWords(reason.name, language),
      });
    case "moved-by-act":
      return put(words.reasons["moved-by-act"], { date: dayText(reason.from, words) });
    case "worked-day-off":
      return put(words.reasons["worked-day-off"], { date: dayText(reason.instead, words) });
  }
}

/** The title of the act behind a reason; undefined where none is. */
export const actText = (reason: DayReason, language: Language): string | undefined =>
  "title" in reason ? inWords(reason.title, language) : undefined;

/** Words in a language, or in the first that is there. */
const inWords = (of: Words, language: Language): string => of[language] ?? Object.values(of)[0] ?? "";
