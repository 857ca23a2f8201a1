import type { FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../model/language.ts";

/** The language that an address asks for by `?lang`; absent: none of ours. */
export function askedLanguage({ query }: Pick<FastifyRequest, "query">): Language | undefined {
  const { lang } = (query ?? {}) as { readonly lang?: unknown };
  return LANGUAGES.find((one) => one === lang);
}
