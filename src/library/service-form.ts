import type { Language } from "../model/language.ts";
import request from "../../schemas/request.schema.json" with { type: "json" };
import type { Plan } from "../compile/plan.ts";
import type { FormWords } from "../form/form-words.ts";
import type { FormSchema } from "../form/form-parts.ts";
import { requestForm } from "../form/form.ts";
import { formFor, type Renderer } from "../form/renderer.ts";
import type { Volume } from "./volume.ts";

/** Gives the form of a request for one version of a service, in a language: a JSON Schema, or what a renderer takes. */
export type FormOf = (
  volume: Pick<Volume, "plan" | "vocabulary">,
  language: Language,
  renderer?: Renderer,
) => unknown;

/**
 * Forms of requests, worded as told. Each is made once: one takes tens of milliseconds, and nothing in it depends on who
 * asks.
 */
export function serviceForms(words: FormWords): FormOf {
  const made = new WeakMap<Plan, Map<string, unknown>>();
  return ({ plan: planOf, vocabulary }, language, renderer = "json-schema") => {
    const plan = planOf();
    const forms = made.get(plan) ?? new Map<string, unknown>();
    made.set(plan, forms);
    const once = (name: string, make: () => unknown): unknown => {
      const form = forms.get(name) ?? make();
      forms.set(name, form);
      return form;
    };
    const form = once(language, () => requestForm(plan, { vocabulary, words, patterns: PATTERNS, language }));
    return once(`${language} ${renderer}`, () => formFor(renderer, form as FormSchema));
  };
}

const { submitted, documents } = request.properties;
const PATTERNS = {
  moment: submitted.pattern,
  date: documents.items.properties.validUntil.pattern,
  factValue: request.$defs.factValue,
};
