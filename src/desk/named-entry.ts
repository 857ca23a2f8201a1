import { latinWords } from "../language/latin.ts";
import { type Language, LANGUAGES } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";
import type { OwnVocabulary, Vocabulary } from "../model/vocabulary.ts";

/** The fields of the form in which a fact or a paper is named, as they were filled in. */
export type NameFields = readonly (readonly [name: string, value: string])[];

/** Of a name at most so many words go into an id. */
const MOST_WORDS = 6;

/** What a filled form names, as a book's vocabulary has it; ids that were left out are made of the names. */
export function namedEntry(fields: NameFields, known: Vocabulary): OwnVocabulary {
  const of = (name: string): string => fields.find(([one]) => one === name)?.[1].trim() ?? "";
  const labels = labelsFrom(of, "");
  const id = of("id") === "" ? proposedId(fields, known) : of("id");
  if (of("is") === "paper")
    return { documents: [{ id, ...(of("expires") === "true" && { expires: true }), labels }] };
  const type = of("type");
  const values = type === "choice" ? valuesFrom(fields) : undefined;
  const told = type === "boolean" ? toldFrom(of) : undefined;
  const bounds = type === "integer" || type === "number" ? boundsFrom(of) : {};
  const entry = {
    id,
    type: type === "choice" ? "string" : type,
    ...(of("finding") === "true" && type === "boolean" && { finding: true }),
    ...bounds,
    ...(values && { values }),
    labels,
    ...(told && { told }),
  };
  // Whether it is one is for the schema to see, at the border.
  return { facts: [entry] } as OwnVocabulary;
}

/** An id made of the names in a filled form, that nothing else has. */
export function proposedId(fields: NameFields, { facts, documents }: Vocabulary): string {
  const of = (name: string): string => fields.find(([one]) => one === name)?.[1].trim() ?? "";
  const isPaper = of("is") === "paper";
  const words = wordsOf(labelsFrom(of, "")).slice(0, MOST_WORDS);
  if (words.length === 0) return "";
  const [first = "", ...rest] = words;
  const camel = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const base = isPaper
    ? lettered(words.join("-"))
    : `${of("finding") === "true" ? "finding" : "own"}.${camel}`;
  const taken = new Set((isPaper ? documents : facts).map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Of the English name; without one, of another. */
const wordsOf = ({ en, ru, kk }: Labels): string[] =>
  [en, ru, kk].map(latinWords).find((words) => words.length > 0) ?? [];

/** An id begins with a letter. */
const lettered = (id: string): string => (/^[a-z]/u.test(id) ? id : `own-${id}`);

type Of = (name: string) => string;

const labelsFrom = (of: Of, before: string): Labels =>
  Object.fromEntries(LANGUAGES.map((one) => [one, of(before + one)])) as Record<Language, string>;

const isFilled = (labels: Labels): boolean => LANGUAGES.some((one) => labels[one] !== "");

function toldFrom(of: Of): { yes: Labels; no: Labels } | undefined {
  const told = { yes: labelsFrom(of, "yes-"), no: labelsFrom(of, "no-") };
  return isFilled(told.yes) || isFilled(told.no) ? told : undefined;
}

function boundsFrom(of: Of): Record<string, unknown> {
  return Object.fromEntries(
    ["minimum", "maximum"].filter((name) => of(name) !== "").map((name) => [name, numberOf(of(name))]),
  );
}

const numberOf = (text: string): number | string => {
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
};

/** The values of a choice, row by row; a row that nobody filled in is none. */
function valuesFrom(fields: NameFields): { value: string; labels: Labels }[] {
  const column = (lang: string): string[] =>
    fields.filter(([name]) => name === `value-${lang}`).map(([, value]) => value.trim());
  const [kk, ru, en] = [column("kk"), column("ru"), column("en")];
  const rows = kk.map((_, row) => ({ kk: kk[row] ?? "", ru: ru[row] ?? "", en: en[row] ?? "" }));
  const used = new Set<string>();
  return rows.filter(isFilled).map((labels) => {
    const base = wordsOf(labels).join("-") || "value";
    let value = base;
    for (let number = 2; used.has(value); number += 1) value = `${base}-${number}`;
    used.add(value);
    return { value, labels };
  });
}
