import type { Language } from "../../model/language.ts";
import WORDS from "./words.json" with { type: "json" };
import { daysAfter } from "../../model/iso-day.ts";
import { SECOND_MS, MINUTE_MS, HOUR_MS } from "../../model/time-units.ts";

export type DueWords = (typeof WORDS)[Language];

export const wordsIn = (language: Language): DueWords => WORDS[language];

/** `{date}` and the like in a pattern replaced by their values. */
export const put = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** `20 March`, `20 марта`, `20 наурыз`. */
export const dayText = (iso: string, words: DueWords): string =>
  `${Number(iso.slice(8, 10))} ${words.months[Number(iso.slice(5, 7)) - 1] ?? ""}`;

/** `20 March 2025, Thursday`; `2025 жылғы 20 наурыз, бейсенбі`. */
export function dateText(iso: string, words: DueWords): string {
  const weekday = (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;
  const date = put(words.date, { day: dayText(iso, words), year: iso.slice(0, 4) });
  return `${date}, ${words.weekdays[weekday] ?? ""}`;
}

/** An instant until which something is in time: one at 00:00 is 24:00 of the day before. */
export function untilText(iso: string, words: DueWords): string {
  const at = (clock: string): string => put(words.atClock, { clock });
  if (clockText(iso) !== "00:00") return `${dateText(iso.slice(0, 10), words)}, ${at(clockText(iso))}`;
  return `${dateText(daysAfter(iso.slice(0, 10), -1), words)}, ${at("24:00")}`;
}

/** `18:30` of an ISO instant; seconds only where there are any. */
export const clockText = (iso: string): string =>
  iso.slice(16, 19) === ":00" && iso[19] !== "."
    ? iso.slice(11, 16)
    : iso.slice(11).replace(/[+-]\d{2}:\d{2}$/, "");

/** `1 h 30 min` of so many ms. */
export function lengthText(ms: number, words: DueWords): string {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const seconds = (ms % MINUTE_MS) / SECOND_MS;
  const parts = [
    [hours, words.clock.hour],
    [minutes, words.clock.minute],
    [seconds, words.clock.second],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return told.length === 0 ? `0 ${words.clock.minute}` : told.join(" ");
}
