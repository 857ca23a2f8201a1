import type { Language } from "../../model/language.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };
import type { ChangeCode, FieldChange, FieldValue, Gain } from "../../model/change.ts";
import type { Unit } from "../../model/duration.ts";
import type { Channel, Kind } from "../../model/rule.ts";

interface DiffWording {
  readonly codes: Readonly<Record<ChangeCode, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly gains: Readonly<Record<Gain, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly values: Readonly<Record<string, string | undefined>>;
  /** What a log comes to, by outcome. */
  readonly outcomes: Readonly<Record<string, string | undefined>>;
  readonly weekdays: readonly string[];
  readonly page: Readonly<Record<PageWord, string>>;
}

type PageWord =
  | "title"
  | "notHeld"
  | "meant"
  | "casesChanged"
  | "table"
  | "candidates"
  | "rules"
  | "old"
  | "new"
  | "applicant"
  | "provider"
  | "kind"
  | "gainer"
  | "all"
  | "substance"
  | "wording"
  | "moved"
  | "unchanged"
  | "nothing"
  | "number"
  | "element"
  | "current"
  | "proposed"
  | "reason"
  | "none"
  | "pairedStated"
  | "pairedAlike"
  | "pairedAlone"
  | "print"
  | "shown";

export const WORDING: Readonly<Record<Language, DiffWording>> = { kk, ru, en };

/** A field's change in words: `term: 3 working days → 1 working day`. */
export function fieldText({ field, old, new: now }: FieldChange, language: Language): string {
  const wording = WORDING[language];
  if (field === "words") return "";
  return `${wording.fields[field] ?? field}: ${valueText(old, language)} → ${valueText(now, language)}`;
}

function valueText(value: FieldValue, language: Language): string {
  const wording = WORDING[language];
  if (Array.isArray(value)) return listText(value as readonly FieldValue[], language);
  if (typeof value === "object" && value !== null) {
    const { amount, unit } = value as { amount?: FieldValue; unit?: FieldValue };
    if (typeof unit === "string" && unit in wording.units) {
      const many = wording.units[unit as Unit];
      const name = language === "en" && amount === 1 ? many.replace(/s$/u, "") : many;
      return unit === "same-day" ? name : `${JSON.stringify(amount)} ${name}`;
    }
    return JSON.stringify(value);
  }
  const plain = String(value);
  return wording.values[plain] ?? (plain in wording.channels ? wording.channels[plain as Channel] : plain);
}

function listText(list: readonly FieldValue[], language: Language): string {
  if (list.length === 0) return WORDING[language].page.all;
  if (list.every((item): item is number => typeof item === "number" && item >= 1 && item <= 7))
    return list.map((day) => WORDING[language].weekdays[day - 1] ?? String(day)).join(", ");
  return list.map((item) => valueText(item, language)).join(", ");
}
