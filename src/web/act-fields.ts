import type { About } from "../model/about.ts";
import { UNKNOWN } from "../model/about.ts";
import type { ActHead, Said } from "../model/act-head.ts";
import type { Language } from "../model/language.ts";
import { opening, type OpeningWord } from "./opening-words.ts";

export const ACT_FIELDS = [
  "id",
  "title",
  "number",
  "date",
  "body",
  "edition",
  "registeredNumber",
  "registeredDate",
  "state",
  "repealedBy",
  "repealedDate",
] as const;
/** A field of what is known of an act, as the form has it. */
export type ActField = (typeof ACT_FIELDS)[number];

/** Each field as it is typed; empty for what is not known. */
export type ActValues = Readonly<Record<ActField, string>>;

const typed = (value: string): string => (value === UNKNOWN ? "" : value);

/** What is known of an act, as the form shows it. */
export function valuesOf(about: About): ActValues {
  const { registered, status } = about;
  const by = status.state === "repealed" && status.by !== UNKNOWN ? status.by : undefined;
  return {
    id: about.id,
    title: typed(about.title),
    number: typed(about.number),
    date: typed(about.date),
    body: typed(about.body),
    edition: typed(about.edition),
    registeredNumber: registered === UNKNOWN ? "" : registered.number,
    registeredDate: registered === UNKNOWN ? "" : registered.date,
    state: status.state,
    repealedBy: by?.act ?? "",
    repealedDate: typed(by?.date ?? ""),
  };
}

/** What the text says for a field, as the form would have it. */
export function saidFor(field: ActField, head: ActHead): Said<string> | undefined {
  switch (field) {
    case "id":
      return undefined;
    case "registeredNumber":
      return head.registered && { ...head.registered, value: head.registered.value.number };
    case "registeredDate":
      return head.registered && { ...head.registered, value: head.registered.value.date };
    case "state":
      return head.repealed && { ...head.repealed, value: "repealed" };
    case "repealedBy":
    case "repealedDate": {
      const by = head.repealed?.value;
      if (head.repealed === undefined || by === undefined || by === UNKNOWN) return undefined;
      return { ...head.repealed, value: field === "repealedBy" ? by.act : by.date };
    }
    default:
      return head[field];
  }
}

/** What is not known of an act, by the names of the fields, in the reviewer's language. */
export function missingOf(about: About | undefined, lang: Language): readonly string[] {
  const told = ["title", "number", "date", "body", "edition", "registered"] as const;
  const fields: readonly OpeningWord[] = [
    ...told
      .filter((field) => about === undefined || about[field] === UNKNOWN)
      .map((field) => `field.${field}` as const),
    ...(about === undefined || about.status.state === UNKNOWN ? (["field.state"] as const) : []),
  ];
  return fields.map((field) => opening(field, lang).toLowerCase());
}
