import type { Language } from "../model/language.ts";
import request from "../../schemas/request.schema.json" with { type: "json" };
import { requestForm } from "../form/form.ts";
import type { Plan } from "../compile/plan.ts";
import { FORM_WORDS } from "../report/form/words.ts";
import type { Library, Volume } from "./library.ts";

/** Forms once made: one takes tens of milliseconds, and nothing in it depends on who asks. */
const made = new WeakMap<Plan, Map<Language, unknown>>();

/** The JSON Schema of a request for one version of a service. */
export function serviceForm(
  volume: Pick<Volume, "plan">,
  library: Pick<Library, "vocabulary">,
  language: Language,
): unknown {
  const plan = volume.plan();
  const forms = made.get(plan) ?? new Map<Language, unknown>();
  const form = forms.get(language) ?? newForm(plan, library, language);
  made.set(plan, forms.set(language, form));
  return form;
}

function newForm(plan: Plan, { vocabulary }: Pick<Library, "vocabulary">, language: Language): unknown {
  const { submitted, documents } = request.properties;
  const patterns = {
    moment: submitted.pattern,
    date: documents.items.properties.validUntil.pattern,
    factValue: request.$defs.factValue,
  };
  return requestForm(plan, {
    vocabulary,
    words: FORM_WORDS,
    patterns,
    language,
  });
}
