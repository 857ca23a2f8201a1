import type { Language } from "../../model/language.ts";
import type { Finding } from "../../model/finding.ts";
import type { Locate, SetAside } from "./text.ts";
import { lintMessage } from "./wording.ts";

/** Findings for programs (schemas/lint.schema.json). */
export function lintJson(
  findings: readonly Finding[],
  setAside: readonly SetAside[],
  of: "candidates" | "rules",
  file: string,
  locate: Locate,
  language: Language,
): string {
  const plain = (finding: Finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: lintMessage(finding, language),
    ...(finding.details === undefined ? {} : { details: finding.details }),
    places: (finding.because ?? []).map(({ path, cite, quote, spans }) => {
      const [first] = spans;
      return {
        path,
        cite,
        quote,
        spans,
        ...(first === undefined || locate === undefined ? {} : locate(first.start)),
      };
    }),
  });
  const report = {
    of,
    file,
    findings: findings.map(plain),
    setAside: setAside.map(({ finding, reason }) => ({ finding: plain(finding), reason })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
