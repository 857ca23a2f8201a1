import type { FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../../model/language.ts";
import { askedLanguage } from "../asked-language.ts";

/** The language of a page: the one that is asked for by `?lang`, else the first of the browser's that there is, else the server's. */
export function spokenIn(request: FastifyRequest, fallback: Language): Language {
  const named = askedLanguage(request);
  if (named !== undefined) return named;
  const accepted = (request.headers["accept-language"] ?? "").split(",", MOST_NAMED).flatMap((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`));
    const weight = Number(
      parameters
        .map((each) => each.trim())
        .find((each) => each.startsWith("q="))
        ?.slice(2) ?? 1,
    );
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }];
  });
  return accepted.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? fallback;
}

/** Nobody reads more. */
const MOST_NAMED = 20;
