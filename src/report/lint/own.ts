import type { Finding } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import type { SarifRule } from "./sarif.ts";
import WORDS from "./own-words.json" with { type: "json" };

/** What running the examples of lints is told of. */
interface WithExamples {
  readonly examples: Readonly<Record<"must" | "mustNot", readonly unknown[]>>;
}

interface Failed {
  readonly file: string;
  readonly place: string;
  readonly should: "must" | "mustNot";
}

/** Which examples of users' lints failed, a line each, and how many there are. */
export function examplesText(
  lints: readonly WithExamples[],
  failed: readonly Failed[],
  language: Language,
): string {
  const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
    words.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ""));
  const examples = lints.reduce(
    (sum, { examples: { must, mustNot } }) => sum + must.length + mustNot.length,
    0,
  );
  return [
    ...failed.map(({ file, place, should }) => filled(WORDS[should][language], { file, place })),
    filled(WORDS.sum[language], { lints: lints.length, examples, failed: failed.length }),
    "",
  ].join("\n");
}

/** A user's lint as code-scanning tools list it. */
export function ownRule(
  { code, severity }: { readonly code: string; readonly severity: Finding["severity"] },
  explanation: Readonly<Partial<Record<Language, string>>>,
  language: Language,
): SarifRule {
  const help = explanation[language] ?? explanation.en ?? explanation.ru ?? explanation.kk ?? code;
  return { code: `lint/${code}`, severity, title: code, help };
}
