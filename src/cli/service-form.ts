import request from "../../schemas/request.schema.json" with { type: "json" };
import { requestForm } from "../compile/form.ts";
import type { Language } from "../model/verdict.ts";
import { FORM_WORDS } from "../report/form-words.ts";
import type { Library, Volume } from "./library.ts";

/** The JSON Schema of a request for one version of a service. */
export function serviceForm(
  volume: Pick<Volume, "plan">,
  library: Pick<Library, "vocabulary">,
  language: Language,
): unknown {
  const { submitted, documents } = request.properties;
  const patterns = {
    moment: submitted.pattern,
    date: documents.items.properties.validUntil.pattern,
    factValue: request.$defs.factValue,
  };
  return requestForm(volume.plan(), {
    vocabulary: library.vocabulary,
    words: FORM_WORDS,
    patterns,
    language,
  });
}
