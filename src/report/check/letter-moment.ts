import type { Language } from "../../model/language.ts";
import { MONTHS } from "./letter-words.ts";

/** A time as an official letter has it, with its distance from UTC; a time without one stays as it was told. */
export function moment(iso: string, language: Language): string {
  const [, year, month, day, clock, offset] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:\d{2})?$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return iso;
  const name = MONTHS[Number(month) - 1]?.[language] ?? month;
  const zone = offset === undefined ? "" : ` (UTC${offset === "Z" ? "" : offset})`;
  switch (language) {
    case "kk":
      return `${year} жылғы ${Number(day)} ${name}, сағат ${clock}${zone}`;
    case "ru":
      return `${Number(day)} ${name} ${year} года, ${clock}${zone}`;
    case "en":
      return `${Number(day)} ${name} ${year}, ${clock}${zone}`;
  }
}

/** A day as official papers have it, `18.03.2025`. */
export const dotted = (iso: string): string => iso.split("-").reverse().join(".");
