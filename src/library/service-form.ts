import type { Language } from "../model/language.ts";
import request from "../../schemas/request.schema.json" with { type: "json" };
import type { Plan } from "../compile/plan.ts";
import type { FormWords } from "../form/form-words.ts";
import { requestForm } from "../form/form.ts";
import type { Volume } from "./volume.ts";

/** Gives the JSON Schema of a request for one version of a service, in a language. */
export type FormOf = (volume: Pick<Volume, "plan" | "vocabulary">, language: Language) => unknown;

/**
 * Forms of requests, worded as told. Each is made once: one takes tens of milliseconds, and nothing in it depends on who
 * asks.
 */
export function serviceForms(words: FormWords): FormOf {
  const made = new WeakMap<Plan, Map<Language, unknown>>();
  return ({ plan: planOf, vocabulary }, language) => {
    const plan = planOf();
    const forms = made.get(plan) ?? new Map<Language, unknown>();
    const form =
      forms.get(language) ?? requestForm(plan, { vocabulary, words, patterns: PATTERNS, language });
    made.set(plan, forms.set(language, form));
    return form;
  };
}

const { submitted, documents } = request.properties;
const PATTERNS = {
  moment: submitted.pattern,
  date: documents.items.properties.validUntil.pattern,
  factValue: request.$defs.factValue,
};
