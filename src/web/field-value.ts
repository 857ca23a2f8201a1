import type { Condition } from "../model/condition.ts";
import { UNITS, type Unit } from "../model/duration.ts";
import { termText, unitName } from "../report/amounts.ts";
import { eventName } from "../report/events.ts";
import type { Names } from "../report/names.ts";
import { word } from "../report/rule-words.ts";
import { conditionWords } from "../report/rules/condition-words.ts";
import { ui } from "./ui.ts";

const TABLES = {
  subject: "subjects",
  channel: "channels",
  channels: "channels",
  forms: "forms",
  who: "who",
  stage: "stages",
  days: "weekdays",
  direction: "directions",
  clock: "clocks",
  aboutDocuments: "aboutDocuments",
  prolongs: "prolongs",
} as const;

const isUnit = (option: string): option is Unit => UNITS.some((unit) => unit === option);

/** One of the values that a field can have, for people. */
export const optionName = (field: string, option: string, names: Pick<Names, "language">): string =>
  field === "unit" && isUnit(option)
    ? unitName(option, names.language)
    : Object.hasOwn(TABLES, field)
      ? word(TABLES[field as keyof typeof TABLES], option, names.language)
      : option;

/** A field's value as people read it; a dash where the rule says nothing. */
export function fieldValue(field: string, value: unknown, names: Names): string {
  const { language } = names;
  if (value === undefined || (value === null && field !== "break")) return "—";
  if (value === null) return ui("no", language);
  if (typeof value === "boolean") return ui(value ? "yes" : "no", language);
  const text = typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  if (field === "when") return conditionWords(value as Condition, names);
  if (text !== undefined) return wordsOf(field, text, names);
  if (field === "break" && Array.isArray(value)) return value.join("–");
  if (Array.isArray(value)) return value.map((one) => optionName(field, String(one), names)).join(", ");
  if (isDuration(value)) return termText(value.amount, value.unit, language);
  return JSON.stringify(value);
}

function wordsOf(field: string, text: string, names: Names): string {
  if (field === "document") return names.document(text);
  if (field === "fromEvent" || field === "toEvent") return eventName(text, names.language);
  return optionName(field, text, names);
}

const isDuration = (value: unknown): value is { readonly amount: number; readonly unit: Unit } =>
  typeof value === "object" && value !== null && "amount" in value && "unit" in value;
