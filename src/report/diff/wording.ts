import type { Language } from "../../model/language.ts";
import type { Names } from "../names.ts";
import { isCondition } from "../../model/condition.ts";
import { UNITS, type Unit } from "../../model/duration.ts";
import type { ChangeCode, FieldChange, FieldValue, Gain } from "../../model/change.ts";
import { termText } from "../amounts.ts";
import { eventName } from "../events.ts";
import { word } from "../rule-words.ts";
import { conditionWords } from "../rules/condition-words.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };

interface DiffWording {
  readonly codes: Readonly<Record<ChangeCode, string>>;
  readonly gains: Readonly<Record<Gain, string>>;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly page: Readonly<Record<PageWord, string>>;
}

type PageWord =
  | "title"
  | "notHeld"
  | "meant"
  | "casesChanged"
  | "notAsked"
  | "remark"
  | "theActItself"
  | "outside"
  | "unread"
  | "places"
  | "accountUnread"
  | "onlyWording"
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
  | "shown"
  | "sameWords"
  | "wordsKept"
  | "movedTo"
  | "heading";

export const WORDING: Readonly<Record<Language, DiffWording>> = { kk, ru, en };

/** A field's change in words: `term: 3 working days → 1 working day`. */
export function fieldText({ field, old, new: now }: FieldChange, names: Names): string {
  if (field === "words") return "";
  const name = WORDING[names.language].fields[field] ?? field;
  if (WORDS.has(field)) return `${name}: ${wordsText(old, now)}`;
  return `${name}: ${valueText(field, old, names)} → ${valueText(field, now, names)}`;
}

/** Fields that hold words of the text itself. */
const WORDS = new Set(["number", "reference", "modality", "name", "otherWords"]);

/** `«три» → «один»`, `+ «…»` for what came, `− «…»` for what went. */
function wordsText(old: FieldValue, now: FieldValue): string {
  const quoted = (value: FieldValue): string => `«${typeof value === "string" ? value : ""}»`;
  if (old === null) return `+ ${quoted(now)}`;
  return now === null ? `− ${quoted(old)}` : `${quoted(old)} → ${quoted(now)}`;
}

/** The table of words that a field's values stand in. */
const TABLES = {
  subject: "subjects",
  channel: "channels",
  channels: "channels",
  who: "who",
  stage: "stages",
  forms: "forms",
  days: "weekdays",
  direction: "directions",
  clock: "clocks",
  aboutDocuments: "aboutDocuments",
  effect: "effects",
} as const;
const isWorded = (field: string): field is keyof typeof TABLES => Object.hasOwn(TABLES, field);

function valueText(field: string, value: FieldValue, names: Names): string {
  const { language } = names;
  if (Array.isArray(value)) return listText(field, value as readonly FieldValue[], names);
  if (typeof value === "object" && value !== null) return recordText(value, names);
  const plain = String(value);
  const told = WORDING[language].values[plain];
  if (told !== undefined) return told;
  if (field === "fromEvent" || field === "toEvent" || field === "events") return eventName(plain, language);
  if (field === "document") return names.document(plain);
  return isWorded(field) ? word(TABLES[field], plain, language) : plain;
}

/** A length of time, or a condition in facts. */
function recordText(value: object, names: Names): string {
  const { amount, unit } = value as { readonly amount?: unknown; readonly unit?: unknown };
  if (isUnit(unit)) return termText(Number(amount ?? 0), unit, names.language);
  return isCondition(value) ? conditionWords(value, names) : JSON.stringify(value);
}

const isUnit = (unit: unknown): unit is Unit => UNITS.some((one) => one === unit);

function listText(field: string, list: readonly FieldValue[], names: Names): string {
  if (list.length === 0) return WORDING[names.language].page.all;
  return list.map((item) => valueText(field, item, names)).join(field === "break" ? "–" : ", ");
}
