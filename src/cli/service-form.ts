import request from "../../schemas/request.schema.json" with { type: "json" };
import { requestForm } from "../compile/form.ts";
import type { Language } from "../model/verdict.ts";
import { FORM_WORDS } from "../report/form-words.ts";
import type { Library, Volume } from "./library.ts";

/** The JSON Schema of a request for one version of a service. */
export function serviceForm(volume: Volume, library: Library, language: Language): unknown {
  const { submitted, documents } = request.properties;
  const patterns = { moment: submitted.pattern, date: documents.items.properties.validUntil.pattern };
  return requestForm(volume.plan(), library.vocabulary, FORM_WORDS, patterns, language);
}
