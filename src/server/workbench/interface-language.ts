import type { FastifyReply, FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../../model/language.ts";
import { askedLanguage } from "../asked-language.ts";
import { cookies } from "./sessions.ts";

const A_YEAR = 365 * 24 * 60 * 60;

/** The language that a browser asks for, or has asked for before. */
export function langOf(request: FastifyRequest, fallback: Language): Language {
  const kept = cookies(request)["tarmaq-lang"];
  return askedLanguage(request) ?? LANGUAGES.find((one) => one === kept) ?? fallback;
}

/** Has the browser keep the language that it asks for. */
export function rememberLang(request: FastifyRequest, reply: FastifyReply): void {
  const asked = askedLanguage(request);
  if (asked !== undefined)
    void reply.header("set-cookie", `tarmaq-lang=${asked}; Path=/; SameSite=Strict; Max-Age=${A_YEAR}`);
}
