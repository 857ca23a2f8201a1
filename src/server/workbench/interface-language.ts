import type { FastifyReply, FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../../model/language.ts";
import { cookies } from "./sessions.ts";

const A_YEAR = 365 * 24 * 60 * 60;

const isLang = (value: unknown): value is Language => LANGUAGES.some((one) => one === value);

/** The language that a browser asks for, or has asked for before. */
export function langOf(request: FastifyRequest, fallback: Language): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLang(asked)) return asked;
  const kept = cookies(request)["tarmaq-lang"];
  return isLang(kept) ? kept : fallback;
}

/** Has the browser keep the language that it asks for. */
export function rememberLang(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLang(asked))
    void reply.header("set-cookie", `tarmaq-lang=${asked}; Path=/; SameSite=Strict; Max-Age=${A_YEAR}`);
}
