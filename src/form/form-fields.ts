import type { Language } from "../model/language.ts";
import type { Labels } from "../model/verdict.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Schema } from "./class-schema.ts";
import type { Fact } from "../compile/fact.ts";
import type { FormPatterns, FormWords } from "./form-words.ts";
import type { Plan } from "../compile/plan.ts";

/** What the fields of a form are made with. */
export interface FieldMatter {
  readonly vocabulary: Vocabulary;
  readonly words: FormWords;
  readonly patterns: FormPatterns;
  readonly language: Language;
}

/** `title` in one language, and `x-labels` in all. */
export const labelled = (labels: Labels, language: Language): Schema => ({
  title: labels[language],
  "x-labels": labels,
});

/**
 * One of several values with their names, as an answer that nobody has given yet: before the values stands an empty one,
 * which is no answer. Renderers take the first `const` for one already given, and without `const` some show no names.
 */
export const choice = (
  values: readonly { readonly value: string | boolean; readonly labels: Labels }[],
  language: Language,
): Schema => ({
  oneOf: [{ value: "", labels: NO_ANSWER }, ...values].map(({ value, labels }) => ({
    const: value,
    ...labelled(labels, language),
  })),
});

/** That the empty answer is none. */
export const ANSWERED: Schema = { not: { const: "" } };

const NO_ANSWER: Labels = { kk: "—", ru: "—", en: "—" };

/** A sentence for whoever fills in a form: `description` in one language, and in all. */
const described = (labels: Labels, language: Language): Schema => ({
  description: labels[language],
  "x-descriptions": labels,
});

/** As much as `schemas/request.schema.json` takes. */
const LONGEST_TEXT = 10_000;
const MOST_WORDS = 1000;

const plainly = (id: string): Labels => ({ kk: id, ru: id, en: id });

/** What a document type is called. */
export const documentLabels = (type: string, { documents }: Vocabulary): Labels =>
  documents.find(({ id }) => id === type)?.labels ?? plainly(type);

/** The field in which a fact is told: asked as a question, with what helps to answer it. */
export function factSchema(
  { id, type }: Fact,
  help: Labels | undefined,
  { vocabulary, words, patterns, language }: FieldMatter,
): Schema {
  const entry = vocabulary.facts.find((fact) => fact.id === id);
  const title = {
    ...labelled(words.questions[id] ?? entry?.labels ?? plainly(id), language),
    ...(help === undefined ? {} : described(help, language)),
    ...(words.askedOfOffice.includes(id) ? { "x-asked-of": "office" } : {}),
  };
  switch (type) {
    case "boolean":
      // With `type: boolean` alone common renderers show a box to tick, in which a "no" cannot be told from no answer.
      return {
        ...title,
        type: ["string", "boolean"],
        ...choice(
          [
            { value: true, labels: words.yes },
            { value: false, labels: words.no },
          ],
          language,
        ),
      };
    case "integer":
    case "number":
      return {
        ...title,
        type,
        ...(entry?.minimum === undefined ? {} : { minimum: entry.minimum }),
        ...(entry?.maximum === undefined ? {} : { maximum: entry.maximum }),
      };
    case "date":
      return { ...title, type: "string", format: "date", pattern: patterns.date };
    case "list":
      return {
        ...title,
        type: "array",
        maxItems: MOST_WORDS,
        items: { type: "string", maxLength: LONGEST_TEXT },
      };
    case "string":
      if (entry?.values === undefined) return { ...title, type: "string", maxLength: LONGEST_TEXT };
      return { ...title, type: "string", ...choice(entry.values, language) };
    case "any":
      return { ...title, type: ["string", "number", "boolean"], maxLength: LONGEST_TEXT };
  }
}

/** One document handed in: its type, and where such a one expires, its last day. */
export function documentSchema(
  documents: Plan["documents"],
  { vocabulary, words, patterns, language }: FieldMatter,
): Schema {
  // A schema that is no object stops some renderers.
  if (documents.length === 0) return { ...labelled(words.document, language), type: "object" };
  const expiring = documents.filter(({ expires }) => expires).map(({ id }) => id);
  const day = { type: "string", format: "date", pattern: patterns.date };
  return {
    ...labelled(words.document, language),
    type: "object",
    required: ["type"],
    properties: {
      type: {
        ...labelled(words.documentType, language),
        type: "string",
        ...ANSWERED,
        ...choice(
          documents.map(({ id }) => ({ value: id, labels: documentLabels(id, vocabulary) })),
          language,
        ),
      },
      ...(expiring.length === 0 ? {} : { validUntil: { ...labelled(words.validUntil, language), ...day } }),
    },
    propertyNames: { enum: ["type", "validUntil"] },
    // Another document may have a last day too; nobody has to tell it.
    ...(expiring.length === 0
      ? { unevaluatedProperties: day }
      : {
          if: { type: "object", properties: { type: { enum: expiring } }, required: ["type"] },
          then: { type: "object", properties: { validUntil: {} }, required: ["validUntil"] },
        }),
  };
}
