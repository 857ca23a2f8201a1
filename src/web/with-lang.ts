import type { Language } from "../model/language.ts";

/** The address of the same page in a language. */
export function withLang(here: string, lang: Language): string {
  const [path = "", query = ""] = here.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("lang", lang);
  return `${path}?${parameters.toString()}`;
}
