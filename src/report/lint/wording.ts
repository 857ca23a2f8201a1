import type { Language } from "../../model/language.ts";
import type { Finding } from "../../model/finding.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };

interface LintWording {
  readonly page: Readonly<
    Record<"beside" | "derived" | "none" | "suppressed" | "candidates" | "rules", string>
  >;
  readonly codes: Readonly<Record<string, string | undefined>>;
}

export const LINT_WORDING: Readonly<Record<Language, LintWording>> = { kk, ru, en };

/** What a lint found, in one sentence. */
export function lintMessage({ code, details }: Finding, language: Language): string {
  const { codes, page } = LINT_WORDING[language];
  const values: Record<string, unknown> = { ...details };
  if (typeof values["derived"] === "string")
    values["derived"] = page.derived.replace("{derived}", values["derived"]);
  const sentence = codes[code.replace(/^lint\//u, "")] ?? code;
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => plain(values[name]));
}

const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? `${value}` : "";
